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
        shows: Phrase("three rules on Beale’s function", zh: "三种优化器在 Beale 函数上")),
      .init("--fn himmelblau --3d --opt adam", shows: Phrase("a lit surface", zh: "光照曲面")),
      .init("--fn x^4-3x^2+x+y^2", shows: Phrase("a formula of one’s own", zh: "自己的公式")),
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
  /// The rules, by their places, that keep their default rates.
  private var defaults: Set<Int> = []
  var isSpatial = false
  private var isViewGiven = false
  /// Whether what is shown goes below the lowest value of the view.
  private var isOpen = false
  private var survey = Landscape.himmelblau.survey(of: Landscape.himmelblau.view)

  mutating func configure(_ options: inout Options) throws {
    try options.takeFunction(into: &landscape)
    if let view = options.view { landscape = landscape.with(view: .init(x: view.x, y: view.y)) }
    isViewGiven = options.view != nil
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
      into: &rules, tuned: &tuning, defaults: &defaults, byLossOn: landscape, from: Vector2(start),
      steps: steps, schedule: schedule, isTuned: hasFloor)
    if rules.isEmpty {
      try options.refuse(
        ["steps", "start", "schedule"], when: "without --opt", mend: "as in: --opt adam")
    }
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
    var lesson = self
    lesson.isOpen = goesLower(in: view(walks))
    return lesson.outcome(walks)
  }

  private func outcome(_ walks: [Walk]) -> Outcome {
    let names = rules.distinctNames
    let words = AnyFunctionWords(
      landscape: landscape, survey: survey, walks: walks, names: names, steps: steps,
      schedule: schedule, isSpatial: isSpatial, shown: view(walks))
    var panels = isSpatial ? [relief(walks, names, words)] : [map(walks, names, words)]
    if !walks.isEmpty { panels.append(strip(walks, names).panel) }
    if isSpatial && walks.isEmpty { panels.append(map(walks, names, words)) }
    panels[panels.count - 1].isEssential = panels.count == 1
    let figure = Figure(
      words.finding, subtitle: words.subtitle,
      notes: rates + words.remarks + grain(walks),
      arrangement: arrangement(of: panels),
      panels: panels)
    return Outcome(
      figure: figure, series: zip(rules, walks).map { $1.table(named: $0.name) } + words.tables,
      caption: words.caption, alt: words.alt)
  }

  /// A square map needs less of the width than a surface in space; two of equal height on a tall page.
  private func arrangement(of panels: [Panel]) -> Arrangement {
    if panels.count == 1 { return .row([1]) }
    if isSpatial && !rules.isEmpty {
      return .adaptive(wide: .row([1.75, 1]), tall: .column([2.4, 1]))
    }
    return isSpatial
      ? .adaptive(wide: .row([1.3, 1]), tall: .column([1, 1]))
      : .adaptive(broad: .row([1.1, 1]), wide: .row([1.6, 1]), tall: .column([2.4, 1]))
  }

  /// What maps show: the landscape's view; where walks keep to a small part of it that part, with start and minima.
  private func view(_ walks: [Walk]) -> View {
    let whole = View(landscape.view)
    guard !walks.isEmpty else { return whole }
    return (closer(walks) ?? whole).holding(start).holding(walks)
  }

  /// A part of the view, of its shape, that holds all walks, the start and the minima with some air: a quarter at least.
  ///
  /// None where a walk leaves the view, or where levels would be spread in another way.
  private func closer(_ walks: [Walk]) -> View? {
    let window = landscape.view
    let minima = landscape.minima.map(\.point).filter { window.contains($0) }
    let points = walks.flatMap(\.points) + minima
    guard !isViewGiven, !minima.isEmpty, survey.shareUndefined == 0,
      points.allSatisfy({ window.contains($0) }), window.contains(Vector2(start))
    else { return nil }
    let (xs, ys) = (points.map(\.x), points.map(\.y))
    func span(_ values: [Double], _ whole: ClosedRange<Double>) -> (middle: Double, share: Double) {
      let (low, high) = (values.min() ?? 0, values.max() ?? 0)
      return ((low + high) / 2, (high - low) / (whole.upperBound - whole.lowerBound))
    }
    let (across, up) = (span(xs, window.x), span(ys, window.y))
    let share = max(0.25, 1.4 * max(across.share, up.share))
    guard share < 0.85 else { return nil }
    func part(_ whole: ClosedRange<Double>, around middle: Double) -> ClosedRange<Double> {
      let half = share * (whole.upperBound - whole.lowerBound) / 2
      let center = min(max(middle, whole.lowerBound + half), whole.upperBound - half)
      return (center - half)...(center + half)
    }
    let closer = Landscape.Window(
      x: part(window.x, around: across.middle), y: part(window.y, around: up.middle))
    guard landscape.survey(of: closer).spansDecades == survey.spansDecades else { return nil }
    return View(closer)
  }

  /// Whether a map shows a unit of x as long as one of y: unless its view is long and thin.
  private func isTrueToScale(_ view: View) -> Bool {
    let ratio = (view.x.upperBound - view.x.lowerBound) / (view.y.upperBound - view.y.lowerBound)
    return (0.4...2.5).contains(ratio)
  }

  /// Levels by squares where most of the view lies low above single points; else what suits the view.
  private var spread: Surface.Spread? {
    guard !isLogarithmic, case .points(let minima) = survey.floor, let heights = survey.heights
    else { return nil }
    let window = landscape.view
    func places(_ range: ClosedRange<Double>) -> [Double] {
      (0..<24).map {
        range.lowerBound + (Double($0) + 0.5) / 24 * (range.upperBound - range.lowerBound)
      }
    }
    let above = places(window.y).flatMap { y in
      places(window.x).map { landscape.value(at: Vector2($0, y)) - minima[0].value }
    }
    let finite = above.filter(\.isFinite)
    guard !finite.isEmpty else { return nil }
    let isLow = finite.median() < 0.4 * (heights.upperBound - minima[0].value)
    return isLow ? .squares : nil
  }

  /// How the rates were found; given ones of a rule alone stand in the subtitle.
  private var rates: [Phrase] {
    if rules.isEmpty || (rules.count == 1 && tuning == nil && defaults.isEmpty) { return [] }
    let reason =
      hasFloor
      ? Tuning.allDiverge
      : Phrase("no lowest point in view to tune for", zh: "图中没有可供调参的最低点")
    return Tuning.stamp(rules, tuned: tuning, defaults: defaults, because: reason)
  }

  /// The surface in space, over its map.
  private func relief(_ walks: [Walk], _ names: [Phrase], _ words: AnyFunctionWords) -> Panel {
    let height = words.colorBar(isLogarithmic)
    var relief = Panel(x: Axis("$x$"), y: Axis("$y$"), scene: Scene(z: Axis(height))) {
      Surface(field, start: isLogarithmic ? levelsFrom(walks) : nil, spread: spread)
      for (i, walk) in walks.enumerated() {
        walk.trail(names[i], series: i + (walks.count == 1 ? 1 : 0), milestones: false, named: true)
      }
      if !walks.isEmpty { Ring(start, label: Phrase("start", zh: "起点")) }
      for minimum in landscape.minima { Star(Point(minimum.point), label: words.label(minimum)) }
    }
    relief.show(view(walks))
    return relief
  }

  private func map(_ walks: [Walk], _ names: [Phrase], _ words: AnyFunctionWords) -> Panel {
    let isAlone = walks.count == 1
    var map = Panel(x: Axis("$x$"), y: Axis("$y$"), frame: .box) {
      Surface(field, start: isLogarithmic ? levelsFrom(walks) : nil, spread: spread)
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
    let view = view(walks)
    map.show(view)
    // Beside the surface the map has a narrow place; alone it fills the page, as maps of valleys do.
    map.equalAspect = isSpatial && isTrueToScale(view)
    if walks.isEmpty || !strip(walks, names).isColorBar {
      map.colorBar = words.colorBar(isLogarithmic)
    }
    return map
  }

  private var lowest: Double { survey.lowest ?? 0 }

  /// A warning where the function varies faster than the pixels of a map can show.
  private func grain(_ walks: [Walk]) -> [Phrase] {
    let view = view(walks)
    guard let heights = survey.heights,
      landscape.isTooFine(
        for: .init(x: view.x, y: view.y), pixels: 800,
        spread: heights.upperBound - heights.lowerBound)
    else { return [] }
    return [
      Phrase(
        "f varies faster than pixels can show: the pattern is not its true shape.",
        zh: "f 的变化比像素还密：图中纹样并非其真实形状。")
    ]
  }

  /// The height two decades above which log levels begin: at least four decades in all.
  private func levelsFrom(_ walks: [Walk]) -> Double? {
    let upper = survey.heights.map { ($0.upperBound - lowest) / 100 }
    return (walks.prefix(1).map { $0.losses[0] - lowest } + [upper].compactMap { $0 })
      .filter { $0 > 0 }.min()
  }

  /// Whether the map shows powers of ten above the lowest value.
  private var isLogarithmic: Bool { survey.spansDecades && !isOpen }

  /// Whether a part of the plane that was made wider for walks goes below the lowest value of the view.
  private func goesLower(in shown: View) -> Bool {
    guard shown != View(landscape.view), let lowest = survey.lowest, let heights = survey.heights
    else { return false }
    let slack = 1e-9 * (heights.upperBound - heights.lowerBound)
    return shown.y.evenlySpaced(count: 49).contains { y in
      shown.x.evenlySpaced(count: 65).contains { x in
        landscape.value(at: Vector2(x, y)) < lowest - slack
      }
    }
  }

  private var field: Field {
    if isLogarithmic || (survey.lowest == 0 && !isOpen) { return Field(landscape, above: lowest) }
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
    case .edge where !landscape.minima.isEmpty:
      // The minimum is known, if not in view: walks may end far below what the map shows.
      let floor = min(landscape.minimum.value, losses.min() ?? .infinity)
      strip.height = floor == 0 ? .loss : .above(floor)
      strip.isColorBar = false
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
