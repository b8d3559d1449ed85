/// The boxes around short runs of an outline's edges, and the box around all of them.
///
/// They tell which edges matter to a part of the canvas, and which need no clipping.
struct Extents: Sendable {
  /// Some edges in sequence, with the box around them.
  struct Run: Sendable {
    /// The first point; the last edge ends at point `end`, or at `closing` if that is not negative.
    var start: Int
    var end: Int
    /// Where the contour's last edge leads back to, or −1.
    var closing: Int
    var box: Rect
  }

  private(set) var runs: [Run] = []
  private(set) var box = Rect.null

  /// Edges in a run.
  private static let length = 32

  /// Measures an outline, whose contours are taken as closed.
  mutating func measure(_ outline: Outline) {
    runs.removeAll(keepingCapacity: true)
    box = .null
    outline.points.withUnsafeBufferPointer { points in
      for contour in outline.contours where contour.range.count > 1 {
        let (first, last) = (contour.range.lowerBound, contour.range.upperBound - 1)
        var start = first
        while start < last {
          let end = min(start + Self.length, last)
          var run = Run(start: start, end: end, closing: -1, box: .null)
          for i in start...end { Self.extend(&run.box, points[i]) }
          if end == last {
            run.closing = first
            Self.extend(&run.box, points[first])
          }
          runs.append(run)
          box = box.union(run.box)
          start = end
        }
      }
    }
  }

  @inline(__always) private static func extend(_ box: inout Rect, _ p: Point) {
    box.minX = p.x < box.minX ? p.x : box.minX
    box.maxX = p.x > box.maxX ? p.x : box.maxX
    box.minY = p.y < box.minY ? p.y : box.minY
    box.maxY = p.y > box.maxY ? p.y : box.maxY
  }
}
