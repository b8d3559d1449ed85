import LessonKit

extension AnyFunction {
  /// The function with its minima and the walks over it.
  func surfaceFigure(_ study: SurfaceWalks) -> Figure {
    Figure(
      headline: starts(study) + walk(study) + contest(study) + shape(study), setting: setting(study), foot: foot(study),
      talk: Phrase(
        "A descent only ever sees the slope under its feet. Which minimum it comes to is decided by the valley in which it starts.",
        zh: "下降过程只看得到脚下的坡度。它会走到哪个极小值，由出发时所在的山谷决定。"), ask: Phrase("Where will each of the walks end?", zh: "每次运行会停在哪里？"),
      protocol: protocolText(study), panels: [panel(study)])
  }

  /// What several starts of one optimizer come to.
  private func starts(_ study: SurfaceWalks) -> [Headline] {
    let (walks, minima) = (study.walks, study.endings.map { $0.minimum?.point })
    guard walks.count > 1, rules.count == 1 else { return [] }
    let settled = minima.compactMap { $0 }
    let isApart = settled.contains { $0.distance(to: settled[0]) > study.reach }
    return [
      .init(
        "Where you start decides which valley you end in", zh: "从哪里出发，决定停在哪个山谷",
        if: settled.count == walks.count && isApart),
      .init(
        "All \(walks.count) starts lead to the same minimum", zh: "\(walks.count) 个起点都通向同一个极小值点",
        if: settled.count == walks.count && !isApart),
    ]
  }

  /// What one walk comes to.
  private func walk(_ study: SurfaceWalks) -> [Headline] {
    guard study.walks.count == 1, let walk = study.walks.first else { return [] }
    if case .constant = study.summary.floor { return [] }
    let name = study.names[0].name
    let (height, end) = (walk.losses[walk.steps], study.endings[0])
    let arrival = study.arrivals[0]
    let target = study.landscape.minima.map(\.point).min { $0.distance(to: walk.end) < $1.distance(to: walk.end) }
    let place = target.flatMap { $0.distance(to: walk.end) <= study.reach ? Self.place($0) : nil }
    let lost = walk.lostAt ?? 0
    return [
      .init("\(name) leaves the domain at step \(lost)", zh: "\(name) 在第 \(lost) 步离开定义域", if: walk.hasLeftDomain),
      .init("\(name) diverges at step \(lost)", zh: "\(name) 在第 \(lost) 步发散", if: walk.hasDiverged),
      .init(
        "\(name) reaches the minimum at \(place ?? "") in \(arrival ?? 0, "step")",
        zh: "\(name) 用 \(arrival ?? 0) 步到达最小值点 \(place ?? "")", if: study.isThere(0) && place != nil),
      .init(
        "\(name) gets as low as it goes, f = \(study.summary.lowest ?? height), in \(arrival ?? 0, "step")",
        zh: "\(name) 用 \(arrival ?? 0) 步到达最低处，f = \(study.summary.lowest ?? height)", if: study.isThere(0)),
      .init(
        "\(name) stops in a local minimum, f = \(height)", zh: "\(name) 停在局部极小值，f = \(height)",
        if: !study.isThere(0) && end.minimum.map(study.isLocal) == true),
      .init("\(name) stops in a minimum, f = \(height)", zh: "\(name) 停在极小值，f = \(height)", if: end.minimum != nil),
      .init(
        "After \(steps, "step") \(name) is at f = \(height)", zh: "\(name) 走了 \(steps) 步，到达 f = \(height)",
        if: !walk.hasDiverged),
    ]
  }

