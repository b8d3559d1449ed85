import LessonKit

/// # Who may count on a small batch
///
/// Batch norm estimates a variance from the batch, group and layer norm from a single sample. The law for the error of
/// that estimate holds for independent normal values; values of real maps are neither.
struct NormBatchSize: Lesson {
  static let page = Page(
    "norm-batch-size", in: .normalisation, title: Phrase("Who may count on a small batch", zh: "小批量下谁可靠"),
    question: Phrase(
      "How wrong is the variance that each normalisation works with, and does that depend on the batch?",
      zh: "各种归一化所用的方差误差有多大，与批量大小有关吗？"),
    examples: [
      .init("--figure blocks", shows: Phrase("what each takes its variance over", zh: "方差在哪些值上统计")),
      .init("--seeds 32", shows: Phrase("more seeds", zh: "更多种子")),
      .init("--seed 7 --theme dark", shows: Phrase("other draws", zh: "另一组抽样")),
    ])

  @Option("seeds", in: 1...100) var seeds = 8

  var figures: [LessonFigure] {
    [
      LessonFigure("batch", "How far off the variance is, by batch size", zh: "方差估计的误差与批量大小") { batchFigure($0) },
      LessonFigure("blocks", "What one variance is taken over", zh: "每个方差在哪些值上统计", uses: []) { _ in blocksFigure },
      LessonFigure(
        "correlated", "How far off the variance is, by kind of values", zh: "方差估计的误差与数值的性质", needsOpenBLAS: true
      ) { correlatedFigure($0) },
      LessonFigure("pair", "What batch norm puts out for a batch of two", zh: "批量为 2 时批归一化的输出", uses: []) {
        pairFigure($0)
      },
    ]
  }
}
