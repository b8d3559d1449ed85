extension SurfaceWalks {
  /// The function with its minima, the starts, and the walks over it: a map, or a lit surface in space over its map.
  public func panel(inSpace isSpatial: Bool) -> Panel {
    let isShifted = summary.spansDecades && summary.lowest != 0
    let height = isShifted ? Phrase("$f$ above its lowest", zh: "$f$ 高出最低值") : "$f$"
    let (x, y) = (Axis("$x$"), Axis("$y$"))
    let panel =
      isSpatial
      ? Panel(x: x, y: y, scene: Scene(z: Axis(height))) { marks }
      : Panel(x: x, y: y, frame: .box, equalAspect: isWide) { marks }
    return panel.showing(view)
  }

  @MarkBuilder private var marks: [any Mark] {
    Surface(landscape, as: summary, start: walks.first?.points[0], quantity: Phrase("$f$", zh: "函数值"))
    for index in walks.indices { trail(index) }
    if comparesStarts {
      for (walk, name) in zip(walks, names) {
        Ring(Point(walk.points[0]), label: Phrase("start \(name.name)", zh: "起点 \(name.name)"), as: name)
      }
    } else if let walk = walks.first {
      Ring(Point(walk.points[0]), label: Phrase("start", zh: "起点"))
    }
    if landscape.minima.count <= Self.mostStars {
      for minimum in landscape.minima { Star(Point(minimum.point), label: label(minimum)) }
    }
    if walks.isEmpty, case .edge(let minimum, true) = summary.floor {
      Callout(
        Phrase("lowest in view: $f$ = \(minimum.value)", zh: "图中最低：$f$ = \(minimum.value)"), at: Point(minimum.point),
        bold: true)
    }
  }

  /// A walk; of one optimizer with the minimum that it stays in.
  private func trail(_ index: Int) -> Trail {
    let (walk, name) = (walks[index], names[index])
    guard !comparesRules, let minimum = endings[index].minimum else {
      return walk.trail(as: name, named: walks.count > 1)
    }
    let isThere = isThere(index)
    var trail = walk.trail(
      as: name, named: comparesStarts || !isThere, ending: isThere ? nil : "$f$ = \(minimum.value, digits: 2)")
    trail.name =
      isThere ? lowest : isLocal(minimum) ? Phrase("local minimum", zh: "局部极小值") : Phrase("minimum", zh: "极小值")
    return trail
  }

  /// More stars than this would hide the map, more places beside them the stars.
  private static let (mostStars, mostPlaces) = (30, 6)

  /// What the lowest place is called: of a formula nobody knows what lies beyond the view.
  private var lowest: Phrase {
    hasKnownMinima ? Phrase("global minimum", zh: "全局最小值") : Phrase("lowest in view", zh: "图中最低点")
  }

  private func label(_ minimum: Landscape.Minimum) -> Phrase {
    // A walk that ends there has its own words.
    if comparesStarts, walks.contains(where: { $0.end.distance(to: minimum.point) <= reach }) { return "" }
    let count = landscape.minima.count
    guard count > 1 else { return lowest }
    return walks.isEmpty && count <= Self.mostPlaces ? Phrase(same: minimum.point.coordinates) : ""
  }

  /// Whether the view has the shape of a page: then a unit of x is as long as one of y; a square one would lose half the page.
  private var isWide: Bool {
    let ratio = (view.x.upperBound - view.x.lowerBound) / (view.y.upperBound - view.y.lowerBound)
    return (1.8...2.8).contains(ratio)
  }
}
