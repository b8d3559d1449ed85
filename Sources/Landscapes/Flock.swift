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

  /// Each walk's median distance to the nearest minimum over the last rows; infinite if it was lost.
  func settledDistances<Recipe: Optimizer>(by optimizer: Recipe) -> [Double] {
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

    measureHeights(parameter, into: &heights, &penalties, within: horizons)
    for step in 1...steps {
      measureGradient(parameter, into: &gradient)
      optimizer.update(&parameter, along: gradient, state: &state)
      measureHeights(parameter, into: &heights, &penalties, within: horizons)
      if step > steps - window { appendDistances(parameter, to: &tail) }
    }
    return penalties.indices.map { index in
      if penalties[index] > 0 { return .infinity }
      return stride(from: index, to: tail.count, by: count).map { tail[$0] }.median()
    }
  }

  private func measureGradient(_ parameter: Tensor, into gradient: inout Tensor) {
    let count = starts.count
    parameter.withElements { p in
      gradient.withMutableElements { g in
        let (xs, dx) = (p.baseAddress!, g.baseAddress!)
        landscape.kernel.gradients(xs, xs + count, dx, dx + count, count)
      }
    }
  }

  private func measureHeights(
    _ parameter: Tensor, into heights: inout [Double], _ penalties: inout [Double],
    within horizons: [Double]
  ) {
    let count = starts.count
    parameter.withElements { p in
      heights.withUnsafeMutableBufferPointer { heights in
        penalties.withUnsafeMutableBufferPointer { penalties in
          let (xs, ys) = (p.baseAddress!, p.baseAddress! + count)
          landscape.kernel.values(xs, ys, heights.baseAddress!, count)
          for i in 0..<count {
            let sound = isSound(Vector2(xs[i], ys[i]), height: heights[i], within: horizons[i])
            penalties[i] = sound ? penalties[i] : .infinity
          }
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
