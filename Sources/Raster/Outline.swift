/// Polylines in pixels: what a path becomes before it is filled or stroked.
///
/// Every coordinate is finite and at most `limit` from the origin.
struct Outline: Sendable {
  /// A run of points that belong together.
  struct Contour: Sendable, Equatable {
    /// Where its points begin and end in `points`.
    var range: Range<Int>
    /// Whether a line leads from its last point back to its first.
    var isClosed: Bool
  }

  /// The points of all contours, one contour after the other.
  var points: [Point] = []
  /// The contours in order.
  var contours: [Contour] = []

  /// Coordinates further out are moved here: far beyond any canvas, yet exact to a thousandth of a pixel.
  static let limit = 1e12

  /// Takes all contours out and keeps the memory.
  mutating func removeAll() {
    points.removeAll(keepingCapacity: true)
    contours.removeAll(keepingCapacity: true)
  }

  /// Makes a contour of the points appended since `start`; a lone point counts only when it is closed.
  mutating func endContour(from start: Int, isClosed: Bool) {
    let count = points.count - start
    if count > 1 || (count == 1 && isClosed) {
      contours.append(Contour(range: start..<points.count, isClosed: isClosed))
    } else {
      points.removeLast(count)
    }
  }
}

extension Point {
  /// The point with each coordinate brought into the range of outlines.
  var limited: Point {
    let top = Outline.limit
    return Point(max(-top, min(top, x)), max(-top, min(top, y)))
  }
}
