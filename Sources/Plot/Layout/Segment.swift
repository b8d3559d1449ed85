import Raster

/// A straight line between two points.
struct Segment: Sendable, Hashable {
  var a: Point
  var b: Point

  init(_ a: Point, _ b: Point) { (self.a, self.b) = (a, b) }

  /// The part inside a rectangle, nil when there is none (Liang and Barsky 1984).
  func clipped(to r: Rect) -> (Point, Point)? {
    guard a.isFinite, b.isFinite else { return nil }
    let d = b - a
    var (enter, leave) = (0.0, 1.0)
    for (direction, distance) in [(-d.x, a.x - r.minX), (d.x, r.maxX - a.x), (-d.y, a.y - r.minY), (d.y, r.maxY - a.y)]
    {
      if direction == 0 {
        if distance < 0 { return nil }
        continue
      }
      let t = distance / direction
      if direction < 0 { enter = max(enter, t) } else { leave = min(leave, t) }
    }
    guard enter <= leave else { return nil }
    return (a.mixed(with: b, by: enter), a.mixed(with: b, by: leave))
  }

  /// How far a point is from the nearest point of the line.
  func distance(to p: Point) -> Double {
    let way = b - a
    let square = way.x * way.x + way.y * way.y
    guard square > 0 else { return a.distance(to: p) }
    let share = ((p.x - a.x) * way.x + (p.y - a.y) * way.y) / square
    return a.mixed(with: b, by: min(max(share, 0), 1)).distance(to: p)
  }
}
