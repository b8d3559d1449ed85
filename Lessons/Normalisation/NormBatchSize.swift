import LessonKit

/// # Who may count on a small batch
///
/// Batch norm estimates a variance from the batch, group and layer norm from a single sample. The notes' law for the
/// error of that estimate holds for independent normal values; values of real maps are neither.
struct NormBatchSize: Lesson {
  static let page = Page(
    "norm-batch-size", in: .normalisation,
    title: Phrase("Who may count on a small batch", zh: "小批量下谁可靠"),
    question: Phrase(
      "How wrong is the variance that each normalisation works with, and does that depend on the batch?",
      zh: "各种归一化所用的方差误差有多大，与批量大小有关吗？"),
    examples: [
      .init("", shows: Phrase("three kinds of values, 8 seeds", zh: "三类数值，8 个种子")),
      .init("--seeds 32", shows: Phrase("more seeds", zh: "更多种子")),
      .init("--seed 7 --theme dark", shows: Phrase("other draws", zh: "另一组抽样")),
    ])

  var seeds = 8

  mutating func configure(_ options: inout Options) throws {
    try options.take("seeds", into: &seeds, in: 1...100)
  }

  func run(_ context: Context) throws -> Outcome {
    let maps = context.count(figure: 2048, full: 8192)
    let study = VarianceStudy(seed: context.seed, seeds: seeds, maps: maps)
    let words = NormWords(study: study)
    let panels = NormPanels(study: study, seed: context.seed)
    let figure = Figure(
      words.finding, subtitle: words.subtitle, notes: words.notes,
      arrangement: .rows([
        .init(height: 1, widths: [1.15, 1]), .init(height: 1.1, widths: [1.15, 1]),
      ]), panels: panels.all)
    return Outcome(
      figure: figure, claims: NormClaims(study: study, context: context).all, series: words.tables,
      caption: words.caption, alt: words.alt)
  }
}
