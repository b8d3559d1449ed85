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
    let count =
      isNotes ? context.count(figure: seeds, full: max(seeds, NotesCapacityClaims.seeds)) : seeds
    let study = CapacityStudy(
      first: CapacityStudy.notesSeed + context.seed, count: count, epochs: epochs, rate: rate)
    let asNotes =
      isNotes
      ? study : CapacityStudy(count: context.count(figure: 1, full: NotesCapacityClaims.seeds))
    let panels = CapacityPanels(study: study, isNotes: isNotes).all
    let finding = study.finding(isNotes: isNotes)
    let figure = Figure(
      finding, subtitle: subtitle, notes: notes(study, isNotes: isNotes),
      arrangement: .adaptive(
        broad: .row([1.27, 1.28, 0.73]),
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
        "\(finding.english). \(text.english) Adam, rate \(Digits.text(rate)), weight decay 0.01, \(Digits.count(epochs)) full-batch \(epochWord). Double precision, PyTorch's is single.",
        zh:
          "\(finding.chinese)。\(text.chinese)Adam，学习率 \(Digits.text(rate))，权重衰减 0.01，全批量训练 \(Digits.count(epochs)) 轮。双精度（PyTorch 为单精度）。"
      ),
      alt: Phrase(
        "Two plots of curves by epoch: training loss and error against the truth of four networks. \(text.english)",
        zh: "四个网络的训练损失曲线，及相对真实曲线的误差随训练轮次的变化。\(text.chinese)"))
  }

  private var subtitle: Phrase {
    Phrase(
      "Two hidden layers, ReLU, on $y = x^3 - x^2 + 0.5\\epsilon$, 100 points; Adam at \(Digits.text(rate)), weight decay 0.01, \(Digits.count(epochs)) \(epochWord)",
      zh:
        "两个隐藏层，ReLU，$y = x^3 - x^2 + 0.5\\epsilon$，100 个点；Adam 学习率 \(Digits.text(rate))，权重衰减 0.01，\(Digits.count(epochs)) 轮"
    )
  }

  private var epochWord: String { epochs == 1 ? "epoch" : "epochs" }

  /// What the numbers are of: seeds, places, passes.
  private func notes(_ study: CapacityStudy, isNotes: Bool) -> [Phrase] {
    let (count, list) = (study.seeds.count, study.seedList)
    guard study.diverged.count < 4 else {
      return [Phrase("Double precision (PyTorch: single).", zh: "双精度（PyTorch 为单精度）。")]
    }
    var notes: [Phrase] = []
    if count == 1 {
      notes.append(Phrase("Error: evaluation mode.", zh: "误差：评估模式。"))
    } else {
      let check = NotesCapacityClaims.seeds
      let (also, alsoChinese) =
        isNotes && count < check
        ? (" (lesson check: \(check))", "（lesson check 用 \(check) 个）") : ("", "")
      notes.append(
        Phrase(
          "Error: evaluation mode, median and range of seeds \(list.english)\(also); 128 beats 32 on \(study.wins) of \(count).",
          zh:
            "误差：评估模式，种子 \(list.chinese)\(alsoChinese)的中位数与范围；\(count) 个中有 \(study.wins) 个是 128 优于 32。"
        ))
    }
    if study.own(3).divergedAt == nil {
      let passes = CapacityStudy.passCount
      let loss = Digits.text(study.modes(seed: 0).training)
      let (who, whoChinese) = isNotes ? (", as the notes draw it", "（讲义所画）") : ("", "")
      notes.append(
        Phrase(
          "Training mode\(who): one pass; loss \(loss) and 90 % band of \(passes).",
          zh: "训练模式\(whoChinese)：一次前向；损失 \(loss) 与 90% 色带取自 \(passes) 次。"))
    }
    return notes
  }

  private func results(_ study: CapacityStudy) -> Phrase {
    let (count, list) = (study.seeds.count, study.results)
    return Phrase(
      "\(count == 1 ? "Error" : "Median error over \(count) seeds"): \(list.english).",
      zh: "\(count == 1 ? "误差" : "\(count) 个种子的误差中位数")：\(list.chinese)。")
  }
}
