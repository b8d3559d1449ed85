import LessonKit

/// # Any function
///
/// A map of a test function or of the reader's own formula: where it is lowest, and where rules get to from a start.
struct AnyFunction: Lesson {
  static let page = Page(
    "surface", in: .descent, title: Phrase("Any function", zh: "任意函数"),
    question: Phrase(
      "Where is a function lowest, and which optimizers get there?",
      zh: "一个函数的最低点在哪里，哪些优化器能走到？"),
    examples: [
      .init(
        "--fn beale --opt sgd,momentum,adam",
        shows: Phrase("three rules on Beale's function", zh: "三种优化器在 Beale 函数上")),
      .init("--fn himmelblau --3d --opt adam", shows: Phrase("a lit surface", zh: "光照曲面")),
      .init("--fn x^4-3x^2+x+y^2", shows: Phrase("a formula of one's own", zh: "自己的公式")),
      .init(
        "--fn x^2-y^2+y^4/4 --opt adam:lr=0.05 --start 1,0.001",
        shows: Phrase("past a saddle", zh: "经过鞍点")),
    ], map: .plane)

  var landscape = Landscape.himmelblau
  var rules: [Rule] = []
  var steps = 1000
  var start = Point(0, 0)
  var schedule = Schedule.constant
  var tuning: Tuning?
  var isSpatial = false
  private var survey = Landscape.himmelblau.survey(of: Landscape.himmelblau.view)

  mutating func configure(_ options: inout Options) throws {
    try options.takeFunction(into: &landscape)
    if let view = options.view { landscape = landscape.with(view: .init(x: view.x, y: view.y)) }
    survey = landscape.survey(of: landscape.view)
    if survey.floor == .nothing {
      throw UsageError(
        "--fn \(landscape.name) has no finite value in the view", hints: ["try another --view"])
    }
    if landscape.minima.isEmpty, case .points(let minima) = survey.floor {
      landscape = landscape.with(minima: minima)
    }
    start = Point(
      landscape.view.contains(landscape.start)
        ? landscape.start : landscape.start(in: landscape.view))
    try options.take("steps", into: &steps, in: 1...1_000_000)
    try options.take("start", into: &start, in: Interval(-1e6...1e6))
    try options.takeSchedule(into: &schedule)
    try options.take(
      "3d", into: &isSpatial,
      help: Phrase("as a lit surface over its map", zh: "画成光照曲面，下方附等高线图"))
    try options.takeRules(
      into: &rules, tuned: &tuning, byLossOn: landscape, from: Vector2(start), steps: steps,
      isTuned: hasFloor)
    guard rules.isEmpty || landscape.value(at: Vector2(start)).isFinite else {
      throw UsageError(
        "no walk can start at (\(Digits.text(start.x)), \(Digits.text(start.y))): f is \(Digits.text(landscape.value(at: Vector2(start)))) there",
        hints: ["give another --start"])
    }
  }

  /// Whether there is a lowest value for walks to end at.
  private var hasFloor: Bool {
    switch survey.floor {
    case .points, .level: true
    default: !landscape.minima.isEmpty
    }
  }

  func run(_ context: Context) throws -> Outcome {
    let walks = rules.map {
      descend(landscape, from: Vector2(start), by: $0, steps: steps, schedule: schedule)
    }
    let names = rules.distinctNames
    let words = AnyFunctionWords(
      landscape: landscape, survey: survey, walks: walks, names: names, steps: steps,
      schedule: schedule)
    var panels = isSpatial ? [relief(walks, names, words)] : [map(walks, names, words)]
    if !walks.isEmpty { panels.append(strip(walks, names).panel) }
    if isSpatial && walks.isEmpty { panels.append(map(walks, names, words)) }
    panels[panels.count - 1].isEssential = panels.count == 1
    let figure = Figure(
      words.finding, subtitle: words.subtitle,
      notes: rates + words.remarks,
      arrangement: panels.count == 1
        ? .row([1]) : .adaptive(wide: .row([1.75, 1]), tall: .column([2.4, 1])),
      panels: panels)
    return Outcome(
      figure: figure, series: zip(rules, walks).map { $1.table(named: $0.name) } + words.tables,
      caption: words.caption, alt: words.alt)
  }

