import LessonKit

/// # A rounder bowl
///
/// The loss of a linear model is a bowl whose shape is the covariance of its features. Batch normalisation divides each
/// feature by its spread: how much rounder does the bowl get, and is it always rounder?
struct BNConditioning: Lesson {
  static let page = Page(
    "bn-conditioning", in: .normalisation, title: Phrase("Normalisation and conditioning", zh: "归一化与条件数"),
    question: Phrase("How much rounder does normalising make the loss, and does it always?", zh: "归一化让损失曲面圆了多少？总是更圆吗？"),
    examples: [
      .init("--rho 0.9", shows: Phrase("features that vary together", zh: "高度相关的特征")),
      .init("--ratio 20", shows: Phrase("features of very different size", zh: "大小悬殊的特征")),
      .init("--figure worse --seed 1", shows: Phrase("when normalising makes it worse", zh: "归一化反而变差的情形")),
    ])

  @Option(
    "ratio", in: 1.0...100.0,
    help: Phrase("how many times as much as the second feature the first one varies", zh: "第一个特征的标准差是第二个的几倍"))
  var ratio = 3.5
  @Option("rho", in: -0.99...0.99, help: Phrase("correlation of the two features", zh: "两个特征的相关系数")) var rho = 0.3
  @Option("start", in: Interval(-5...5)) var start = Point(-0.65, 1.8)

  func validate() throws {
    guard start != .zero else {
      throw UsageError(
        "--start 0,0 is the minimum itself", zh: "--start 0,0 就是最小值点", hint: "start elsewhere, as in --start=-0.4,0.5",
        zh: "换一个起点，例如 --start=-0.4,0.5")
    }
  }

  var figures: [LessonFigure] {
    [
      LessonFigure(
        "bowls", "A loss before and after its features are standardised", zh: "特征标准化前后的损失",
        uses: [$ratio, $rho, $start], hasTrail: true
      ) { _ in bowlsFigure },
      LessonFigure("example", "Two features before and after they are standardised", zh: "标准化前后的两个特征", uses: []) {
        exampleFigure($0)
      },
      LessonFigure(
        "distance", "The distance to the minimum, step by step", zh: "到最小值点的距离随步数的变化", uses: [$ratio, $rho, $start]
      ) { _ in distanceFigure },
      LessonFigure(
        "worse", "How often standardising makes the condition number worse", zh: "标准化使条件数变差的频率", uses: [],
        needsOpenBLAS: true
      ) { worseFigure($0) },
    ]
  }
}
