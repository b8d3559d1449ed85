import LessonKit

/// # The curved valley
///
/// One minimum, at (1, 1), at the far end of a long bent valley. Finding the floor is easy, walking along it is not: who
/// gets there in a thousand steps?
struct Rosenbrock: Lesson {
  static let page = Page(
    "rosenbrock", in: .descent, title: Phrase("The curved valley", zh: "弯曲的山谷"),
    question: Phrase("Who reaches the minimum at the end of a long bent valley?", zh: "哪种优化器能走到弯曲山谷尽头的最小值？"),
    examples: [
      .init("--opt adam", shows: Phrase("one optimizer", zh: "一种优化器")),
      .init(
        "--opt sgd,momentum,rmsprop,adam --steps 500", shows: Phrase("four, each at its best rate", zh: "四种，各取最佳学习率")),
      .init("--opt adam --lang zh --theme dark", shows: Phrase("a dark slide in Chinese", zh: "中文深色幻灯片")),
    ])

  @Option("steps", in: 1...1_000_000) var steps = 1500
  @Option("start", in: Interval(-1e6...1e6)) var start = Point(-0.5, 2.8)
  @Option() var schedule = Schedule.constant
  @Option(rate: { rule, isAlone in isAlone ? Rosenbrock.standardRate(rule) : nil }) var rules: [Rule] = [
    .momentum, .adam, .rmsprop, .adagrad,
  ]

  let valley = Landscape.rosenbrock

  /// The rate of an optimizer that is drawn alone and names none: stated on the figure.
  private static func standardRate(_ rule: Rule) -> Double {
    switch rule.name {
    case "sgd", "nesterov", "momentum": 5e-4
    case "adagrad": 0.5
    case "adam", "adamw": 0.2
    case "rmsprop": 0.01
    default: 0.02
    }
  }

  var figures: [LessonFigure] {
    let walk = LessonFigure(
      "valley", "A walk through a long bent valley", zh: "走过一条弯曲狭长的山谷", hasView: true, hasTrail: true
    ) { _ in valleyFigure }
    let loss = LessonFigure("loss", "The loss on the way through the valley", zh: "穿过山谷途中的损失") { _ in lossFigure }
    let race = LessonFigure(
      "race", "One valley, one start, several optimizers", zh: "同一山谷、同一起点、不同优化器", hasView: true, hasTrail: true
    ) { _ in raceFigure }
    return rules.count == 1 ? [walk, loss] : [race, walk, loss]
  }
}
