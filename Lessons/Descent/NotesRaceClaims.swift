import LessonKit

/// What the notes say of Adam, held against the script that they print beside it.
struct NotesRaceClaims {
  /// The script's rules, in its order and at its rate.
  static let rules: [Rule] = [Rule.sgd, .momentum, .rmsprop, .adam, .adamw].map {
    $0.with(learningRate: 0.01)
  }
  /// What the script prints for them after its 100 epochs, with four decimals.
  static let printed = [0.8351, 0.8357, 14.7191, 41.8686, 48.2581]

  private static let (sgd, adam) = (0, 3)
  private static let seeds = 20
  private let script = NotesRaceScript(seed: NotesRace.page.seed, rules: Self.rules.count)

  var all: [Claim] { [losses, best, reach, tuned, inits] }

  private func final(_ rule: Int) -> Double {
    script.finalLoss(of: Self.rules[rule], number: rule, epochs: 100)
  }

  /// The printed numbers.
  private var losses: Claim {
    let runs = script.runs(Self.rules, epochs: 100)
    return Claim(
      "notes-race.losses", code: "D13", source: "S3",
      Phrase(
        "The script prints final losses of 0.8351 (SGD), 0.8357 (Momentum), 14.7191 (RMSprop), 41.8686 (Adam) and 48.2581 (AdamW)",
        zh: "脚本打印的最终损失：SGD 0.8351、Momentum 0.8357、RMSprop 14.7191、Adam 41.8686、AdamW 48.2581"),
      cases: zip(zip(Self.rules, runs), Self.printed).map { pair, printed in
        Measurement(
          pair.1.losses[99], .equal(to: printed, within: .relative(1e-4)),
          when: Phrase(same: pair.0.displayName))
      },
      how: Phrase(
        "at the notes’ setting: the script’s numbers from PyTorch’s stream of seed 42, a fresh nn.Linear(1, 1) for each rule, in double precision",
        zh: "按讲义的设定：用 PyTorch 种子 42 的随机数流，每种规则新建 nn.Linear(1, 1)，以双精度重算"), recorded: .holds)
  }

  /// The praise, held against the script.
  private var best: Claim {
    let sweep = NotesRaceSweep(Self.rules, epochs: 100, seeds: 0..<Self.seeds, rates: [0.01])
    let (sgd, adam) = (sweep.losses[Self.sgd][0], sweep.losses[Self.adam][0])
    let wins = zip(adam, sgd).count { $0 < $1 }
    return Claim(
      "notes-race.adam-best", code: "D13", source: "S3",
      Phrase("Adam is the best overall, the default choice", zh: "Adam 综合最佳，是默认选择"),
      cases: [
        Measurement(
          final(Self.adam), .less(than: final(Self.sgd)),
          when: Phrase("the script: Adam’s final loss against SGD’s", zh: "脚本：Adam 与 SGD 的最终损失")),
        Measurement(
          adam.median(), .less(than: sgd.median()),
          when: Phrase("median of \(Self.seeds) seeds", zh: "\(Self.seeds) 个种子的中位数")),
        Measurement(
          Double(wins), .greater(than: Double(Self.seeds) / 2),
          when: Phrase(
            "seeds of \(Self.seeds) in which Adam ends lower", zh: "\(Self.seeds) 个种子中 Adam 更低的次数")),
      ],
      how: Phrase(
        "at the notes’ setting: the notes’ own script, learning rate 0.01 for all, 100 epochs; data and starts of seeds 0 to \(Self.seeds - 1)",
        zh: "按讲义的设定：讲义自己的脚本，学习率均为 0.01，100 轮；数据与初值取种子 0 至 \(Self.seeds - 1)"),
      recorded: .fails(
        correct: Phrase(
          "at one rate for all, Adam ends above SGD in every seed: 100 steps of 0.01 cannot carry a weight further than about 1; which rule is best depends on the rate",
          zh: "学习率相同时，Adam 在每个种子下都不如 SGD：100 步、每步约 0.01，权重至多移动约 1；孰优孰劣取决于学习率"),
        source: "Kingma and Ba 2015, section 2.1"))
  }

