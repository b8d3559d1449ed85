import LessonKit

/// # Under, normal, over?
///
/// The notes train four networks and call them underfitting, normal, overfitting and normal with dropout. They draw the
/// training loss; overfitting shows in the error that they leave out.
struct NotesCapacity: Lesson {
  static let page = Page(
    "notes-capacity", in: .fitting, title: Phrase("The notes' four networks", zh: "讲义中的四个网络"),
    question: Phrase(
      "Does the network that the notes call overfitting overfit?", zh: "讲义所说的过拟合网络真的过拟合吗？"),
    examples: [
      .init("", shows: Phrase("the script as it stands, and the error", zh: "原脚本与其未画出的误差")),
      .init("--epochs 1000", shows: Phrase("longer training", zh: "训练更久")),
      .init("--lr 1e6", shows: Phrase("a rate at which all diverge", zh: "使其全部发散的学习率")),
    ])

  var epochs = 300
  var rate = 0.01
  var seeds = 3

  mutating func configure(_ options: inout Options) throws {
    try options.take(
      "epochs", into: &epochs, in: 1...100_000,
      help: Phrase("how often all samples are seen", zh: "训练轮数"))
    try options.take("lr", into: &rate, in: .positive, help: Phrase("Adam's rate", zh: "Adam 的学习率"))
    try options.take("seeds", into: &seeds, in: 1...1000)
  }

  func run(_ context: Context) throws -> Outcome {
    let isNotes = (epochs, rate, context.seed) == (300, 0.01, 0)
    let count = isNotes ? context.count(figure: seeds, full: max(seeds, 12)) : seeds
    let study = CapacityStudy(
      first: CapacityStudy.notesSeed + context.seed, count: count, epochs: epochs, rate: rate)
    let asNotes =
      isNotes ? study : CapacityStudy(count: context.count(figure: 1, full: 12))
    var panels = [lossPanel(study, isNotes: isNotes)]
    if study.diverged.count < 4 { panels.append(errorPanel(study)) }
    if study.own(3).divergedAt == nil { panels.append(modePanel(study)) }
    // Where there is room for one panel only, it is what the notes left out.
    for index in panels.indices { panels[index].isEssential = index == min(1, panels.count - 1) }
    let figure = Figure(
      study.finding, subtitle: subtitle, notes: notes(study),
      arrangement: .adaptive(
        wide: .rows([
          .init(height: 1.5, widths: panels.count == 1 ? [1] : [1, 1]),
          .init(height: 1, widths: [1]),
        ]), tall: .column([1])),
      panels: panels)
    let text = results(study)
    return Outcome(
      figure: figure, claims: NotesCapacityClaims(study: asNotes, context: context).all,
      series: study.tables,
      caption: Phrase(
        "\(study.finding.english). \(text.english) Adam, rate \(Digits.text(rate)), weight decay 0.01, \(epochs) full-batch epochs.",
        zh:
          "\(study.finding.chinese)。\(text.chinese)Adam，学习率 \(Digits.text(rate))，权重衰减 0.01，全批量训练 \(epochs) 轮。"
      ),
      alt: Phrase(
        "Two plots of curves by epoch: training loss and error against the truth of four networks. \(text.english)",
        zh: "四个网络的训练损失曲线，及与真实曲线的误差随轮数的变化。\(text.chinese)"))
  }

  /// The axes of both curves; where all networks are lost, the epochs that they came to.
  private func axes(_ study: CapacityStudy) -> (x: Axis, y: Axis) {
    let heights = study.diverged.count < 4 ? 0.03...300 : 1...1e12
    let y = Axis(Phrase("mean square error", zh: "均方误差"), .log, domain: heights)
    let lost = study.diverged.map(\.epoch)
    let last = lost.count < 4 ? epochs : min(epochs, 4 * (lost.max() ?? epochs))
    var x = Axis(Phrase("epoch", zh: "轮数"), domain: 0...Double(last))
    x.countsWholes = true
    return (x, y)
  }

