import LessonKit

extension FairRates {
  func findings(_ run: Run) throws -> [Finding] {
    let script = LineScript(seed: LineScript.seed)
    return [losses(script), reach(script), tuned, halfTuned(script)]
  }

  /// The printed numbers.
  private func losses(_ script: LineScript) -> Finding {
    let printed = [0.8351, 0.8357, 14.7191, 41.8686, 48.2581]
    return Finding(
      "fair-rates.losses",
      printed.enumerated().map { place, loss in
        Measurement(
          script.run(place).losses[99], .equal(to: loss, within: .relative(1e-4)),
          when: Phrase(same: LineScript.rules[place].displayName))
      },
      how: "the script’s numbers from PyTorch’s stream of seed 42, a fresh nn.Linear(1, 1) each, in double precision",
      zh: "用 PyTorch 种子 42 的随机数流，每种规则新建 nn.Linear(1, 1)，以双精度重算")
  }

  /// How far Adam's steps carry a weight.
  private func reach(_ script: LineScript) -> Finding {
    let run = script.run(LineScript.adam)
    let weights = [0, 99].map { run.network(after: $0).parameters[0].value.elements[0] }
    let distance = abs(LineError(script.data).best.slope - weights[0])
    return Finding(
      "fair-rates.reach",
      [
        Measurement(
          abs(weights[1] - weights[0]), .inside(0.8...1.0), when: "the script’s weight, \(distance, digits: 2) to go",
          zh: "脚本中的权重，距目标 \(distance, digits: 2)")
      ], how: "weight after 99 updates, less the weight at the start", zh: "99 次更新后的权重减去初值")
  }

  /// The rate at which Adam arrives.
  private var tuned: Finding {
    let excesses = Repeated(LineScript.seeds, from: 0) { seed in
      let script = LineScript(seed: seed)
      return [LineScript.sgd, LineScript.adam].map {
        script.end(.adam.with(learningRate: 0.1), from: script.line($0)) - LineError(script.data).least
      }
    }
    func near(_ place: Int) -> Double { Double(excesses.values.count { $0[place] <= 0.01 }) }
    let all = Measurement.Expectation.exactly(Double(LineScript.seeds))
    return Finding(
      "fair-rates.adam-tuned",
      [
        Measurement(near(0), all, when: "Adam first in the script", zh: "Adam 排在脚本第一位"),
        Measurement(near(1), all, when: "Adam fourth, as printed", zh: "Adam 排在第四位，与原文相同"),
      ],
      how: "the script at rate 0.1, seeds 0 to \(LineScript.seeds - 1), 100 epochs; a rule’s place decides its start",
      zh: "学习率 0.1 的脚本，种子 0 至 \(LineScript.seeds - 1)，100 轮；规则的次序决定其初值")
  }

  /// A rate in between, from many starts.
  private func halfTuned(_ script: LineScript) -> Finding {
    let losses = Repeated(LineScript.seeds, from: 0) { seed in
      var stream = TorchGenerator(seed: UInt64(seed))
      let start = Network([Linear(1, 1)], using: &stream).parameters.map { $0.value.elements[0] }
      return script.end(.adam.with(learningRate: 0.05), from: Vector2(start[0], start[1]))
    }.spread { $0 }
    let range = Measurement.Expectation.inside(0.825...0.945)
    return Finding(
      "fair-rates.adam-half-tuned",
      [
        Measurement(losses.lowest, range, when: "the lowest", zh: "最低"),
        Measurement(losses.highest, range, when: "the highest", zh: "最高"),
      ], how: "rate 0.05, the script’s points, starts of seeds 0 to \(LineScript.seeds - 1), 100 epochs",
      zh: "学习率 0.05，脚本的数据，初值取种子 0 至 \(LineScript.seeds - 1)，100 轮")
  }
}
