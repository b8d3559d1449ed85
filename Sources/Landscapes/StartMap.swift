import Dispatch
import Optimizers
import Tensors

extension Landscape {
  /// Where a rule's walks end, from each of many starts: batches of walks side by side, on all processors.
  ///
  /// A walk that is lost ends at a point that is not a number. A rule without a learning rate takes PyTorch's default.
  public func ends(of rule: Rule, from starts: [Vector2], steps: Int) -> [Vector2] {
    require(steps >= 0, "walks of \(steps) steps")
    let size = rule.makeOptimizer().isElementwise ? WalkBatch.size : 1
    let count = starts.count
    return [Vector2](unsafeUninitializedCapacity: count) { buffer, filled in
      // Every iteration writes to a part of its own.
      nonisolated(unsafe) let places = buffer
      DispatchQueue.concurrentPerform(iterations: (count + size - 1) / size) { job in
        let first = job * size
        let batch = WalkBatch(landscape: self, starts: starts[first..<min(first + size, count)], steps: steps)
        for (index, end) in batch.ends(by: rule.makeOptimizer()).enumerated() {
          (places.baseAddress! + first + index).initialize(to: end)
        }
      }
      filled = count
    }
  }
}

/// A picture of starts: from the middle of each of its cells a rule walks, and the end is kept.
public struct StartMap: Sendable {
  /// Cells side by side.
  public let columns: Int
  /// Cells above one another.
  public let rows: Int
  /// Where the walk from each cell ends, row by row from the top; not a number where it is lost.
  public let ends: [Vector2]

  /// Walks from every cell of a part of the plane.
  ///
  /// Where the landscape is a function of x plus one of y, and the rule treats each coordinate by itself, x and y walk
  /// without knowing of each other: a walk for each column and one for each row then tell the ends of all, to the last bit.
  /// - Complexity: Otherwise about 20 ns for a step of a walk, so that 300 steps from 60,000 cells take 0.2 s on two
  ///   processors.
  public init(
    of landscape: Landscape, by rule: Rule, over window: Landscape.Window, columns: Int, rows: Int, steps: Int
  ) {
    require(columns > 0 && rows > 0, "a map of \(columns) × \(rows) starts")
    (self.columns, self.rows) = (columns, rows)
    let width = (window.x.upperBound - window.x.lowerBound) / Double(columns)
    let height = (window.y.upperBound - window.y.lowerBound) / Double(rows)
    let xs = (0..<columns).map { window.x.lowerBound + (Double($0) + 0.5) * width }
    let ys = (0..<rows).map { window.y.upperBound - (Double($0) + 0.5) * height }
    let isSum = landscape.kernel.isSum && rule.makeOptimizer().isElementwise
    guard isSum, let rest = landscape.minima.first?.point else {
      let starts = ys.flatMap { y in xs.map { Vector2($0, y) } }
      ends = landscape.ends(of: rule, from: starts, steps: steps)
      return
    }
    let across = landscape.ends(of: rule, from: xs.map { Vector2($0, rest.y) }, steps: steps)
    let down = landscape.ends(of: rule, from: ys.map { Vector2(rest.x, $0) }, steps: steps)
    ends = down.flatMap { row in across.map { row.y.isNaN ? row : $0.x.isNaN ? $0 : Vector2($0.x, row.y) } }
  }

  /// The number of the group that has the target nearest to the end of each walk; 255 for a walk that is lost.
  ///
  /// At most 254 groups.
  public func nearest(of groups: [[Vector2]]) -> [UInt8] {
    require((1...254).contains(groups.count), "\(groups.count) groups of targets, not 1 to 254")
    let targets = groups.flatMap { $0 }
    let numbers = groups.enumerated().flatMap { number, group in group.map { _ in UInt8(number) } }
    let apart = targets.indices.flatMap { i in targets[..<i].map { targets[i].distance(to: $0) } }
    // Nearer than half the least distance of two targets, no other can be nearer.
    let near = (apart.min() ?? .infinity) / 2
    var last = 0
    return ends.map { end in
      guard end.isFinite else { return 255 }
      if end.distance(to: targets[last]) >= near {
        let distances = targets.map { end.distance(to: $0) }
        last = distances.indices.min { distances[$0] < distances[$1] } ?? 0
      }
      return numbers[last]
    }
  }
}