  /// What the notes draw: the training loss of one seed, named as they name it.
  private func lossPanel(_ study: CapacityStudy, isNotes: Bool) -> Panel {
    let (x, y) = axes(study)
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
        Line(
          run.losses.enumerated().map { Point(Double($0.offset), $0.element) },
          name: CapacityStudy.names[kind],
          label: lost ?? (isNotes ? CapacityStudy.stated : CapacityStudy.names)[kind],
          series: CapacityStudy.series[kind], divergedAt: run.divergedAt)
      }
    }
  }

  /// What they leave out: the error against the curve, over the seeds.
  private func errorPanel(_ study: CapacityStudy) -> Panel {
    let (x, y) = axes(study)
    return Panel(
      x: x, y: y, frame: .open,
      heading: Phrase("As measured: error against the truth", zh: "实测：与真实曲线的误差")
    ) {
      for kind in 0..<4 where study.own(kind).divergedAt == nil {
        let (median, low, high) = study.spread(kind)
        if study.seeds.count > 1 {
          Band(lower: low, upper: high, series: CapacityStudy.series[kind])
        }
        Line(
          median, name: CapacityStudy.names[kind],
          label: CapacityStudy.names[kind]
            + Phrase(": ", zh: "：") + Phrase(same: Digits.text(study.error(kind), digits: 2)),
          series: CapacityStudy.series[kind])
      }
    }
  }

  /// The network with dropout as the notes draw it, in training mode, and as it would be used.
  private func modePanel(_ study: CapacityStudy) -> Panel {
    let run = study.own(3)
    let passes = run.trainingPasses(20)
    let xs = run.samples.inputs.elements
    func residual(_ outputs: [Double]) -> [Point] {
      zip(xs, outputs).map { Point($0, $1 - CapacityRun.curve($0)) }
    }
    let (drawn, used) = (run.loss(passes[0]), run.loss(run.evaluated))
    let (training, evaluation) = (
      Phrase("training mode", zh: "训练模式"), Phrase("evaluation", zh: "评估模式")
    )
    func edge(_ pick: ([Double]) -> Double) -> [Point] {
      residual(xs.indices.map { index in pick(passes.map { $0[index] }) })
    }
    func label(_ name: Phrase, _ loss: Double) -> Phrase {
      name + Phrase(": loss \(Digits.text(loss))", zh: "：损失 \(Digits.text(loss))")
    }
    return Panel(
      x: Axis("$x$", domain: -3...3),
      y: Axis(
        Phrase(
          "dropout: prediction − truth, as the notes draw it and as it is used",
          zh: "dropout 网络的预测 − 真实值：讲义所画与实际使用"), limits: -6...6), frame: .open
    ) {
      Band(
        lower: edge { $0.min() ?? .nan }, upper: edge { $0.max() ?? .nan }, series: 5)
      Line(
        residual(passes[0]), name: training, label: label(training, drawn), series: 5)
      Line(
        residual(run.evaluated), name: CapacityStudy.names[3], label: label(evaluation, used),
        series: 3)
    }
  }

  private var subtitle: Phrase {
    Phrase(
      "Two hidden layers, ReLU, on $y = x^3 - x^2 + 0.5\\epsilon$, 100 points; Adam at \(Digits.text(rate)), weight decay 0.01, \(Digits.count(epochs)) epochs",
      zh:
        "两个隐藏层，ReLU，$y = x^3 - x^2 + 0.5\\epsilon$，100 个点；Adam \(Digits.text(rate))，权重衰减 0.01，\(Digits.count(epochs)) 轮"
    )
  }

  private func notes(_ study: CapacityStudy) -> [Phrase] {
    let (several, list) = (study.seeds.count > 1, study.seedList)
    let precision = Phrase("Double precision (PyTorch: single).", zh: "双精度（PyTorch 为单精度）。")
    guard study.diverged.count < 4 else { return [precision] }
    return [
      Phrase(
        "Error: evaluation mode, 99 places; "
          + (several ? "median and range of seeds \(list.english)." : "seed \(list.english)."),
        zh: "误差：评估模式，99 处；" + (several ? "种子 \(list.chinese) 的中位数与范围。" : "种子 \(list.chinese)。")),
      precision,
    ]
  }

  private func results(_ study: CapacityStudy) -> Phrase {
    let (count, list) = (study.seeds.count, study.results)
    return Phrase(
      "\(count == 1 ? "Error" : "Median error over \(count) seeds"): \(list.english).",
      zh: "\(count == 1 ? "误差" : "\(count) 个种子的误差中位数")：\(list.chinese)。")
  }
}
