extension Point {
  /// A point of a landscape in a panel's plane.
  public init(_ v: Vector2) { self.init(v.x, v.y) }
}

extension Vector2 {
  /// A point of a panel's plane on a landscape.
  public init(_ p: Point) { self.init(p.x, p.y) }
}

extension View {
  /// The part of the plane in which a landscape shows what matters.
  public init(_ window: Landscape.Window) { self.init(x: window.x, y: window.y) }

  /// The view grown, where need be, to hold a point with some air around it.
  public func holding(_ p: Point) -> View {
    func grown(_ range: ClosedRange<Double>, _ value: Double) -> ClosedRange<Double> {
      let width = max(range.upperBound, value) - min(range.lowerBound, value)
      let air = 0.04 * width
      return min(range.lowerBound, value - air)...max(range.upperBound, value + air)
    }
    let (wide, high) = (grown(x, p.x), grown(y, p.y))
    // Both directions grow: a map keeps its shape, within a factor of one and a half.
    let growth = (Self.length(wide) / Self.length(x), Self.length(high) / Self.length(y))
    return View(
      x: Self.stretched(wide, by: growth.1 / growth.0 / 1.5), y: Self.stretched(high, by: growth.0 / growth.1 / 1.5))
  }

  private static func length(_ range: ClosedRange<Double>) -> Double { range.upperBound - range.lowerBound }

  /// A range made longer about its middle; a factor below 1 leaves it as it is.
  private static func stretched(_ range: ClosedRange<Double>, by factor: Double) -> ClosedRange<Double> {
    guard factor > 1 else { return range }
    let extra = (factor - 1) / 2 * length(range)
    return (range.lowerBound - extra)...(range.upperBound + extra)
  }

  /// The view grown by up to a third on each side to hold some walks; what goes farther leaves it.
  public func holding(_ walks: [Walk]) -> View {
    func limit(_ range: ClosedRange<Double>) -> ClosedRange<Double> {
      let third = (range.upperBound - range.lowerBound) / 3
      return (range.lowerBound - third)...(range.upperBound + third)
    }
    let (limitX, limitY) = (limit(x), limit(y))
    let near = walks.flatMap(\.points).filter { limitX.contains($0.x) && limitY.contains($0.y) }
    let extent = Extent(near.map { Point($0) })
    guard let left = extent.x.range, let up = extent.y.range else { return self }
    return holding(Point(left.lowerBound, up.lowerBound)).holding(Point(left.upperBound, up.upperBound))
  }
}

extension Field {
  /// A landscape to be drawn pixel by pixel.
  public init(_ landscape: Landscape) {
    self.init(floor: landscape.minima.first?.value) { x, y, values, slopesX, slopesY in
      landscape.fillRow(xs: x, y: y, values: values, dx: slopesX, dy: slopesY)
    }
  }
}

extension Walk {
  /// The walk as a trail on a map, with its numbers; one that was lost goes on to the point at which it was.
  public func trail(
    as identity: Identity, dots: [Trail.Dot] = [], phases: [Trail.Phase] = [], named: Bool = false,
    ending: Phrase? = nil
  ) -> Trail {
    let way = (points + [lost].compactMap { $0 }).map { Point($0) }
    var trail = Trail(
      way, as: identity, named: named, ending: ending, dots: dots, phases: phases, divergedAt: lostAt,
      table: table(named: rule?.name ?? "walk"))
    trail.hasLeftDomain = hasLeftDomain
    return trail
  }

  /// The walk's loss, less a floor, against the step as a curve, with its name and a detail at its end.
  public func lossCurve(as identity: Identity, detail: Phrase? = nil, above floor: Double = 0) -> Line {
    let points = losses.enumerated().map { Point(Double($0.offset), $0.element - floor) }
    return Line(points, as: identity, detail: detail, divergedAt: lostAt)
  }

  /// The walk in numbers: step, x, y and loss, row k before update k + 1.
  public func table(named name: String) -> Series {
    let rows = points.indices.map { [Double($0), points[$0].x, points[$0].y, losses[$0]] }
    return Series(name, columns: ["step", "x", "y", "loss"], rows: rows)
  }
}

extension [Walk] {
  /// The losses that a figure shows: all of them, but no more than a thousand times the start's.
  public var lossRange: ClosedRange<Double>? { lossRange(above: 0) }

  /// The losses less a floor that a figure shows: all above it, but no more than a thousand times the start's.
  public func lossRange(above floor: Double) -> ClosedRange<Double>? {
    let all = flatMap(\.losses).map { $0 - floor }.filter { $0.isFinite && $0 > 0 }
    guard let low = all.min(), let high = all.max(), let first = first?.losses.first else { return nil }
    let start = first - floor
    let most = Swift.min(high, Swift.max(start, low) * 1e3)
    return Swift.max(low, most * 1e-20)...most
  }
}
