/// What the end of a walk makes of a minimum near it: it settles there, goes about it, or neither.
public enum WalkEnding: Sendable, Hashable {
  /// It stays, at a height that hardly changes.
  case settled(Landscape.Minimum)
  /// It stays near, up and down through some heights.
  case circling(Landscape.Minimum, ClosedRange<Double>)
  /// It is on its way, or far from any minimum.
  case neither

  /// Steps at the end of a walk that are looked at; fewer where a quarter of the walk is shorter.
  private static let lastSteps = 100

  /// What the last steps of a walk do, a minimum being near as far as `reach`.
  public init(of walk: Walk, on landscape: Landscape, within reach: Double) {
    self = .neither
    let count = min(Self.lastSteps, walk.steps / 4)
    let points = walk.points.suffix(count + 1)
    let heights = walk.losses.suffix(count + 1)
    guard !walk.hasDiverged, count > 0, let low = heights.min(), let high = heights.max() else { return }
    let middle = Vector2(
      points.map(\.x).reduce(0, +) / Double(points.count), points.map(\.y).reduce(0, +) / Double(points.count))
    guard let bottom = landscape.bottom(from: middle), points.allSatisfy({ $0.distance(to: bottom.point) < reach })
    else { return }
    let isStill = points.allSatisfy { $0.distance(to: walk.end) < reach / 10 }
    if isStill && walk.end.distance(to: bottom.point) < reach / 10 && high - low <= 0.01 * (1 + abs(bottom.value)) {
      self = .settled(bottom)
    } else if zip(heights, heights.dropFirst()).contains(where: { $1 > $0 }) || Self.turns(points) {
      self = .circling(bottom, low...high)
    }
  }

  /// The minimum that the walk stays at.
  public var minimum: Landscape.Minimum? {
    switch self {
    case .settled(let minimum), .circling(let minimum, _): minimum
    case .neither: nil
    }
  }

  /// Whether a walk turns back: a step leads against the one before.
  private static func turns(_ points: ArraySlice<Vector2>) -> Bool {
    zip(zip(points, points.dropFirst()), points.dropFirst(2)).contains { pair, next in
      let (before, here) = pair
      let (dx, dy) = (here.x - before.x, here.y - before.y)
      return dx * (next.x - here.x) + dy * (next.y - here.y) < 0
    }
  }
}

extension Landscape {
  /// The minimum that Newton's steps lead to from a point; nil where the ground does not curve upward all the way.
  public func bottom(from start: Vector2) -> Minimum? {
    var point = start
    for _ in 0..<20 {
      let (slope, hessian) = (gradient(at: point), hessian(at: point))
      let determinant = hessian.xx * hessian.yy - hessian.xy * hessian.xy
      guard hessian.eigenvalues.smallest > 0, determinant > 0 else { return nil }
      let across = (hessian.yy * slope.x - hessian.xy * slope.y) / determinant
      let up = (hessian.xx * slope.y - hessian.xy * slope.x) / determinant
      point = Vector2(point.x - across, point.y - up)
    }
    return point.isFinite ? Minimum(at: point.x, point.y, value: value(at: point)) : nil
  }
}
