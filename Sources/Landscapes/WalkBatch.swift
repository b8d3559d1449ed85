import Optimizers
import Tensors

/// Walks side by side: all x in one row of a tensor, all y in the other, one update for all.
///
/// A rule that treats each element by itself takes the very steps that it takes alone. Under one that
/// looks at norms a batch must be a single walk.
struct WalkBatch {
  let landscape: Landscape
  let starts: ArraySlice<Vector2>
  let steps: Int

  /// Walks that go side by side: enough to fill vector registers, few enough for the first cache.
  static let size = 50

  /// Where the walks are after some steps: all x, then all y; heights and gradients there, and which walks are lost.
  private struct Rows {
    var points: Tensor
    var gradient: Tensor
    var heights: [Double]
    /// 0 while a walk is sound, infinite ever after.
    var penalties: [Double]
  }

  /// What every walk is judged by: its median over the last rows; infinite if the walk was lost.
  func medians(by optimizer: some Optimizer, measuring quantity: Sweep.Quantity, overLast window: Int) -> [Double] {
    let count = starts.count
    var tail: [Double] = []
    tail.reserveCapacity(window * count)
    let rows = walk(by: optimizer) { step, rows in
      guard step > steps - window else { return }
      switch quantity {
      case .height: tail += rows.heights
      case .distance: appendDistances(rows.points, to: &tail)
      }
    }
    return rows.penalties.indices.map { index in
      if rows.penalties[index] > 0 { return .infinity }
      return stride(from: index, to: tail.count, by: count).map { tail[$0] }.median()
    }
  }

  /// The point at which every walk ends; not a number if the walk was lost.
  func ends(by optimizer: some Optimizer) -> [Vector2] {
    let (count, rows) = (starts.count, walk(by: optimizer) { _, _ in })
    return rows.points.withElements { p in
      (0..<count).map { i in rows.penalties[i] > 0 ? Vector2(.nan, .nan) : Vector2(p[i], p[count + i]) }
    }
  }

  /// Takes all steps, and shows every row to a reader: the starts first.
  private func walk<Recipe: Optimizer>(by optimizer: Recipe, _ read: (_ step: Int, _ rows: Rows) -> Void) -> Rows {
    let shape = [2, starts.count]
    var state = optimizer.initialState(for: shape)
    let nothing = [Double](repeating: 0, count: starts.count)
    var rows = Rows(
      points: Tensor(starts.map(\.x) + starts.map(\.y), shape: shape), gradient: .zeros(shape), heights: nothing,
      penalties: nothing)
    let horizons = starts.map(landscape.horizon(from:))
    for step in 0...steps {
      if step > 0 { optimizer.update(&rows.points, along: rows.gradient, state: &state) }
      look(around: &rows, within: horizons)
      read(step, rows)
    }
    return rows
  }

  /// Height and gradient where every walk is, and which of them are lost.
  private func look(around rows: inout Rows, within horizons: [Double]) {
    let count = starts.count
    rows.points.withElements { p in
      rows.heights.withUnsafeMutableBufferPointer { heights in
        rows.gradient.withMutableElements { g in
          let (xs, dx) = (p.baseAddress!, g.baseAddress!)
          landscape.kernel.slopes(xs, xs + count, heights.baseAddress!, dx, dx + count, count)
        }
        rows.penalties.withUnsafeMutableBufferPointer { penalties in
          for i in 0..<count {
            let point = Vector2(p[i], p[count + i])
            let sound = isSound(point, height: heights[i], within: horizons[i])
            penalties[i] = sound ? penalties[i] : .infinity
          }
        }
      }
    }
  }

  private func appendDistances(_ points: Tensor, to tail: inout [Double]) {
    let count = starts.count
    points.withElements { p in
      for i in 0..<count { tail.append(landscape.distanceToMinimum(from: Vector2(p[i], p[count + i]))) }
    }
  }
}
