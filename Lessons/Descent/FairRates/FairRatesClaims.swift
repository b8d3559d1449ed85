import LessonKit

extension FairRates {
  func findings(_ run: Run) throws -> [Finding] {
    let script = Script(seed: Script.seed)
    return [losses(script), reach(script), tuned, halfTuned(script)]
  }

  /// The printed numbers.
  private func losses(_ script: Script) -> Finding {
    let printed = [0.8351, 0.8357, 14.7191, 41.8686, 48.2581]
    return Finding(
      "fair-rates.losses",
      cases: printed.enumerated().map { place, loss in
        Measurement(
          script.run(place).losses[99], .equal(to: loss, within: .relative(1e-4)),
          when: Phrase(same: Script.rules[place].displayName))
      },
      how: Phrase(
        "at the notes’ setting: the script’s numbers from PyTorch’s stream of seed 42, a fresh nn.Linear(1, 1) for each rule, in double precision",
        zh: "按讲义的设定：用 PyTorch 种子 42 的随机数流，每种规则新建 nn.Linear(1, 1)，以双精度重算"))
  }

  /// How far Adam's steps carry a weight.
  private func reach(_ script: Script) -> Finding {
    let run = script.run(Script.adam)
    let weights = [0, 99].map { run.network(after: $0).parameters[0].value.elements[0] }
    let distance = abs(LineError(script.data).best.slope - weights[0])
    return Finding(
      "fair-rates.reach",
      cases: [
        Measurement(
          abs(weights[1] - weights[0]), .inside(0.8...1.0),
          when: Phrase(
            "the script’s weight, which has \(distance, digits: 2) to go", zh: "脚本中的权重，距目标 \(distance, digits: 2)"))
      ],
      how: Phrase(
        "at the notes’ setting: weight after 99 updates, less the weight at the start", zh: "按讲义的设定：99 次更新后的权重减去初值"))
  }

  /// The rate at which Adam arrives.
  private var tuned: Finding {
    let excesses = Repeated(Script.seeds, from: 0) { seed in
      let script = Script(seed: seed)
      return [Script.sgd, Script.adam].map {
        script.end(.adam.with(learningRate: 0.1), from: script.line($0)) - LineError(script.data).least
      }
    }
    func near(_ place: Int) -> Double { Double(excesses.values.count { $0[place] <= 0.01 }) }
    let all = Measurement.Expectation.equal(to: Double(Script.seeds), within: .absolute(0))
    return Finding(
      "fair-rates.adam-tuned",
      cases: [
        Measurement(near(0), all, when: Phrase("Adam first in the script", zh: "Adam 排在脚本第一位")),
        Measurement(near(1), all, when: Phrase("Adam fourth, as printed", zh: "Adam 排在第四位，与原文相同")),
      ],
      how: Phrase(
        "at the notes’ setting but for the rate: the script under seeds 0 to \(Script.seeds - 1), 100 epochs; a rule’s place decides its start, for nothing is reseeded",
        zh: "除学习率外按讲义的设定：脚本，种子 0 至 \(Script.seeds - 1)，100 轮；脚本不重设种子，规则的次序决定其初值"))
  }

  /// A rate in between, from many starts.
  private func halfTuned(_ script: Script) -> Finding {
    let losses = Repeated(Script.seeds, from: 0) { seed in
      var stream = TorchGenerator(seed: UInt64(seed))
      let start = Network([Linear(1, 1)], using: &stream).parameters.map { $0.value.elements[0] }
      return script.end(.adam.with(learningRate: 0.05), from: Vector2(start[0], start[1]))
    }.spread { $0 }
    let range = 0.825...0.945
    return Finding(
      "fair-rates.adam-half-tuned",
      cases: [
        Measurement(losses.lowest, .inside(range), when: Phrase("the lowest", zh: "最低")),
        Measurement(losses.highest, .inside(range), when: Phrase("the highest", zh: "最高")),
      ],
      how: Phrase(
        "at the notes’ setting but for rate and start: the script’s points, starts of seeds 0 to \(Script.seeds - 1), 100 epochs",
        zh: "除学习率与初值外按讲义的设定：脚本的数据，初值取种子 0 至 \(Script.seeds - 1)，100 轮"))
  }
}
