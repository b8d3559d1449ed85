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
    guard runs.count == 1 else { return comparison }
    let (run, name) = (runs[0], names[0])
    if let epoch = run.divergedIn {
      return Phrase(
        "\(name.english) diverges in epoch \(Digits.count(epoch))",
        zh: "\(name.chinese) 在第 \(Digits.count(epoch)) 轮发散")
    }
    let first = run.losses[0]
    if let updates = run.losses.firstIndex(where: { $0 <= 0.02 * first }), updates < steps {
      let gone = Int(100 * (1 - run.losses[updates] / first))
      let (few, all) = (Digits.count(updates), Digits.count(steps))
      return Phrase(
        "\(gone)\u{2009}% of the loss is gone after \(few) of \(all) updates",
        zh: "\(all) 次更新中，前 \(few) 次就让损失下降 \(gone)%")
    }
    let (from, to) = (Digits.text(first), Digits.text(run.lastLoss))
    guard steps > 1 else {
      return Phrase(
        "Epoch 1 finds a loss of \(from) before any update", zh: "第 1 轮的损失是更新之前的：\(from)")
    }
    let (count, isLower) = (Digits.count(steps), run.lastLoss < first)
    return Phrase(
      "The loss \(isLower ? "falls" : "rises") from \(from) to \(to) by epoch \(count)",
      zh: "到第 \(count) 轮，损失从 \(from) \(isLower ? "降到" : "升到") \(to)")
  }

  private var comparison: Phrase {
    let ends = runs.map(\.lastLoss)
    guard let best = ends.indices.min(by: { ends[$0] < ends[$1] }), ends[best].isFinite else {
      return LearningRuns.allDiverge(runs.count)
    }
    guard steps > 1 else {
      return Phrase("In epoch 1 no rule has made an update yet", zh: "第 1 轮时各种规则都还没有更新")
    }
    let loss = Digits.text(ends[best])
    return Phrase(
      "\(names[best].english) ends lowest, at a loss of \(loss)",
      zh: "\(names[best].chinese) 最终损失最低：\(loss)")
  }

  /// What rings and lines mean.
  var key: [Phrase] {
    let rings = Phrase("Rings: printed by the notes’ script.", zh: "圆环：讲义脚本打印的值。")
    let lines = Phrase(
      "Each line is the network whose loss its epoch reports, before the update.",
      zh: "每条线对应该轮计算损失时的网络（更新之前）。")
    return (isNotes ? [rings] : []) + (runs.count == 1 ? [lines] : [])
  }

  /// The caption, around the setting.
  func caption(_ setting: Phrase) -> Phrase {
    let plain = setting.map {
      $0.filter { $0 != "$" }.split(separator: "  ·  ").joined(separator: ", ")
    }
    let script =
      isNotes
      ? Phrase(
        " The notes’ script prints the ringed losses once NumPy is imported, which its listing forgets.",
        zh: "圆环是讲义脚本打印的损失；脚本原文漏了导入 NumPy，补上才能运行。") : ""
    return Phrase(
      "\(finding.english). \(plain.english).", zh: "\(finding.chinese)。\(plain.chinese)。") + script
  }

  /// What the picture shows, with the losses of the telling epochs.
  var alt: Phrase {
    let english = zip(runs, names).map { "\($1.english) \(ends($0).english)" }
    let chinese = zip(runs, names).map { "\($1.chinese) \(ends($0).chinese)" }
    return Phrase(
      "Scatter plot of 100 points with the network's line, beside curves of loss against epoch, both axes logarithmic: \(english.joined(separator: "; ")).",
      zh: "100 个数据点与网络输出的散点图，旁为损失随训练轮次变化的双对数曲线：\(chinese.joined(separator: "；"))。")
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
