import LessonKit

/// # Covariate shift
///
/// A model that fits where its data were may be wrong where new inputs are, though the curve behind them is the same.
/// Weights for the data mend that. Do layers inside a network suffer from the same, and does batch normalisation mend it?
struct CovariateShift: Lesson {
  static let page = Page(
    "covariate-shift", in: .normalisation, title: Phrase("Covariate shift", zh: "协变量偏移"),
    question: Phrase(
      "What becomes of a fit when the inputs shift, outside and inside a network?", zh: "输入分布偏移时，拟合会怎样？网络内部又如何？"),
    examples: [
      .init("--to 1.5", shows: Phrase("a smaller shift", zh: "较小的偏移")),
      .init("--points 1000 --seed 3", shows: Phrase("more points, drawn anew", zh: "更多的点，重新抽样")),
      .init("--figure inside --lr 0.2", shows: Phrase("a smaller learning rate", zh: "较小的学习率")),
    ])

  @Option("to", in: -3.0...5.0, help: Phrase("the mean of the new inputs", zh: "新输入的均值")) var mean = 2.0
  @Option("spread", in: 0.05...2.0, help: Phrase("the standard deviation of the new inputs", zh: "新输入的标准差"))
  var spread = 0.25
  @Option("points", in: 2...5000, unit: "points", help: Phrase("points of each kind", zh: "新旧数据各有多少点")) var points = 250
  @Option("lr", in: .positive) var rate = 0.5
  @Option("steps", in: 2...2000) var steps = 60
  @Option("seeds", in: 1...50) var seeds = 5

  var figures: [LessonFigure] {
    [
      LessonFigure(
        "shift", "A line fitted to old inputs, and the inputs of now", zh: "拟合旧输入的直线与现在的输入",
        uses: [$mean, $spread, $points]
      ) { shiftFigure(shifted(from: Self.nearlyStraight, $0), $0) },
      LessonFigure(
        "weights", "A line fitted to old inputs, and one weighted for new inputs", zh: "拟合旧输入的直线与为新输入加权的直线",
        uses: [$mean, $spread, $points]
      ) { weightsFigure(shifted(from: ShiftedInputs.old, $0), $0) },
      LessonFigure(
        "inside", "How far layers’ inputs shift in training, and the loss", zh: "训练中层输入的偏移与损失",
        uses: [$rate, $steps, $seeds], needsOpenBLAS: true
      ) { insideFigure(ShiftTraining(rate: rate, steps: steps, seeds: seeds, from: $0.seed)) },
    ]
  }

  /// Old inputs over which the curve is nearly straight, and a line is good.
  static let nearlyStraight = ShiftedInputs.Normal(mean: 0.75, deviation: 0.22)

  private func shifted(from old: ShiftedInputs.Normal, _ run: Run) -> ShiftedInputs {
    ShiftedInputs(new: .init(mean: mean, deviation: spread), old: old, count: points, seed: run.seed)
  }

  /// Refuses what would take minutes.
  func validate() throws {
    let most = 20_000
    guard steps * seeds > most else { return }
    throw UsageError(
      "--steps \(steps) with --seeds \(seeds) takes too long", zh: "--steps \(steps) 与 --seeds \(seeds) 耗时太长",
      hints: [.reach("--steps \(most / seeds)")])
  }
}
