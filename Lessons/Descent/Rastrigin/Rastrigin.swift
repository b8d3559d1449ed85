import LessonKit

/// # The egg box
///
/// 121 minima, one of them the lowest. Every walk ends in one of them: which one hangs on the start, and hardly on the
/// optimizer.
struct Rastrigin: Lesson {
  static let page = Page(
    "rastrigin", in: .descent, title: Phrase("The egg box", zh: "鸡蛋盒"),
    question: Phrase("How often does an optimizer find the lowest of 121 minima?", zh: "121 个极小值点里，优化器有多大机会找到最低的那一个？"),
    examples: [
      .init("--opt sgd", shows: Phrase("gradient descent: no start leaves its minimum", zh: "梯度下降：每个起点都停在原处的极小值")),
      .init("--figure path", shows: Phrase("one walk through local minima", zh: "穿过局部极小值的一次运行")),
      .init(
        "--figure odds --opt adam,adamw,nadam --seed 1", shows: Phrase("other optimizers, other starts", zh: "换优化器，换起点")
      ),
    ])

  @Option() var rules: [Rule] = [.momentum.with("momentum", 0.98), .sgd, .rmsprop, .adam]
  @Option("steps", in: 1...10_000) var steps = 1000
  @Option(
    "start", in: Interval(-5.12...5.12), help: Phrase("where the walks of the figure path start", zh: "path 图中两次运行的起点"))
  var start = Point(3.4, 0.38)
  @Option("seeds", in: 1...20_000, help: Phrase("how many random starts are counted", zh: "统计多少个随机起点")) var starts =
    2000

  /// The rate of an optimizer that names none and is not tuned: stated on the figure.
  static func standardRate(_ rule: Rule) -> Double {
    switch rule.name {
    case "sgd", "momentum", "nesterov": 0.001
    case "rmsprop": 0.005
    case "adagrad": 0.5
    default: 0.05
    }
  }

  /// The rules, each with a rate.
  var ready: [Rule] { rules.map { $0.learningRate == nil ? $0.with(learningRate: Self.standardRate($0)) : $0 } }

  var figures: [LessonFigure] {
    [
      LessonFigure(
        "basins", "Which starts end in the global minimum", zh: "哪些起点最终到达全局最小值", uses: [$rules, $steps], hasView: true,
        hasTrail: true
      ) { _ in basinsFigure },
      LessonFigure("path", "A walk over a landscape full of minima", zh: "在布满极小值的曲面上下降", hasView: true, hasTrail: true)
      { pathFigure($0) },
      LessonFigure("odds", "How often the global minimum is found", zh: "找到全局最小值的频率", uses: [$rules, $steps, $starts]) {
        oddsFigure($0)
      },
      LessonFigure(
        "leap", "Adagrad at rates far beyond the usual", zh: "学习率远超常用值时的 Adagrad", uses: [$steps, $starts],
        hasTrail: true
      ) { leapFigure($0) },
    ]
  }
}
