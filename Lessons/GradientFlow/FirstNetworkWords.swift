import LessonKit

/// What the first network's runs say in sentences: title, caption, alternative text.
struct FirstNetworkWords {
  let runs: [LearningRun]
  let names: [Phrase]
  let steps: Int
  /// Whether the run is the notes' own, so far as it goes.
  let isNotes: Bool

  /// The epochs whose lines tell the story: the first, those in which the loss has come further, the last.
  static func tellingEpochs(of run: LearningRun) -> [Int] {
    let (losses, last) = (run.losses, run.losses.count)
    guard last > 0 else { return [] }
    let (first, end) = (losses[0], losses[last - 1])
    guard run.divergedIn == nil, end < first, end > 0 else {
      return Array(Set([1, 2, 3, last].filter { $0 <= last })).sorted()
    }
    // Three losses on the way, evenly by their logarithm over the first three fifths of it.
    let marks = (end...first).logSpaced(count: 6)[2...4]
    let reached = marks.compactMap { mark in losses.firstIndex { $0 <= mark }.map { $0 + 1 } }
    return Array(Set([1] + reached + [last])).sorted()
  }

  /// The sentence for the title.
  var finding: Phrase {
    guard steps > 1 || runs.contains(where: { $0.divergedIn != nil }) else { return beforeAny }
    guard runs.count == 1 else { return Standing(runs, names: names).finding }
    let (run, name) = (runs[0], names[0])
    if let epoch = run.divergedIn {
      return Phrase(
        "\(name.english) diverges in epoch \(Digits.count(epoch))",
        zh: "\(name.chinese) 在第 \(Digits.count(epoch)) 轮发散")
    }
    return course(of: run.losses)
  }

  /// What is said of a single epoch.
  private var beforeAny: Phrase {
    let loss = Digits.text(runs[0].losses.first ?? .nan)
    return runs.count == 1
      ? Phrase(
        "Epoch 1 finds a loss of \(loss) before any update", zh: "第 1 轮的损失是更新之前的：\(loss)")
      : Phrase("In epoch 1 no rule has made an update yet", zh: "第 1 轮时各种规则都还没有更新")
  }

  /// How the losses of a sound run went: to the bottom, nowhere, to and fro, down or up.
  private func course(of losses: [Double]) -> Phrase {
    let (first, last, all) = (losses[0], losses[losses.count - 1], Digits.count(steps))
    // From this epoch on the loss is below a fiftieth of the first, and stays there.
    let settled = (losses.lastIndex { $0 > 0.02 * first } ?? -1) + 1
    if settled < losses.count {
      // The loss of an epoch is that before its update.
      let (gone, epoch) = (Int(100 * (1 - losses[settled] / first)), Digits.count(settled + 1))
      return Phrase(
        "\(gone)\u{2009}% of the loss is gone by epoch \(epoch) of\u{A0}\(all)",
        zh: "训练 \(all) 轮，到第 \(epoch) 轮损失已下降 \(gone)%")
    }
    let (from, to) = (Digits.text(first), Digits.text(last))
    if runs[0].isStill || from == to && !swings(losses) {
      return Phrase(
        "The loss does not move: \(to) after \(all) epochs", zh: "损失没有变化：\(all) 轮之后仍为 \(to)")
    }
    if swings(losses) {
      let range = (losses.min() ?? first, losses.max() ?? first)
      let (least, most) = (Digits.text(range.0), Digits.text(range.1))
      return Phrase(
        "The loss swings between \(least) and \(most) and ends at \(to)",
        zh: "损失在 \(least) 与 \(most) 之间大幅波动，最终为 \(to)")
    }
    return Phrase(
      "The loss \(last < first ? "falls" : "rises") from \(from) to \(to) by epoch\u{A0}\(all)",
      zh: "到第 \(all) 轮，损失从 \(from) \(last < first ? "降到" : "升到") \(to)")
  }

  /// Whether the loss both rises by half above where it was, and falls as far.
  private func swings(_ losses: [Double]) -> Bool {
    var (least, most) = (losses[0], losses[0])
    var (hasRisen, hasFallen) = (false, false)
    for loss in losses {
      hasRisen = hasRisen || loss > 1.5 * least
      hasFallen = hasFallen || most > 1.5 * loss
      (least, most) = (min(least, loss), max(most, loss))
    }
    return hasRisen && hasFallen
  }

  /// What rings, lines and a lost run mean, and what the rules have in common.
  func key(_ all: LearningRuns) -> [Phrase] {
    let rings = Phrase(
      "Rings: what the lecture notes’ script prints in PyTorch, once its missing import is added.",
      zh: "圆环：补上讲义脚本漏掉的导入语句后，PyTorch 打印的值。")
    let lines = Phrase(
      "Left: the network at the start of each epoch, before its update.", zh: "左：各轮更新之前的网络。")
    let terms = Phrase(
      "All start from the same weights; no rate is tuned.", zh: "初始权重相同；学习率均未经调优。")
    return [runs.count == 1 ? lines : terms] + (isNotes ? [rings] : [])
      + [all.lostNote].compactMap { $0 }
  }

  /// The caption, around the setting.
  func caption(_ setting: Phrase) -> Phrase {
    let plain = setting.map { text in
      let parts = text.filter { $0 != "$" }.split(separator: "·")
      return parts.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        .joined(separator: ", ")
    }
    let script =
      isNotes
      ? Phrase(
        " Rings: the losses of the notes’ script in PyTorch, once NumPy is imported, which its listing forgets.",
        zh: "圆环是讲义脚本用 PyTorch 运行的损失；脚本原文漏了导入 NumPy，补上才能运行。") : ""
    return Phrase(
      "\(finding.english). \(plain.english).", zh: "\(finding.chinese)。\(plain.chinese)。") + script
  }

  /// What the picture shows, with the losses of the telling epochs.
  var alt: Phrase {
    let english = zip(runs, names).map { "\($1.english) \(ends($0).english)" }
    let chinese = zip(runs, names).map { "\($1.chinese) \(ends($0).chinese)" }
    return Phrase(
      "Scatter plot of 100 points with the network’s line, beside curves of loss against epoch, both axes logarithmic: \(english.joined(separator: "; ")).",
      zh: "100 个数据点与网络输出的散点图，旁为损失随训练轮数变化的双对数曲线：\(chinese.joined(separator: "；"))。")
  }

  private func ends(_ run: LearningRun) -> Phrase {
    if let epoch = run.divergedIn {
      return Phrase("diverges in epoch \(Digits.count(epoch))", zh: "在第 \(Digits.count(epoch)) 轮发散")
    }
    let epochs = runs.count == 1 ? Self.tellingEpochs(of: run) : [run.losses.count]
    let losses = epochs.map { (Digits.count($0), Digits.text(run.losses[$0 - 1])) }
    return Phrase(
      losses.map { "\($0.1) in epoch \($0.0)" }.joined(separator: ", "),
      zh: losses.map { "第 \($0.0) 轮 \($0.1)" }.joined(separator: "，"))
  }
}
