import LessonKit

/// # Beside a saddle
///
/// Along x a valley, along y a ridge, and at the crossing no slope at all. Gradient descent lingers there; how much sooner
/// momentum gets away hangs on how it is written down, and on the rate.
struct Saddle: Lesson {
  static let page = Page(
    "saddle", in: .descent, title: Phrase("Beside a saddle", zh: "鞍点旁边"),
    question: Phrase("How many steps does it take to get away from a saddle point?", zh: "离开鞍点要走多少步？"),
    examples: [
      .init("--opt adam", shows: Phrase("one optimizer", zh: "一种优化器")),
      .init("--lr 0.1", shows: Phrase("at ten times the rate", zh: "学习率放大到十倍")),
      .init("--figure escape", shows: Phrase("how long each optimizer stays", zh: "各优化器停留多久")),
      .init("--figure noise", shows: Phrase("a start from which only noise helps", zh: "只有噪声能帮忙的起点")),
    ])

  @Option("steps", in: 1...100_000) var steps = 2000
  @Option("start", in: Interval(-1...1)) var start = Point(1, -1e-6)
  @Option(rate: { _, _ in 0.01 }) var rules: [Rule] = Saddle.standard
  @Option("seeds", in: 1...1000) var seeds = 20

  /// The optimizers where the user names none; the surface then shows the first two.
  static let standard: [Rule] = [.sgd, .momentum, .adam, .rmsprop]

  var figures: [LessonFigure] {
    [
      LessonFigure(
        "saddle", "Beside a saddle, after the same number of steps", zh: "鞍点旁边，走过同样步数之后",
        uses: [$steps, $start, $rules], hasTrail: true
      ) { _ in saddleFigure },
      LessonFigure(
        "escape", "How many steps it takes to leave the saddle", zh: "离开鞍点需要多少步", uses: [$steps, $start, $rules]
      ) { _ in escapeFigure },
      LessonFigure("averaged", "Two ways to write momentum, beside a saddle", zh: "动量的两种写法与鞍点", uses: [$start]) { _ in
        averagedFigure
      }, LessonFigure("ravine", "Leaving ever narrower saddles", zh: "离开越来越窄的鞍点", uses: [$start]) { _ in ravineFigure },
      LessonFigure("noise", "Leaving the ridge of a saddle, by noise", zh: "借助噪声离开鞍点的脊线", uses: [$seeds]) {
        noiseFigure($0)
      },
    ]
  }
}
