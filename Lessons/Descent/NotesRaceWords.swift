import LessonKit

/// What the notes' race says in sentences: title, subtitle, protocol, caption, alternative text.
struct NotesRaceWords {
  let rules: [Rule]
  let runs: [LearningRun]
  let sweep: NotesRaceSweep
  let steps: Int
  let seeds: Int
  let seed: Int

  private var names: [Phrase] { rules.distinctNames }

  private var ends: [Double] {
    runs.map { $0.divergedIn == nil ? $0.losses[$0.losses.count - 1] : .infinity }
  }

  /// SGD and Adam, where both race at one rate.
  private var pair: (sgd: Int, adam: Int, rate: Double)? {
    let (sgd, adam) = (
      rules.firstIndex { $0.name == "sgd" }, rules.firstIndex { $0.name == "adam" }
    )
    guard let sgd, let adam, let rate = rules[sgd]["lr"], rate == rules[adam]["lr"] else {
      return nil
    }
    return (sgd, adam, rate)
  }

  /// The sentence for the title.
  var finding: Phrase {
    // Closer than a thousandth is a tie.
    if let pair, ends[pair.adam] > 1.001 * ends[pair.sgd],
      let from = sweep.rateFrom(which: pair.adam, beats: pair.sgd)
    {
      let (rate, better) = (Digits.text(pair.rate), Digits.text(from, digits: 2))
      return Phrase(
        "Adam loses to SGD at rate \(rate) and beats it from \(better) up",
        zh: "学习率 \(rate) 时 Adam 输给 SGD，从 \(better) 起胜过它")
    }
    guard let best = ends.indices.min(by: { ends[$0] < ends[$1] }), ends[best].isFinite else {
      return Phrase("All \(runs.count) diverge", zh: "\(runs.count) 种规则全部发散")
    }
    let (name, loss) = (names[best], Digits.text(ends[best]))
    guard ends.count(where: { $0 <= 1.001 * ends[best] }) == 1 else {
      return Phrase(
        "The lowest final loss is \(loss), of more than one rule", zh: "最低的最终损失为 \(loss)，不止一种规则达到")
    }
    return Phrase(
      "\(name.english) ends lowest, at a loss of \(loss)", zh: "\(name.chinese) 最终损失最低：\(loss)")
  }

  /// The rules whose range over seeds is drawn: SGD and Adam, or as few others.
  var singledOut: [Int] { pair.map { [$0.sgd, $0.adam] } ?? Array(rules.indices.prefix(2)) }

  /// The parameters.
  var setting: Phrase {
    let rates = Set(rules.map { Digits.text($0["lr"] ?? .nan) })
    let one = rates.count == 1 ? rates.first : nil
    return Phrase(
      "$y = 2x + 1 + ε$, 200 points  ·  one weight, one bias  ·  "
        + (one.map { "learning rate \($0) for all" } ?? "each at its own rate"),
      zh: "$y = 2x + 1 + ε$，200 个点  ·  一个权重，一个偏置  ·  "
        + (one.map { "学习率均为 \($0)" } ?? "学习率各自给定"))
  }

  /// How it was measured.
  var protocolStamp: [Phrase] {
    let banded = singledOut.map { names[$0] }
    return [
      Phrase(
        "Left: seed \(seed), a fresh start for each rule.", zh: "左：种子 \(seed)，每种规则各自重新初始化。"),
      Phrase(
        "Right: medians over seeds 0 to \(seeds - 1) at \(sweep.rates.count) rates, range for \(banded.map(\.english).joined(separator: " and ")).",
        zh:
          "右：种子 0 至 \(seeds - 1) 的中位数，共 \(sweep.rates.count) 档学习率；色带为 \(banded.map(\.chinese).joined(separator: "与 ")) 的范围。"
      ),
    ]
  }

  /// The caption.
  var caption: Phrase {
    Phrase(
      "\(finding.english). Left, losses of the notes' script, seed \(seed); right, its loss after \(steps) epochs against the rate, median and range of seeds 0 to \(seeds - 1).",
      zh:
        "\(finding.chinese)。左：讲义脚本的损失曲线，种子 \(seed)；右：\(steps) 轮后的损失随学习率的变化，种子 0 至 \(seeds - 1) 的中位数与范围。"
    )
  }

  /// What the picture shows, with the final losses.
  var alt: Phrase {
    let english = zip(runs, names).map { run, name in
      run.divergedIn.map { "\(name.english) diverges in epoch \($0)" }
        ?? "\(name.english) \(Digits.text(run.losses[run.losses.count - 1]))"
    }
    let chinese = zip(runs, names).map { run, name in
      run.divergedIn.map { "\(name.chinese) 在第 \($0) 轮发散" }
        ?? "\(name.chinese) \(Digits.text(run.losses[run.losses.count - 1]))"
    }
    return Phrase(
      "Loss curves of \(runs.count) optimizers, beside final loss against learning rate. Losses in epoch \(steps): \(english.joined(separator: ", ")).",
      zh:
        "\(runs.count) 种优化器的损失曲线，旁为最终损失随学习率变化的曲线。第 \(steps) 轮的损失：\(chinese.joined(separator: "，"))。"
    )
  }
}
