/// A coarse grid over a frame that counts the cells which lines and discs cover, so that any box is judged in constant time.
package struct CoveredCells: Sendable {
  private let frame: Rect
  private let cell: Double
  private let columns: Int
  private let rows: Int
  private var covered: [Bool]
  /// Covered cells above and left of a corner, `(columns + 1) × (rows + 1)`.
  private var sums: [Int32] = []

  /// A grid of cells of some size, with lines and discs on it.
  package init(
    in frame: Rect, cell: Double, lines: [(points: [Point], width: Double)], discs: [(center: Point, radius: Double)]
  ) {
    (self.frame, self.cell) = (frame, cell)
    columns = max(1, Int(frame.width / cell))
    rows = max(1, Int(frame.height / cell))
    covered = [Bool](repeating: false, count: columns * rows)
    for line in lines { mark(line.points, width: line.width) }
    for disc in discs { mark(disc.center, disc.radius) }
    addUp()
  }

  private mutating func addUp() {
    sums = [Int32](repeating: 0, count: (columns + 1) * (rows + 1))
    for row in 0..<rows {
      var running: Int32 = 0
      for column in 0..<columns {
        running += covered[row * columns + column] ? 1 : 0
        let above = sums[row * (columns + 1) + column + 1]
        sums[(row + 1) * (columns + 1) + column + 1] = above + running
      }
    }
  }

  private mutating func mark(_ points: [Point], width: Double) {
    for (a, b) in zip(points, points.dropFirst()) where a.isFinite && b.isFinite {
      guard let (p, q) = Segment(a, b).clipped(to: frame) else { continue }
      let length = p.distance(to: q)
      let steps = max(1, Int(length / (0.7 * cell)))
      let side = length > 0 ? (q - p).turned * (width / 2 / length) : .zero
      for i in 0...steps {
        let middle = p.mixed(with: q, by: Double(i) / Double(steps))
        mark(middle - side)
        mark(middle)
        mark(middle + side)
      }
    }
  }

  private mutating func mark(_ p: Point) {
    let column = Int((p.x - frame.minX) / cell)
    let row = Int((p.y - frame.minY) / cell)
    guard column >= 0, row >= 0, column < columns, row < rows else { return }
    covered[row * columns + column] = true
  }

  private mutating func mark(_ center: Point, _ radius: Double) {
    guard center.isFinite else { return }
    var y = -radius
    while y <= radius {
      var x = -radius
      while x <= radius {
        let p = center + Point(x, y)
        if x * x + y * y <= radius * radius, frame.contains(p) { mark(p) }
        x += cell / 2
      }
      y += cell / 2
    }
  }

  /// The share of a box that is covered, 0…1.
  package func share(of box: Rect) -> Double {
    let left = clamp(Int(((box.minX - frame.minX) / cell).rounded(.down)), columns)
    let right = clamp(Int(((box.maxX - frame.minX) / cell).rounded(.up)), columns)
    let top = clamp(Int(((box.minY - frame.minY) / cell).rounded(.down)), rows)
    let bottom = clamp(Int(((box.maxY - frame.minY) / cell).rounded(.up)), rows)
    guard right > left, bottom > top else { return 0 }
    let stride = columns + 1
    let count =
      sums[bottom * stride + right] - sums[top * stride + right] - sums[bottom * stride + left]
      + sums[top * stride + left]
    return Double(count) / Double((right - left) * (bottom - top))
  }

  private func clamp(_ value: Int, _ limit: Int) -> Int { min(max(value, 0), limit) }
}