  /// Who of several optimizers comes to a minimum.
  private func contest(_ study: SurfaceWalks) -> [Headline] {
    guard rules.count > 1, steps > 0 else { return [] }
    let there = study.names.indices.filter(study.isThere)
    let rest = study.names.indices.filter { !study.isThere($0) }
    let (winners, losers) = (there.map { study.names[$0].name }, rest.map { study.names[$0].name })
    let leaders = study.leaders
    let lowest = leaders.first.map { study.walks[$0].losses[steps] } ?? .nan
    let names = leaders.map { study.names[$0].name }
    let hasLeft = study.walks.contains(where: \.hasLeftDomain)
    return [
      .init("All the optimizers reach a minimum", zh: "所有优化器都到达最小值点", if: losers.isEmpty),
      .init(
        "\(list: winners) get there, \(list: losers) not", zh: "\(list: winners) 到达最小值点，\(list: losers) 没有",
        if: winners.count > 1 && !losers.isEmpty),
      .init("Only \(list: winners) reaches a minimum", zh: "只有 \(list: winners) 到达最小值点", if: winners.count == 1),
      .init("All the optimizers leave the domain", zh: "所有优化器都离开定义域", if: study.walks.allSatisfy(\.hasLeftDomain)),
      .init("All the optimizers diverge", zh: "所有优化器都发散", if: leaders.isEmpty && !hasLeft),
      .init("All the optimizers diverge or leave the domain", zh: "所有优化器都发散或离开定义域", if: leaders.isEmpty),
      .init("\(list: names) gets lowest: f = \(lowest)", zh: "\(list: names) 走得最低：f = \(lowest)", if: names.count == 1),
      .init(
        "All the optimizers end equally low: f = \(lowest)", zh: "所有优化器停在同样的高度：f = \(lowest)",
        if: names.count == study.walks.count),
      .init("\(list: names) get lowest: f = \(lowest)", zh: "\(list: names) 走得最低：f = \(lowest)", if: names.count > 1),
    ]
  }

  /// What the function alone shows.
  private func shape(_ study: SurfaceWalks) -> [Headline] {
    let text: Phrase
    switch study.summary.floor {
    case .points(let minima) where minima.count > 1:
      text = Phrase(
        "\(minima.count) equal minima, f = \(minima[0].value)", zh: "\(minima.count) 个等值的最小值点，f = \(minima[0].value)")
    case .points(let minima):
      let place = Self.place(minima[0].point)
      text = Phrase("Lowest at \(place): f = \(minima[0].value)", zh: "最小值点 \(place)，f = \(minima[0].value)")
    case .many(let value): text = Phrase("Equal minima beyond counting, f = \(value)", zh: "等值的最小值点多得数不清，f = \(value)")
    case .plain(let value): text = Phrase("Lowest all over a plain: f = \(value)", zh: "在一片平地上最低：f = \(value)")
    case .line(let value): text = Phrase("Lowest along a line: f = \(value)", zh: "沿一条线最低：f = \(value)")
    case .edge(let minimum, _):
      text = Phrase("Lowest at the edge of the view: f = \(minimum.value)", zh: "图中最低处在边上：f = \(minimum.value)")
    case .bottomless(let point):
      text =
        point.map { Phrase("f falls without bound near \(Self.place($0))", zh: "f 在 \(Self.place($0)) 附近无下界") }
        ?? Phrase("f falls without bound in several places", zh: "f 在多处无下界")
    case .constant(let value): text = Phrase("f is \(value) everywhere: nothing to descend", zh: "f 处处为 \(value)，无处可降")
    case .nothing: return []
    }
    return [.init(text)]
  }

  private func setting(_ study: SurfaceWalks) -> Phrase {
    guard let tuned = study.tuned else { return Phrase(same: landscape.formula) }
    let who =
      tuned.rules.count == 1
      ? tuned.rules[0].describedWithoutNoise : Phrase("\(steps, "step") each", zh: "各走 \(steps) 步")
    return "\(landscape.formula)  ·  \(who)\(schedule.segment)"
  }

  /// The one condition that a reader must know: of the picture first, then of the rates.
  private func foot(_ study: SurfaceWalks) -> Phrase {
    let (summary, view) = (study.summary, study.view)
    if let heights = summary.heights,
      landscape.isTooFine(
        for: .init(x: view.x, y: view.y), pixels: 800, spread: heights.upperBound - heights.lowerBound)
    {
      return Phrase(
        "f varies faster than pixels can show: the pattern is not its true shape", zh: "f 的变化比像素还密：图中纹样并非其真实形状")
    }
    if summary.shareUndefined > 0 {
      return Phrase(
        "grey: no real value (\(percent: summary.shareUndefined) of the view)",
        zh: "灰色：无实数值（占图面 \(percent: summary.shareUndefined)）")
    }
    if case .edge = summary.floor, study.walks.isEmpty {
      return Phrase("beyond this view it may fall further", zh: "图外可能更低")
    }
    return study.tuned.map { $0.rules.count > 1 || !$0.found.isEmpty ? $0.condition : "" } ?? ""
  }

