import LessonKit

/// # The curved valley
///
/// One minimum, at (1, 1), at the far end of a long bent valley. Finding the floor is easy, walking along it is not: who
/// gets there in a thousand steps?
struct Rosenbrock: Lesson {
  static let page = Page(
    "rosenbrock", in: .descent, title: Phrase("The curved valley", zh: "弯曲的山谷"),
    question: Phrase(
      "Who reaches the minimum at the end of a long bent valley?",
      zh: "哪种优化器能走到弯曲山谷尽头的最小值？"),
    examples: [
      .init("--opt adam", shows: Phrase("one optimizer", zh: "一种优化器")),
      .init(
        "--opt sgd,momentum,rmsprop,adam --steps 500",
        shows: Phrase("four, each at its best rate", zh: "四种，各取最佳学习率")),
      .init(
        "--opt adam --lang zh --theme dark", shows: Phrase("a dark slide in Chinese", zh: "中文深色幻灯片")
      ),
    ], map: .plane)

  var rules: [Rule] = [.momentum, .adagrad, .rmsprop, .adam]
  var steps = 1000
  var start = Point(-1.5, 2)
  var schedule = Schedule.constant
  var tuning: Tuning?
  /// The rules that have their default rates.
  var defaults: Set<Int> = []

  private let valley = Landscape.rosenbrock

  mutating func configure(_ options: inout Options) throws {
    try options.take("steps", into: &steps, in: 1...1_000_000)
    try options.take("start", into: &start, in: Interval(-1e6...1e6))
    try options.takeSchedule(into: &schedule)
    try options.takeRules(
      into: &rules, tuned: &tuning, defaults: &defaults, on: valley, from: Vector2(start),
      steps: steps, schedule: schedule, alone: standardRate)
  }

  /// The rate of a rule that is drawn alone and names none: stated on the figure, small enough for a smooth trail.
  private func standardRate(_ rule: Rule) -> Double {
    switch rule.name {
    case "sgd", "nesterov", "momentum": 5e-4
    case "adagrad": 0.5
    case "rmsprop": 0.01
    default: 0.02
    }
  }

  func run(_ context: Context) throws -> Outcome {
    let walks = rules.map {
      descend(valley, from: Vector2(start), by: $0, steps: steps, schedule: schedule)
    }
    let names = rules.distinctNames
    let isAlone = walks.count == 1
    var map = Panel(x: Axis("$x$"), y: Axis("$y$"), frame: .box) {
      Surface(Field(valley), start: valley.value(at: Vector2(start)))
      for (i, walk) in walks.enumerated() {
        walk.trail(names[i], series: i + (isAlone ? 1 : 0), milestones: isAlone, named: !isAlone)
      }
      Ring(start, label: Phrase("start", zh: "起点"))
      Star(Point(valley.minimum.point), label: Phrase("minimum", zh: "最小值点"))
    }
    map.show(View(valley.view).holding(start).holding(walks))
    let arrivals = Arrivals(walks, names: names, target: valley.minimum.point, steps: steps)
    let figure = Figure(
      arrivals.finding, subtitle: subtitle,
      notes: isAlone
        ? [] : Tuning.stamp(rules, tuned: tuning, defaults: defaults, because: Tuning.allDiverge),
      arrangement: .adaptive(wide: .row([1.75, 1]), tall: .column([2.4, 1])),
      panels: [map, LossStrip(walks, names: names, steps: steps).panel])
    return Outcome(
      figure: figure, claims: RosenbrockClaims(context: context).all,
      series: zip(rules, walks).map { $1.table(named: $0.name) },
      caption: Phrase(
        "\(arrivals.finding.english). Rosenbrock’s function from (\(Digits.text(start.x)), \(Digits.text(start.y))), \(Digits.count(steps, of: "step")); \(rates.english).",
        zh:
          "\(arrivals.finding.chinese)。Rosenbrock 函数，起点（\(Digits.text(start.x))，\(Digits.text(start.y))），\(Digits.count(steps)) 步；\(rates.chinese)。"
      ),
      alt: Phrase(
        "Contour map of Rosenbrock’s curved valley with log levels and the trails of the optimizers. \(arrivals.distances.english)",
        zh: "Rosenbrock 弯曲山谷的对数等高线图，图上画出各优化器走过的轨迹。\(arrivals.distances.chinese)"))
  }

  private var subtitle: Phrase {
    let formula = Phrase(same: valley.formula)
    guard rules.count == 1 else {
      return formula
        + Phrase(
          "  ·  \(Digits.count(steps, of: "step")) each; reached: within \(Arrivals.reach)",
          zh: "  ·  各走 \(Digits.count(steps)) 步；走到：距离不超过 \(Arrivals.reach)") + pace
    }
    return formula
      + "  ·  " + rules[0].described + pace
  }

  /// The schedule, where there is one.
  private var pace: Phrase {
    schedule == .constant ? "" : Phrase(", \(schedule.spelling)", zh: "，\(schedule.spelling)")
  }

  private var rates: Phrase {
    let list = rules.map(\.described)
    return Phrase(
      list.map(\.english).joined(separator: "; "), zh: list.map(\.chinese).joined(separator: "；"))
  }
}
