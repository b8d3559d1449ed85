import LessonKit

/// # Under, normal, over?
///
/// The notes train four networks and call them underfitting, normal, overfitting and normal with dropout. They draw the
/// training loss; overfitting shows in the error that they leave out.
struct NotesCapacity: Lesson {
  static let page = Page(
    "notes-capacity", in: .fitting, title: Phrase("The notes’ four networks", zh: "讲义中的四个网络"),
    question: Phrase(
      "Does the network that the notes call overfitting overfit?", zh: "讲义所说的过拟合网络真的过拟合吗？"),
    examples: [
      .init("", shows: Phrase("the script as it stands, and the error", zh: "原脚本与其未画出的误差")),
      .init("--epochs 1000", shows: Phrase("longer training", zh: "训练更久")),
      .init("--lr 1e6", shows: Phrase("a rate at which all diverge", zh: "使其全部发散的学习率")),
    ], seed: CapacityStudy.notesSeed)

  var epochs = 300
  var rate = 0.01
  var seeds = 3

  mutating func configure(_ options: inout Options) throws {
    try options.take(
      "epochs", into: &epochs, in: 1...100_000,
      help: Phrase("how often all samples are seen", zh: "训练轮数"))
    try options.take("lr", into: &rate, in: .positive, help: Phrase("Adam’s rate", zh: "Adam 的学习率"))
    try options.take("seeds", into: &seeds, in: 1...1000)
  }

  func run(_ context: Context) throws -> Outcome {
    let isNotes =
      (epochs, rate, context.seed)
      == (300, 0.01, CapacityStudy.notesSeed)
    let count =
      isNotes ? context.count(figure: seeds, full: max(seeds, NotesCapacityClaims.seeds)) : seeds
    let study = CapacityStudy(
      first: context.seed, count: count, epochs: epochs, rate: rate)
    let asNotes =
      isNotes
      ? study : CapacityStudy(count: context.count(figure: 1, full: NotesCapacityClaims.seeds))
    let panels = CapacityPanels(study: study, isNotes: isNotes).all
    let finding = study.finding(isNotes: isNotes)
    let figure = Figure(
      finding, subtitle: subtitle, notes: missing(study),
      arrangement: .adaptive(
        broad: .row([1.34, 1.3, 0.72]),
        wide: .rows([
          .init(height: 1.5, widths: panels.count == 1 ? [1] : [1, 1]),
          .init(height: 1, widths: [1]),
        ]), tall: .column([1])),
      panels: panels)
    let text = results(study)
    return Outcome(
      figure: figure, claims: NotesCapacityClaims(study: asNotes).all,
      series: study.tables,
      caption: Phrase(
        "\(finding.english). \(text.english) Adam, rate \(Digits.text(rate)), weight decay 0.01, \(Digits.count(epochs, of: "full-batch epoch")). Double precision, PyTorch’s is single.",
        zh:
          "\(finding.chinese)。\(text.chinese)Adam，学习率 \(Digits.text(rate))，权重衰减 0.01，全批量训练 \(Digits.count(epochs)) 轮。双精度（PyTorch 为单精度）。"
      ),
      alt: (panels.count == 1
        ? Phrase("Curves of four networks’ training loss by epoch.", zh: "四个网络的训练损失随训练轮数变化的曲线。")
        : Phrase(
          "Curves of four networks’ training loss and error against the truth by epoch.",
          zh: "四个网络的训练损失与误差（相对真实函数）随训练轮数变化的曲线。")) + separator + text,
      essentialAlt: (panels.count == 1
        ? Phrase("Curves of four networks’ training loss by epoch.", zh: "四个网络的训练损失随训练轮数变化的曲线。")
        : Phrase(
          "Curves of four networks’ error against the truth by epoch.",
          zh: "四个网络相对真实函数的误差随训练轮数变化的曲线。")) + separator + text)
  }

  private var subtitle: Phrase {
    Phrase(
      "Two hidden layers, ReLU, on $y = x^3 - x^2 + 0.5\\epsilon$, 100 points; Adam at \(Digits.text(rate)), weight decay 0.01, \(Digits.count(epochs, of: "epoch"))",
      zh:
        "两个隐藏层，ReLU，$y = x^3 - x^2 + 0.5\\epsilon$，100 个点；Adam 学习率 \(Digits.text(rate))，权重衰减 0.01，\(Digits.count(epochs)) 轮"
    )
  }

  private var separator: Phrase { Phrase(" ", zh: "") }

  /// Which panels are not there, and why.
  private func missing(_ study: CapacityStudy) -> [Phrase] {
    let kinds = study.diverged.map(\.kind)
    guard !kinds.isEmpty else { return [] }
    guard kinds.count < 4 else {
      let isBeyond = (0..<4).contains { kind in
        let run = study.own(kind)
        return run.losses.count == run.divergedAt || run.losses.last?.isFinite != true
      }
      return [
        Phrase(
          "Lost networks predict nothing: no errors and no dropout are drawn.",
          zh: "发散的网络无法预测，故不画误差和 dropout。")
      ]
        + (isBeyond
          ? [Phrase("At the upper border: a loss beyond all numbers.", zh: "上边界处：损失超出数的范围。")]
          : [])
    }
    let names = kinds.map { CapacityStudy.names[$0] }
    let list = Phrase(
      names.map(\.english).joined(separator: ", "), zh: names.map(\.chinese).joined(separator: "、"))
    return [
      Phrase("Diverged, so without an error: ", zh: "发散，故无误差：") + list + Phrase(".", zh: "。")
    ]
  }

  private func results(_ study: CapacityStudy) -> Phrase {
    let (count, list, tail) = (study.seeds.count, study.results, study.tail)
    guard study.diverged.count < 4 else { return list + Phrase(".", zh: "。") }
    let (when, whenChinese) =
      tail == 1 ? ("", "") : (", last \(tail) epochs", "，最后 \(tail) 轮")
    return Phrase(
      "\(count == 1 ? "Error" : "Median error over \(count) seeds")\(when): \(list.english).",
      zh: "\(count == 1 ? "误差" : "\(count) 个种子的误差中位数")\(whenChinese)：\(list.chinese)。")
  }
}
