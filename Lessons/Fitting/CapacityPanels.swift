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

  /// The axes of both curves; where all networks are lost, the epochs that they came to.
  private var axes: (x: Axis, y: Axis) {
    let heights = study.diverged.count < 4 ? 0.03...300 : 1...1e12
    let y = Axis(Phrase("mean square error", zh: "均方误差"), .log, domain: heights)
    let lost = study.diverged.map(\.epoch)
    let last = lost.count < 4 ? study.epochs : min(study.epochs, 4 * (lost.max() ?? 1))
    var x = Axis(Phrase("epoch", zh: "训练轮次"), domain: 0...Double(last))
    x.countsWholes = true
    return (x, y)
  }

  /// What the notes draw: the training loss of one seed, named as they name it.
  private var lossPanel: Panel {
    let (x, y) = axes
    return Panel(
      x: x, y: y, frame: .open,
      heading: (isNotes
        ? Phrase("As stated: training loss", zh: "讲义所述：训练损失") : Phrase("Training loss", zh: "训练损失"))
        + Phrase(", seed \(study.seeds[0])", zh: "，种子 \(study.seeds[0])")
    ) {
      for kind in 0..<4 {
        let run = study.own(kind)
        let lost = run.divergedAt.map { epoch in
          CapacityStudy.names[kind]
            + Phrase(" diverged at epoch \(epoch)", zh: "在第 \(epoch) 轮发散")
        }
        line(
          run.losses.enumerated().map { Point(Double($0.offset), $0.element) },
          name: CapacityStudy.names[kind],
          label: lost ?? (isNotes ? CapacityStudy.stated : CapacityStudy.names)[kind],
          series: CapacityStudy.series[kind], divergedAt: run.divergedAt)
      }
    }
  }

  /// What they leave out: the error against the curve, over the seeds.
  private var errorPanel: Panel {
    let (x, y) = axes
    return Panel(
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
            + Phrase(": ", zh: "：") + Phrase(same: Digits.text(study.error(kind), digits: 2)),
          series: CapacityStudy.series[kind])
      }
    }
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
    let losses = study.modes(seed: 0)
    let (training, evaluation) = (
      Phrase("training", zh: "训练模式"), Phrase("evaluation", zh: "评估模式")
    )
    func edge(_ pick: ([Double]) -> Double) -> [Point] {
      residual(xs.indices.map { index in pick(passes.map { $0[index] }) })
    }
    func label(_ name: Phrase, _ loss: Double) -> Phrase {
      name + Phrase(": ", zh: "：") + Phrase(same: Digits.text(loss))
    }
    return Panel(
      x: Axis("$x$", domain: -3...3),
      y: Axis(
        Phrase("dropout − truth", zh: "dropout − 真实值"), limits: -6...6), frame: .open
    ) {
      Band(
        lower: edge { $0.quantile(0.05) }, upper: edge { $0.quantile(0.95) }, series: 5)
      line(
        residual(passes[0]), name: training, label: label(training, losses.training), series: 5)
      line(
        residual(run.evaluated), name: CapacityStudy.names[3],
        label: label(evaluation, losses.evaluation),
        series: 3)
    }
  }

  /// A curve that says where it leaves the view.
  private func line(
    _ points: [Point], name: Phrase, label: Phrase, series: Int, divergedAt: Int? = nil
  ) -> Line {
    var line = Line(points, name: name, label: label, series: series, divergedAt: divergedAt)
    line.hasExits = divergedAt == nil
    return line
  }
}
