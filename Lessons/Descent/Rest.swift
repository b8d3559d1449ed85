import LessonKit

/// What the end of a walk makes of a minimum near it: it settles there, goes about it, or neither.
enum Rest: Hashable {
  /// It stays, at a height that hardly changes; with the height of the minimum.
  case settled(Double)
  /// It stays near, up and down; with the height of the minimum and the heights it goes through.
  case circling(Double, ClosedRange<Double>)
  /// It is on its way, or far from any minimum.
  case neither

  /// Steps at the end of a walk that are looked at; fewer where a quarter of the walk is shorter.
  private static let lastSteps = 100

  /// What the last steps of a walk do, a minimum being near as far as `reach`.
  init(of walk: Walk, on landscape: Landscape, within reach: Double) {
    self = .neither
    let count = min(Self.lastSteps, walk.steps / 4)
    let points = walk.points.suffix(count + 1)
    let heights = walk.losses.suffix(count + 1)
    guard count > 0, let low = heights.min(), let high = heights.max() else { return }
    let middle = Vector2(
      points.map(\.x).reduce(0, +) / Double(points.count),
      points.map(\.y).reduce(0, +) / Double(points.count))
    guard let bottom = Self.bottom(of: landscape, from: middle),
      points.allSatisfy({ $0.distance(to: bottom) < reach })
    else { return }
    let value = landscape.value(at: bottom)
    let isStill = points.allSatisfy { $0.distance(to: walk.end) < reach / 10 }
    if isStill && walk.end.distance(to: bottom) < reach / 10
      && high - low <= 0.01 * (1 + abs(value))
    {
      self = .settled(value)
    } else if zip(heights, heights.dropFirst()).contains(where: { $1 > $0 })
      || Self.turns(points.map { $0 })
    {
      self = .circling(value, low...high)
    }
  }

  /// Whether a walk turns back: a step leads against the one before.
  private static func turns(_ points: [Vector2]) -> Bool {
    zip(zip(points, points.dropFirst()), points.dropFirst(2)).contains { pair, next in
      let (before, here) = pair
      let (dx, dy) = (here.x - before.x, here.y - before.y)
      return dx * (next.x - here.x) + dy * (next.y - here.y) < 0
    }
  }

  /// The minimum that Newton's steps lead to from a point, where the ground curves upward all the way.
  private static func bottom(of landscape: Landscape, from start: Vector2) -> Vector2? {
    var point = start
    for _ in 0..<20 {
      let (slope, hessian) = (landscape.gradient(at: point), landscape.hessian(at: point))
      let determinant = hessian.xx * hessian.yy - hessian.xy * hessian.xy
      guard hessian.eigenvalues.smallest > 0, determinant > 0 else { return nil }
      let across = (hessian.yy * slope.x - hessian.xy * slope.y) / determinant
      let up = (hessian.xx * slope.y - hessian.xy * slope.x) / determinant
      point = Vector2(point.x - across, point.y - up)
    }
    return point.x.isFinite && point.y.isFinite ? point : nil
  }
}