  /// How the rates were found; given ones of a rule alone stand in the subtitle.
  private var rates: [Phrase] {
    if rules.isEmpty || (rules.count == 1 && tuning == nil) { return [] }
    return Tuning.stamp(rules, tuned: tuning)
  }

  /// The surface in space, over its map.
  private func relief(_ walks: [Walk], _ names: [Phrase], _ words: AnyFunctionWords) -> Panel {
    let height = words.colorBar(isLogarithmic)
    var relief = Panel(x: Axis("$x$"), y: Axis("$y$"), scene: Scene(z: Axis(height))) {
      Surface(field, start: isLogarithmic ? levelsFrom(walks) : nil)
      for (i, walk) in walks.enumerated() {
        walk.trail(names[i], series: i + (walks.count == 1 ? 1 : 0), milestones: false, named: true)
      }
      if !walks.isEmpty { Ring(start, label: Phrase("start", zh: "起点")) }
      for minimum in landscape.minima { Star(Point(minimum.point), label: words.label(minimum)) }
    }
    relief.show(
      walks.isEmpty ? View(landscape.view) : View(landscape.view).holding(start).holding(walks))
    return relief
  }

  private func map(_ walks: [Walk], _ names: [Phrase], _ words: AnyFunctionWords) -> Panel {
    let isAlone = walks.count == 1
    var map = Panel(x: Axis("$x$"), y: Axis("$y$"), frame: .box) {
      Surface(field, start: isLogarithmic ? levelsFrom(walks) : nil)
      for (i, walk) in walks.enumerated() {
        walk.trail(names[i], series: i + (isAlone ? 1 : 0), milestones: isAlone, named: !isAlone)
      }
      if !walks.isEmpty { Ring(start, label: Phrase("start", zh: "起点")) }
      for minimum in landscape.minima where landscape.view.contains(minimum.point) || !walks.isEmpty
      {
        Star(Point(minimum.point), label: words.label(minimum))
      }
      if walks.isEmpty, case .edge(let minimum) = survey.floor {
        Callout(words.edgeLabel(minimum), at: Point(minimum.point), bold: true)
      }
    }
    map.show(
      walks.isEmpty ? View(landscape.view) : View(landscape.view).holding(start).holding(walks))
    if walks.isEmpty || !strip(walks, names).isColorBar {
      map.colorBar = words.colorBar(isLogarithmic)
    }
    return map
  }

  private var lowest: Double { survey.lowest ?? 0 }

  /// The height two decades above which log levels begin: at least four decades in all.
  private func levelsFrom(_ walks: [Walk]) -> Double? {
    let upper = survey.heights.map { ($0.upperBound - lowest) / 100 }
    return (walks.prefix(1).map { $0.losses[0] - lowest } + [upper].compactMap { $0 })
      .filter { $0 > 0 }.min()
  }

  /// Whether the map shows powers of ten above the lowest value.
  private var isLogarithmic: Bool { survey.spansDecades }

  private var field: Field {
    if isLogarithmic || survey.lowest == 0 { return Field(landscape, above: lowest) }
    if case .bottomless = survey.floor, let heights = survey.heights {
      return Field(landscape, cutBelow: heights.lowerBound)
    }
    return Field(landscape)
  }

  /// Loss against step: above the lowest value where there is one, else the loss itself.
  private func strip(_ walks: [Walk], _ names: [Phrase]) -> LossStrip {
    var strip = LossStrip(walks, names: names, steps: steps)
    let losses = walks.flatMap(\.losses)
    switch survey.floor {
    case .points, .level:
      let floor = min(lowest, losses.min() ?? lowest)
      strip.height = floor == 0 ? .loss : .above(floor)
      strip.isColorBar = isLogarithmic
    default:
      let heights = survey.heights ?? 0...1
      let air = 2 * (heights.upperBound - heights.lowerBound)
      let low = max(losses.min() ?? 0, heights.lowerBound - air)
      strip.height = .level(low...max(low, min(losses.max() ?? 0, heights.upperBound + air)))
      strip.isColorBar = !isLogarithmic
    }
    return strip
  }
}
