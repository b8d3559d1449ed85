import LessonKit

/// The panels of the lesson on the notes' four networks.
struct CapacityPanels {
  let study: CapacityStudy
  /// Whether the settings are the notes' own, so that their words may stand beside the curves.
  let isNotes: Bool

  /// What the notes draw, what they leave out, and dropout in both modes; without what diverged.
  var all: [Panel] {
    var panels = [lossPanel]
    if study.diverged.count < 4 { panels.append(errorPanel) }
    if study.own(3).divergedAt == nil { panels.append(modePanel) }
    // Where there is room for one panel only, it is what the notes left out.
    for index in panels.indices { panels[index].isEssential = index == min(1, panels.count - 1) }
    return panels
  }

  private var isLost: Bool { study.diverged.count == 4 }

  /// The axes of both curves; where all networks are lost, the epochs and the heights that they came to.
  private var axes: (x: Axis, y: Axis) {
    let y = Axis(
      Phrase("mean square error", zh: "均方误差"), .log, domain: isLost ? 1...top : 0.03...300)
    let last = isLost ? study.diverged.map(\.epoch).max() ?? 1 : study.epochs
    var x = Axis(Phrase("epoch", zh: "训练轮数"), domain: 0...Double(last))
    x.countsWholes = true
    return (x, y)
  }

  /// Ten times the highest loss that is still a number.
  private var top: Double {
    let losses = (0..<4).flatMap { study.own($0).losses }.filter { $0.isFinite && $0 < 1e300 }
    return 10 * max(losses.max() ?? 1, 1e6)
  }

  /// What the notes draw: the training loss of one seed, named as they name it.
  private var lossPanel: Panel {
    let (x, y) = axes
    return Panel(
      x: x, y: y, frame: .open,
      heading: (isNotes
        ? Phrase("Lecture notes: training loss", zh: "讲义：训练损失")
        : Phrase("Training loss", zh: "训练损失"))
        + Phrase(", seed \(study.seeds[0])", zh: "，种子 \(study.seeds[0])")
    ) {
      for kind in 0..<4 {
        let run = study.own(kind)
        let lost = run.divergedAt.map { epoch in
          CapacityStudy.names[kind]
            + Phrase(" diverged at epoch \(epoch)", zh: "在第 \(epoch) 轮发散")
        }
        line(
          history(run),
          name: CapacityStudy.names[kind],
          label: lost ?? (isNotes ? CapacityStudy.stated : CapacityStudy.names)[kind],
          series: CapacityStudy.series[kind], divergedAt: run.divergedAt)
      }
    }
  }

  /// The losses by epoch; a loss beyond all numbers stands at the upper border of a picture of lost networks.
  private func history(_ run: CapacityRun) -> [Point] {
    var losses = run.losses
    if isLost, let end = run.divergedAt {
      if losses.count <= end { losses.append(.infinity) }
      losses = losses.map { $0.isFinite ? min($0, top) : top }
    }
    return losses.enumerated().map { Point(Double($0.offset), $0.element) }
  }

  /// What they leave out: the error against the curve, over the seeds.
  private var errorPanel: Panel {
    let (x, y) = axes
    var panel = Panel(
      x: x, y: y, frame: .open,
      heading: Phrase("As measured: error, ", zh: "实测：误差，") + seeds
    ) {
      for kind in 0..<4 where study.own(kind).divergedAt == nil {
        let (median, low, high) = study.spread(kind)
        if study.seeds.count > 1 {
          Band(lower: low, upper: high, series: CapacityStudy.series[kind])
        }
        line(
          median, name: CapacityStudy.names[kind],
          label: CapacityStudy.names[kind]
            + Phrase(": ", zh: "：") + Phrase(same: Digits.text(study.level(kind), digits: 2)),
          series: CapacityStudy.series[kind])
      }
    }
    panel.notes = [errorNote]
    return panel
  }

  /// What the errors are of: seeds, epochs, places.
  private var errorNote: Phrase {
    let (count, list, tail) = (study.seeds.count, study.seedList, study.tail)
    let (ends, endsChinese) =
      tail == 1
      ? ("", "") : ("; numbers: its median over the last \(tail) epochs", "；数字：最后 \(tail) 轮的中位数")
    guard count > 1 else {
      return Phrase(
        "Error: from the true curve, dropout off\(ends).", zh: "误差：相对真实曲线，关闭 dropout\(endsChinese)。"
      )
    }
    return Phrase(
      "Error: from the true curve, dropout off; median and range of seeds \(list.english)\(ends).",
      zh: "误差：相对真实曲线，关闭 dropout；种子 \(list.chinese) 的中位数与范围\(endsChinese)。")
  }

  /// Whose errors are shown: "3 seeds".
  private var seeds: Phrase {
    let count = study.seeds.count
    return count == 1
      ? Phrase("seed \(study.seeds[0])", zh: "种子 \(study.seeds[0])")
      : Phrase("\(count) seeds", zh: "\(count) 个种子")
  }

  /// The network with dropout as the notes draw it, in training mode, and as it would be used.
  private var modePanel: Panel {
    let run = study.own(3)
    let passes = study.passes[0]
    let xs = run.samples.inputs.elements
    func residual(_ outputs: [Double]) -> [Point] {
      zip(xs, outputs).map { Point($0, $1 - CapacityRun.curve($0)) }
    }
    func edge(_ pick: ([Double]) -> Double) -> [Point] {
      residual(xs.indices.map { index in pick(passes.map { $0[index] }) })
    }
    let (training, evaluation) = (
      Phrase("on", zh: "开启"), Phrase("off", zh: "关闭")
    )
    var panel = Panel(
      x: Axis("$x$", domain: -3...3),
      y: Axis(Phrase("prediction − truth", zh: "预测 − 真实值"), limits: -6...6), frame: .open,
      heading: Phrase(
        "Dropout, seed \(study.seeds[0])", zh: "dropout，种子 \(study.seeds[0])")
    ) {
      Band(
        lower: edge { $0.quantile(0.05) }, upper: edge { $0.quantile(0.95) }, series: 5)
      line(residual(passes[0]), name: training, label: training, series: 5)
      line(residual(run.evaluated), name: CapacityStudy.names[3], label: evaluation, series: 3)
    }
    panel.notes = [modeNote]
    return panel
  }

  /// What is drawn of dropout, and its loss on the samples in both modes.
  private var modeNote: Phrase {
    let losses = study.modes(seed: 0)
    let numbers = [losses.training, losses.evaluation].map { Digits.text($0, digits: 3) }
    return Phrase(
      "Dropout on: one pass, and a band around 90\u{2009}% of \(CapacityStudy.passCount) passes; loss on the samples \(numbers[0]), with dropout off \(numbers[1]).",
      zh:
        "dropout 开启：一次前向计算；色带含 \(CapacityStudy.passCount) 次中的 90%；样本上的损失 \(numbers[0])，关闭时 \(numbers[1])。"
    )
  }

  /// A curve that says where it leaves the view.
  private func line(
    _ points: [Point], name: Phrase, label: Phrase, series: Int, divergedAt: Int? = nil
  ) -> Line {
    var line = Line(points, name: name, label: label, series: series, divergedAt: divergedAt)
    line.hasExits = divergedAt == nil
    line.isNamedInMargin = isLost
    return line
  }
}
