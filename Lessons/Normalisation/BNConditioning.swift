import LessonKit

/// # A rounder bowl
///
/// The loss of a linear model is a bowl whose shape is the covariance of its features. Batch normalisation divides each
/// feature by its spread: how much rounder does the bowl get, and is it always rounder?
struct BNConditioning: Lesson {
  static let page = Page(
    "bn-conditioning", in: .normalisation,
    title: Phrase("Normalisation and conditioning", zh: "归一化与条件数"),
    question: Phrase(
      "How much rounder does normalising make the loss, and does it always?",
      zh: "归一化让损失曲面圆了多少？总是更圆吗？"),
    examples: [
      .init("", shows: Phrase("the notes’ covariance", zh: "讲义中的协方差")),
      .init("--rho 0.9", shows: Phrase("features that vary together", zh: "高度相关的特征")),
      .init(
        "--start 0.5,0.3 --seed 1", shows: Phrase("another start, other draws", zh: "另一起点与种子")),
      .init(
        "--view -0.1:0.1,-0.1:0.1",
        shows: Phrase(
          "both maps closer: raw weights, and around the same models", zh: "放大两幅图：按原始权重给出，右图取相同的模型")
      ),
    ], map: .plane)

  var rho = 0.5
  var start = Point(-0.4, 0.5)
  /// What is in view of the raw weights, nil for all.
  var view: View?

  mutating func configure(_ options: inout Options) throws {
    try options.take(
      "rho", into: &rho, in: -0.99...0.99,
      help: Phrase("correlation of the two features", zh: "两个特征的相关系数"))
    try options.take("start", into: &start, in: Interval(-2...2))
    view = options.view
    guard start != .zero else {
      throw UsageError(
        "--start 0,0 is the minimum itself", hints: ["start elsewhere, as in --start=-0.4,0.5"])
    }
  }

  func run(_ context: Context) throws -> Outcome {
    let pair = BowlPair(correlation: rho, start: Vector2(start))
    let trials = Standardising(
      draws: context.count(figure: 2000, full: 20_000), seed: context.seed)
    let figure = Figure(
      pair.finding, subtitle: pair.subtitle, notes: pair.notes + [trials.protocolNote],
      arrangement: .adaptive(
        wide: .row([1, 1, 1.2]),
        tall: .rows([.init(height: 2.1, widths: [1, 1]), .init(height: 1, widths: [1])])),
      panels: BowlPanels(pair: pair, trials: trials, view: view).all)
    let (results, shares) = (pair.results, trials.results)
    return Outcome(
      figure: figure, claims: BNConditioningClaims(trials: trials, seed: context.seed).all,
      series: pair.tables + [trials.table],
      caption: Phrase(
        "\(pair.finding.english). \(results.english) \(shares.english)",
        zh: "\(pair.finding.chinese)。\(results.chinese)\(shares.chinese)"),
      alt: Phrase(
        "Two maps of a loss with gradient descent, raw and standardised, and curves of how often standardising is worse. \(results.english)",
        zh: "两幅损失等高线图（原始与标准化）及梯度下降轨迹，右侧为标准化反而变差的比例曲线。\(results.chinese)"))
  }
}
