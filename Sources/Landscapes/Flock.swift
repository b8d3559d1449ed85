import Optimizers
import Tensors

/// Walks side by side: all x in one row of a tensor, all y in the other, one update for all.
///
/// A rule that treats each element by itself takes the very steps that it takes alone. Under one that
/// looks at norms a flock must be a single walk.
struct Flock {
  let landscape: Landscape
  let starts: ArraySlice<Vector2>
  let steps: Int
  let window: Int

  /// What every walk is judged by: its median over the last rows; infinite if the walk was lost.
  func ends<Recipe: Optimizer>(by optimizer: Recipe, measuring quantity: Sweep.Quantity)
    -> [Double]
  {
    let count = starts.count
    let shape = [2, count]
    var state = optimizer.initialState(for: shape)
    var parameter = Tensor(starts.map(\.x) + starts.map(\.y), shape: shape)
    var gradient = Tensor.zeros(shape)
    var heights = [Double](repeating: 0, count: count)
    let horizons = starts.map(landscape.horizon(from:))
    // 0 while a walk is sound, infinite ever after.
    var penalties = heights
    var tail: [Double] = []
    tail.reserveCapacity(window * count)

    for step in 0...steps {
      if step > 0 { optimizer.update(&parameter, along: gradient, state: &state) }
      look(around: parameter, into: &heights, &gradient, &penalties, within: horizons)
      if step > steps - window {
        switch quantity {
        case .height: tail += heights
        case .distance: appendDistances(parameter, to: &tail)
        }
      }
    }
    return penalties.indices.map { index in
      if penalties[index] > 0 { return .infinity }
      return stride(from: index, to: tail.count, by: count).map { tail[$0] }.median()
    }
  }

  /// Height and gradient where every walk is, and which of them are lost.
  private func look(
    around parameter: Tensor, into heights: inout [Double], _ gradient: inout Tensor,
    _ penalties: inout [Double], within horizons: [Double]
  ) {
    let count = starts.count
    parameter.withElements { p in
      gradient.withMutableElements { g in
        heights.withUnsafeMutableBufferPointer { heights in
          let (xs, dx) = (p.baseAddress!, g.baseAddress!)
          landscape.kernel.slopes(xs, xs + count, heights.baseAddress!, dx, dx + count, count)
        }
      }
      penalties.withUnsafeMutableBufferPointer { penalties in
        for i in 0..<count {
          let point = Vector2(p[i], p[count + i])
          let sound = isSound(point, height: heights[i], within: horizons[i])
          penalties[i] = sound ? penalties[i] : .infinity
        }
      }
    }
  }

  private func appendDistances(_ parameter: Tensor, to tail: inout [Double]) {
    let count = starts.count
    parameter.withElements { p in
      for i in 0..<count {
        tail.append(landscape.distanceToMinimum(from: Vector2(p[i], p[count + i])))
      }
    }
  }
}