  private func protocolText(_ study: SurfaceWalks) -> Phrase {
    let told = study.tuned?.told ?? ""
    let minima = Phrase(same: study.landscape.minima.map { Self.place($0.point) }.joined(separator: ", "))
    // What is cut in the picture is whole here.
    let formula = landscape.formula.contains("…") ? "f(x, y) = \(landscape.name)" : landscape.formula
    return Phrase(
      "\(formula). Lowest points: \(minima). \(steps, "step"); there: within \(study.reach). \(told)",
      zh: "\(formula)。最低点：\(minima)。\(steps) 步；距离不超过 \(study.reach) 算到达。\(told)")
  }

  /// The function as a map, or in space over its map.
  private func panel(_ study: SurfaceWalks) -> Panel {
    let isShifted = study.summary.spansDecades && study.summary.lowest != 0
    let height = isShifted ? Phrase("$f$ above its lowest", zh: "$f$ 高出最低值") : "$f$"
    let (x, y) = (Axis("$x$"), Axis("$y$"))
    var panel =
      isSpatial
      ? Panel(x: x, y: y, scene: Scene(z: Axis(height))) { marks(study) }
      : Panel(x: x, y: y, frame: .box, equalAspect: isWide(study.view)) { marks(study) }
    panel.show(study.view)
    return panel
  }

  @MarkBuilder private func marks(_ study: SurfaceWalks) -> [any Mark] {
    let hasStarts = rules.count == 1 && study.walks.count > 1
    Surface(study.landscape, as: study.summary, start: study.walks.first?.points[0], quantity: Phrase("$f$", zh: "函数值"))
    for index in study.walks.indices { trail(study, index, hasStarts) }
    if hasStarts {
      for (i, walk) in study.walks.enumerated() {
        Ring(
          Point(walk.points[0]), label: Phrase("start \(study.names[i].name)", zh: "起点 \(study.names[i].name)"),
          as: study.names[i])
      }
    } else if let walk = study.walks.first {
      Ring(Point(walk.points[0]), label: Phrase("start", zh: "起点"))
    }
    if study.landscape.minima.count <= Self.mostStars {
      for minimum in study.landscape.minima { Star(Point(minimum.point), label: label(minimum, study)) }
    }
    if study.walks.isEmpty, case .edge(let minimum, true) = study.summary.floor {
      Callout(
        Phrase("lowest in view: $f$ = \(minimum.value)", zh: "图中最低：$f$ = \(minimum.value)"), at: Point(minimum.point),
        bold: true)
    }
  }

  /// A walk; of one optimizer with the minimum that it stays in.
  private func trail(_ study: SurfaceWalks, _ index: Int, _ hasStarts: Bool) -> Trail {
    let name = study.names[index]
    guard rules.count == 1, let minimum = study.endings[index].minimum else {
      return study.walks[index].trail(as: name, named: rules.count > 1 || hasStarts)
    }
    let isThere = study.isThere(index)
    var trail = study.walks[index].trail(
      as: name, named: hasStarts || !isThere, ending: isThere ? nil : "$f$ = \(minimum.value, digits: 2)")
    trail.name =
      isThere ? lowest : study.isLocal(minimum) ? Phrase("local minimum", zh: "局部极小值") : Phrase("minimum", zh: "极小值")
    return trail
  }

  /// More stars than this would hide the map, more places beside them the stars.
  private static let (mostStars, mostPlaces) = (30, 6)

  /// What the lowest place is called: of a formula nobody knows what lies beyond the view.
  private var lowest: Phrase {
    landscape.minima.isEmpty ? Phrase("lowest in view", zh: "图中最低点") : Phrase("global minimum", zh: "全局最小值")
  }

  private func label(_ minimum: Landscape.Minimum, _ study: SurfaceWalks) -> Phrase {
    let isEnd = study.walks.indices.contains { study.walks[$0].end.distance(to: minimum.point) <= study.reach }
    if rules.count == 1, study.walks.count > 1, isEnd { return "" }
    let count = study.landscape.minima.count
    if count > 1 {
      return study.walks.isEmpty && count <= Self.mostPlaces ? Phrase(same: Self.place(minimum.point)) : ""
    }
    return lowest
  }

  /// Whether a view has the shape of a page: then a unit of x is as long as one of y; a square one would lose half the page.
  private func isWide(_ view: View) -> Bool {
    let ratio = (view.x.upperBound - view.x.lowerBound) / (view.y.upperBound - view.y.lowerBound)
    return (1.8...2.8).contains(ratio)
  }

  private static func place(_ point: Vector2) -> String {
    func number(_ value: Double) -> String { Digits.text(abs(value) < 1e-12 ? 0 : value) }
    return "(\(number(point.x)), \(number(point.y)))"
  }
}
