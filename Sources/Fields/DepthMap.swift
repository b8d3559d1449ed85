import Raster

/// How near the surface is in every pixel of a frame: what tells whether it hides a point.
package struct DepthMap: Sendable {
  private let frame: Rect
  private let columns: Int
  private let rows: Int
  /// One over the distance of the farthest sample of the surface in a pixel, 0 where something lies beyond it.
  private var nearness: [Float]

  /// A frame in which nothing is.
  package init(frame: Rect) {
    self.frame = frame
    (columns, rows) = (Int(frame.width), Int(frame.height))
    nearness = [Float](repeating: 0, count: columns * rows)
  }

  /// Hands out the pixels to be filled, row by row.
  package mutating func withStorage(_ body: (UnsafeMutableBufferPointer<Float>) -> Void) {
    nearness.withUnsafeMutableBufferPointer { body($0) }
  }

  /// Whether the surface hides a point that is nearer than it by less than a tolerance, a share of the distance.
  ///
  /// All nine pixels around it must: a point on the very outline counts as seen.
  package func hides(_ spot: Projection.Spot, tolerance: Double) -> Bool {
    // Compared as they are: a point far away, or nowhere, has no whole numbers.
    let (x, y) = ((spot.pixel.x - frame.minX).rounded(.down), (spot.pixel.y - frame.minY).rounded(.down))
    guard x >= 1, y >= 1, x < Double(columns - 1), y < Double(rows - 1) else { return false }
    let (column, row) = (Int(x), Int(y))
    let limit = Float(spot.nearness * (1 + tolerance))
    for j in (row - 1)...(row + 1) {
      for i in (column - 1)...(column + 1) where nearness[j * columns + i] <= limit { return false }
    }
    return true
  }
}
