import LessonKit

/// What the notes' race says in sentences: title, subtitle, protocol, caption, alternative text.
struct NotesRaceWords {
  let rules: [Rule]
  let schedule: Schedule
  let runs: [LearningRun]
  let sweep: NotesRaceSweep
  let steps: Int
  let seeds: Int
  let seed: Int

  private var names: [Phrase] { rules.distinctNames }

  private var ends: [Double] { runs.map(\.lastLoss) }

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
    guard runs.count > 1 else { return alone }
    guard steps > 1 || runs.contains(where: { $0.divergedIn != nil }) else {
      return Phrase("In epoch 1 no rule has made an update yet", zh: "第 1 轮时各种规则都还没有更新")
    }
    return defeat ?? Standing(runs, names: names).finding
  }

  /// What is said of one rule by itself.
  private var alone: Phrase {
    if runs[0].divergedIn != nil { return lost(0) }
    let (name, loss) = (names[0], Digits.text(ends[0]))
    guard steps > 1 else {
      return Phrase(
        "Epoch 1 finds a loss of \(loss) before any update", zh: "第 1 轮的损失是更新之前的：\(loss)")
    }
    return runs[0].isStill
      ? Phrase(
        "\(name.english) does not move: the loss stays at \(loss)",
        zh: "\(name.chinese) 没有进展：损失停在 \(loss)")
      : Phrase(
        "\(name.english) ends at a loss of \(loss)", zh: "\(name.chinese) 的最终损失为 \(loss)")
  }

  /// That Adam ends above SGD at one rate, with what each comes to at the best of the rates; nil where it does not, or
  /// only for its start.
  private var defeat: Phrase? {
    guard let pair, runs.allSatisfy({ $0.divergedIn == nil }) else { return nil }
    let (sgd, adam) = (runs[pair.sgd], runs[pair.adam])
    let shares = [sgd, adam].map { $0.lastLoss / ($0.losses.first ?? 1) }
    // Closer than a thousandth is a tie.
    guard adam.lastLoss > 1.001 * sgd.lastLoss, shares[1] > 1.001 * shares[0] else { return nil }
    let (rate, best) = (Digits.text(pair.rate), (sweep.best(pair.sgd), sweep.best(pair.adam)))
    let start = Phrase("At \(rate) Adam loses to SGD", zh: "学习率 \(rate) 时 Adam 输给 SGD")
    if best.1 > 1.001 * best.0 {
      return start + Phrase(", each at its best rate too", zh: "，各取最佳学习率时也输")
    }
    return start
      + (best.0 > 1.001 * best.1
        ? Phrase("; each at its best, Adam wins", zh: "；各取最佳学习率则胜出")
        : Phrase("; each at its best rate, they tie", zh: "；各取最佳学习率则打平"))
  }

  /// That a run diverged, and in which epoch.
  private func lost(_ run: Int) -> Phrase {
    let epoch = Digits.count(runs[run].divergedIn ?? 1)
    return Phrase(
      "\(names[run].english) diverges in epoch \(epoch)",
      zh: "\(names[run].chinese) 在第 \(epoch) 轮发散")
  }

  /// The rules whose range over seeds is drawn: SGD and Adam, or as few others; none of a single seed.
  var banded: [Int] {
    guard seeds > 1 else { return [] }
    return pair.map { [$0.sgd, $0.adam] } ?? Array(rules.indices.prefix(2))
  }

  /// The parameters.
  var setting: Phrase {
    let rates = Set(rules.map { Digits.text($0["lr"] ?? .nan) })
    let one = rates.count == 1 ? rates.first : nil
    let isAlone = rules.count == 1
    return Phrase(
      "$y = 2x + 1 + ε$, 200 points  ·  one weight, one bias  ·  left: "
        + (one.map { "learning rate \($0)\(isAlone ? "" : " for all")" } ?? "each at its own rate"),
      zh: "$y = 2x + 1 + ε$，200 个点  ·  一个权重，一个偏置  ·  左图"
        + (one.map { "学习率\(isAlone ? "" : "均")为 \($0)" } ?? "学习率各自给定")) + schedule.segment
  }

  /// The seeds of the sweep in words, and what is taken of them.
  private var medians: Phrase {
    seeds == 1
      ? Phrase("seed 0", zh: "种子 0")
      : Phrase("medians over seeds 0 to \(seeds - 1)", zh: "种子 0 至 \(seeds - 1) 的中位数")
  }

  /// How it was measured.
  var protocolStamp: [Phrase] {
    let several = rules.count > 1
    let list = banded.map { names[$0] }
    let range =
      list.isEmpty
      ? Phrase("; ", zh: "；")
      : Phrase(
        ", range for \(list.map(\.english).joined(separator: " and ")); ",
        zh: "；色带为 \(list.map(\.chinese).joined(separator: "与 ")) 的范围；")
    return [
      Phrase(
        "Left: seed \(seed)\(several ? ", another start for each rule" : ", the script’s first start").",
        zh: "左：种子 \(seed)\(several ? "，各规则初值不同" : "，取脚本的第一个初值")。"),
      Phrase(
        "Right: \(medians.english) at \(sweep.rates.count) rates",
        zh: "右：\(medians.chinese)，共 \(sweep.rates.count) 档学习率") + range + best,
    ]
  }

  /// The least loss of any straight line, by which the others are to be read.
  private var best: Phrase {
    let loss = Digits.text(sweep.floors.median(), digits: 3)
    return Phrase("the best straight line has a loss of \(loss).", zh: "最佳直线的损失为 \(loss)。")
  }

  /// The caption.
  var caption: Phrase {
    let spread =
      seeds == 1
      ? Phrase("seed 0", zh: "种子 0")
      : Phrase(
        "median and range of seeds 0 to \(seeds - 1)", zh: "种子 0 至 \(seeds - 1) 的中位数与范围")
    return Phrase(
      "\(finding.english). Left, losses of the lecture notes’ script, seed \(seed), each rule’s start by its place in the list; right, its loss in epoch \(steps) against the rate, \(spread.english)\(pace.english).",
      zh:
        "\(finding.chinese)。左：讲义脚本的损失曲线，种子 \(seed)，初值取决于规则排在第几个；右：第 \(steps) 轮的损失随学习率的变化，\(spread.chinese)\(pace.chinese)。"
    )
  }

  /// The schedule, where there is one.
  private var pace: Phrase {
    schedule == .constant
      ? "" : Phrase("; schedule \(schedule.spelling)", zh: "；学习率调度 \(schedule.spelling)")
  }

  /// What the picture shows, with the final losses.
  var alt: Phrase {
    let ends = runs.indices.map { run in
      runs[run].divergedIn == nil
        ? names[run] + Phrase(same: " " + Digits.text(runs[run].lastLoss)) : lost(run)
    }
    let curves =
      runs.count == 1
      ? Phrase("Loss curve of \(names[0].english)", zh: "\(names[0].chinese) 的损失曲线")
      : Phrase("Loss curves of \(runs.count) optimizers", zh: "\(runs.count) 种优化器的损失曲线")
    return Phrase(
      "\(curves.english), beside final loss against learning rate. Losses in epoch \(steps): \(ends.map(\.english).joined(separator: ", ")).",
      zh:
        "\(curves.chinese)，旁为最终损失随学习率变化的曲线。第 \(steps) 轮的损失：\(ends.map(\.chinese).joined(separator: "，"))。"
    )
  }
}
