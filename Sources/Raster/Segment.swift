/// A straight line between two points.
package struct Segment: Sendable, Hashable {
  package var a: Point
  package var b: Point

  package init(_ a: Point, _ b: Point) { (self.a, self.b) = (a, b) }

  /// The part inside a rectangle, nil when there is none (Liang and Barsky 1984).
  package func clipped(to r: Rect) -> (Point, Point)? {
    guard a.isFinite, b.isFinite else { return nil }
    let d = b - a
    var part = Part()
    guard part.cut(-d.x, a.x - r.minX), part.cut(d.x, r.maxX - a.x), part.cut(-d.y, a.y - r.minY),
      part.cut(d.y, r.maxY - a.y)
    else { return nil }
    return (a.mixed(with: b, by: part.enter), a.mixed(with: b, by: part.leave))
  }

  /// From which share of the way to which a line is on the right side of some borders.
  private struct Part {
    var (enter, leave) = (0.0, 1.0)

    /// Cuts off what lies beyond a border towards which the line goes so fast and from which it starts so far; false where
    /// nothing is left.
    mutating func cut(_ direction: Double, _ distance: Double) -> Bool {
      guard direction != 0 else { return distance >= 0 }
      let t = distance / direction
      if direction < 0 { enter = max(enter, t) } else { leave = min(leave, t) }
      return enter <= leave
    }
  }

  /// How far a point is from the nearest point of the line.
  package func distance(to p: Point) -> Double {
    let way = b - a
    let square = way.x * way.x + way.y * way.y
    guard square > 0 else { return a.distance(to: p) }
    let share = ((p.x - a.x) * way.x + (p.y - a.y) * way.y) / square
    return a.mixed(with: b, by: min(max(share, 0), 1)).distance(to: p)
  }
}