  /// Why: how far Adam's steps carry a weight.
  private var reach: Claim {
    let run = script.runs(Self.rules, epochs: 100)[Self.adam]
    let weights = [0, 99].map { run.network(after: $0).parameters[0].value.elements[0] }
    let distance = Digits.text(abs(LineError(script.data).best.slope - weights[0]), digits: 2)
    return Claim(
      "notes-race.reach", code: "E2", source: "S3",
      Phrase(
        "At a rate of 0.01, 100 steps of Adam move a weight by no more than about 1",
        zh: "学习率 0.01 时，Adam 走 100 步，权重的移动不超过约 1"),
      cases: [
        Measurement(
          abs(weights[1] - weights[0]), .inside(0.8...1.0),
          when: Phrase(
            "the script’s weight, which has \(distance) to go", zh: "脚本中的权重，距目标 \(distance)"))
      ],
      how: Phrase(
        "at the notes’ setting: weight after 99 updates, less the weight at the start",
        zh: "按讲义的设定：99 次更新后的权重减去初值"),
      recorded: .holds)
  }

  /// The rate at which Adam arrives.
  private var tuned: Claim {
    let rule = Rule.adam.with(learningRate: 0.1)
    func excesses(start: Int) -> [Double] {
      (0..<Self.seeds).map { seed in
        let script = NotesRaceScript(seed: seed, rules: Self.rules.count)
        let loss = script.finalLoss(of: rule, number: start, epochs: 100)
        return loss - LineError(script.data).least
      }
    }
    func near(_ excesses: [Double]) -> Double { Double(excesses.count { $0 <= 0.01 }) }
    let (first, fourth) = (excesses(start: 0), excesses(start: Self.adam))
    let most = Digits.text(fourth.max() ?? .nan, digits: 2)
    let all = Measurement.Expectation.equal(to: Double(Self.seeds), within: .absolute(0))
    return Claim(
      "notes-race.adam-tuned", code: "E2", source: "S3",
      Phrase(
        "At a rate of 0.1 Adam ends within 0.01 of the best line’s loss under 20 of 20 seeds",
        zh: "学习率 0.1 时，20 个种子中 Adam 有 20 个最终与最佳直线的损失相差不到 0.01"),
      cases: [
        Measurement(
          near(first), all, when: Phrase("Adam first in the script", zh: "Adam 排在脚本第一位")),
        Measurement(
          near(fourth), all,
          when: Phrase("Adam fourth, as printed", zh: "Adam 排在第四位，与原文相同")),
      ],
      how: Phrase(
        "at the notes’ setting but for the rate: the script under seeds 0 to \(Self.seeds - 1), 100 epochs; a rule’s place decides its start, for nothing is reseeded",
        zh: "除学习率外按讲义的设定：脚本，种子 0 至 \(Self.seeds - 1)，100 轮；脚本不重设种子，规则的次序决定其初值"),
      recorded: .depends(
        on: Phrase(
          "the start, which a rule’s place in the script decides: as printed, the worst seed ends \(most) above",
          zh: "初值（由规则在脚本中的次序决定）：按原文次序，最差的种子最终高出 \(most)")))
  }

  /// A rate in between, from many starts.
  private var inits: Claim {
    let losses = (0..<Self.seeds).map { seed in
      var stream = TorchGenerator(seed: UInt64(seed))
      let start = Network([Linear(1, 1)], using: &stream)
      return NotesRaceScript(data: script.data, starts: [start])
        .finalLoss(of: .adam.with(learningRate: 0.05), number: 0, epochs: 100)
    }
    return Claim(
      "notes-race.adam-half-tuned", code: "E2", source: "S3",
      Phrase(
        "At a rate of 0.05 Adam ends at 0.83 to 0.94, whatever the start",
        zh: "学习率 0.05 时，无论初值如何，Adam 最终在 0.83 到 0.94 之间"),
      cases: [
        Measurement(
          losses.min() ?? .nan, .inside(0.825...0.945), when: Phrase("the lowest", zh: "最低")),
        Measurement(
          losses.max() ?? .nan, .inside(0.825...0.945), when: Phrase("the highest", zh: "最高")),
      ],
      how: Phrase(
        "at the notes’ setting but for rate and start: the script’s points, starts of seeds 0 to \(Self.seeds - 1), 100 epochs",
        zh: "除学习率与初值外按讲义的设定：脚本的数据，初值取种子 0 至 \(Self.seeds - 1)，100 轮"), recorded: .holds)
  }
}
