import Dispatch
import Raster

/// A field sampled on a grid of cells over a view, and between the samples by bicubic patches through values and slopes.
///
/// Places are counted in cells: (0, 0) is the corner of small x and y. Where a value is not a finite number but a neighbour's
/// is, the sample is continued from there, and the cells around it are marked as frayed.
package struct ReliefGrid: Sendable {
  /// Value, slopes along both directions and mixed slope of a sample, per cell.
  package typealias Node = SIMD4<Double>

  package let field: Field
  package let view: View
  /// Cells along x.
  package let columns: Int
  /// Cells along y.
  package let rows: Int
  /// `(columns + 1) × (rows + 1)` samples, row by row from small y.
  package private(set) var nodes: [Node]
  /// The values of the samples before any was continued, NaN where there is none; empty where all are known.
  private var measured: [Double] = []
  /// Whether a cell has no finite sample (`void`), some (`frayed`), or only such.
  package private(set) var states: [State]
  /// The smallest and the largest finite value, nil when there is none.
  package private(set) var range: ClosedRange<Double>?

  /// What is drawn in place of the frayed cells, nil where there are none.
  private(set) var rim: ReliefRim?

  /// Whether some cells are not whole.
  package private(set) var hasHoles = false

  /// What a cell's corners are.
  package enum State: UInt8, Sendable { case whole, frayed, void }

  /// Units of x and y a cell.
  package var cell: Point {
    Point(
      (view.x.upperBound - view.x.lowerBound) / Double(columns), (view.y.upperBound - view.y.lowerBound) / Double(rows))
  }

  package init(_ field: Field, in view: View, columns: Int, rows: Int) {
    (self.field, self.view, self.columns, self.rows) = (field, view, columns, rows)
    nodes = [Node](repeating: .zero, count: (columns + 1) * (rows + 1))
    states = [State](repeating: .whole, count: columns * rows)
    sample()
    twist()
    findRange()
    hasHoles = nodes.contains { $0.x != $0.x }
    measured = hasHoles ? nodes.map(\.x) : []
    mend()
    if hasHoles { edge() }
  }

  /// Finds the rim, which belongs to what is seen; where a function runs off beyond measure, no more of it than there is besides.
  private mutating func edge() {
    let rim = ReliefRim(self)
    self.rim = rim
    guard let values = rim.values, let range else { return }
    let span = range.upperBound - range.lowerBound
    let (low, high) = (range.lowerBound - span, range.upperBound + span)
    self.range =
      min(range.lowerBound, max(values.lowerBound, low))...max(range.upperBound, min(values.upperBound, high))
  }

  /// The value of a sample, nil where it was continued.
  package func known(_ i: Int, _ j: Int) -> Double? {
    let value = measured[j * (columns + 1) + i]
    return value.isNaN ? nil : value
  }

  /// The samples' storage, written by several threads, each its own rows.
  private struct Rows: @unchecked Sendable { let base: UnsafeMutableBufferPointer<Node> }

  /// Takes values and slopes, rows of the grid at a time.
  private mutating func sample() {
    let (width, cell, view, field) = (columns + 1, cell, view, field)
    let xs = (0..<width).map { view.x.lowerBound + Double($0) * cell.x }
    let height = rows + 1
    let chunk = 16
    nodes.withUnsafeMutableBufferPointer { nodes in
      let storage = Rows(base: nodes)
      DispatchQueue.concurrentPerform(iterations: (height + chunk - 1) / chunk) { k in
        var values = [Double](repeating: 0, count: width)
        var (slopesX, slopesY) = (values, values)
        for j in (k * chunk)..<min(height, (k + 1) * chunk) {
          let y = view.y.lowerBound + Double(j) * cell.y
          xs.withUnsafeBufferPointer { x in
            values.withUnsafeMutableBufferPointer { v in
              slopesX.withUnsafeMutableBufferPointer { dx in
                slopesY.withUnsafeMutableBufferPointer { dy in field.row(x, y, v, dx, dy) }
              }
            }
          }
          for i in 0..<width {
            let node = Node(values[i], slopesX[i] * cell.x, slopesY[i] * cell.y, 0)
            storage.base[j * width + i] = Self.isSound(node) ? node : Node(repeating: .nan)
          }
        }
      }
    }
  }

  private static func isSound(_ node: Node) -> Bool {
    node.x.isFinite && node.y.isFinite && node.z.isFinite && abs(node.x) < 1e150
  }

  /// Mixed slopes, from the differences of slopes between neighbours.
  private mutating func twist() {
    let width = columns + 1
    for j in 0...rows {
      let (below, above) = (max(0, j - 1), min(rows, j + 1))
      for i in 0...columns {
        let (left, right) = (max(0, i - 1), min(columns, i + 1))
        let up = nodes[above * width + i].y - nodes[below * width + i].y
        let across = nodes[j * width + right].z - nodes[j * width + left].z
        let mixed = 0.5 * (up / Double(above - below) + across / Double(right - left))
        nodes[j * width + i].w = mixed.isFinite ? mixed : 0
      }
    }
  }

  /// A value that about half of the finite ones lie below, 0 when there is none.
  package var median: Double {
    let values = stride(from: 0, to: nodes.count, by: 37).map { nodes[$0].x }.filter(\.isFinite).sorted()
    return values.isEmpty ? 0 : values[values.count / 2]
  }

  private mutating func findRange() {
    var (low, high) = (Double.infinity, -Double.infinity)
    for node in nodes where node.x == node.x {
      low = min(low, node.x)
      high = max(high, node.x)
    }
    range = low <= high ? low...high : nil
  }

  /// Continues the samples by one beyond where there are values, and marks the cells.
  private mutating func mend() {
    guard hasHoles else { return }
    let width = columns + 1
    let known = nodes
    for j in 0..<rows {
      for i in 0..<columns {
        let corners = [0, 1, width, width + 1].map { known[j * width + i + $0].x }
        let count = corners.count { $0 == $0 }
        states[j * columns + i] = count == 4 ? .whole : count == 0 ? .void : .frayed
      }
    }
    for j in 0...rows { for i in 0...columns where isOnBrink(known, i, j) { calm(known, i, j) } }
    let calmed = nodes
    for j in 0...rows {
      for i in 0...columns where known[j * width + i].x != known[j * width + i].x {
        nodes[j * width + i] = continued(calmed, i, j)
      }
    }
  }

  /// The samples around one, itself among them.
  private func neighbours(_ i: Int, _ j: Int) -> [(i: Int, j: Int)] {
    (max(0, j - 1)...min(rows, j + 1)).flatMap { q in (max(0, i - 1)...min(columns, i + 1)).map { ($0, q) } }
  }

  /// Whether a sample is finite and one beside it is not.
  private func isOnBrink(_ known: [Node], _ i: Int, _ j: Int) -> Bool {
    func isFinite(_ p: Int, _ q: Int) -> Bool {
      let value = known[q * (columns + 1) + p].x
      return value == value
    }
    return isFinite(i, j) && neighbours(i, j).contains { !isFinite($0.i, $0.j) }
  }

  /// Holds slopes at the brink, which may be steep beyond measure, to what the next sample bears out.
  private mutating func calm(_ known: [Node], _ i: Int, _ j: Int) {
    func limit(_ slope: Double, _ others: [(i: Int, j: Int)]) -> Double {
      let here = known[j * (columns + 1) + i].x
      let steps = others.filter { (0...columns).contains($0.i) && (0...rows).contains($0.j) }.map {
        abs(known[$0.j * (columns + 1) + $0.i].x - here)
      }.filter(\.isFinite)
      let most = 2 * (steps.max() ?? 0)
      return min(max(slope, -most), most)
    }
    let node = known[j * (columns + 1) + i]
    nodes[j * (columns + 1) + i] = Node(
      node.x, limit(node.y, [(i - 1, j), (i + 1, j)]), limit(node.z, [(i, j - 1), (i, j + 1)]), 0)
  }

  /// The mean of what the neighbours' planes say, within the range of all values; not finite where there is none.
  private func continued(_ known: [Node], _ i: Int, _ j: Int) -> Node {
    var (sum, count) = (Node.zero, 0.0)
    for (p, q) in neighbours(i, j) {
      let node = known[q * (columns + 1) + p]
      guard node.x == node.x else { continue }
      let value = node.x + Double(i - p) * node.y + Double(j - q) * node.z
      sum += Node(value, node.y, node.z, 0)
      count += 1
    }
    guard count > 0, let range else { return Node(repeating: .nan) }
    var mean = sum / count
    mean.x = min(max(mean.x, range.lowerBound), range.upperBound)
    return mean
  }

  /// The point of the plane at a place.
  package func plane(_ u: Double, _ v: Double) -> Point {
    Point(view.x.lowerBound + u * cell.x, view.y.lowerBound + v * cell.y)
  }

  /// The place of a point of the plane.
  package func place(_ p: Point) -> Point {
    Point((p.x - view.x.lowerBound) / cell.x, (p.y - view.y.lowerBound) / cell.y)
  }

  /// What the corners of the cell around a place are.
  package func state(_ u: Double, _ v: Double) -> State {
    guard hasHoles else { return .whole }
    return states[min(max(Int(v), 0), rows - 1) * columns + min(max(Int(u), 0), columns - 1)]
  }

  /// Whether the field has a finite value at a place: asked of the field itself where the samples do not tell.
  package func isKnown(_ u: Double, _ v: Double) -> Bool {
    switch state(u, v) {
    case .whole: return true
    case .void: return false
    case .frayed:
      let p = plane(u, v)
      return field.value(p.x, p.y).isFinite
    }
  }
}
