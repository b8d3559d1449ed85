/// Other orders, parts and joins of elements.
extension Tensor {
  /// The transpose of a matrix; of a stack of matrices, each transposed.
  ///
  /// A product needs no transpose in memory: `matmul` takes its factors either way.
  public func transposed() -> Tensor {
    require(rank >= 2, "transpose: shape \(Tensor.name(of: shape)) is no matrix")
    let axes = Array(0..<(rank - 2)) + [rank - 1, rank - 2]
    return permuted(axes)
  }

  /// The dimensions in another order: place k takes dimension `axes[k]`.
  public func permuted(_ axes: [Int]) -> Tensor {
    let copy = StridedCopy(shape, axes: axes)
    return Tensor(shape: copy.shape) { result in
      withElements { elements in
        copy.forEachRow { target, source, step, count in
          for i in 0..<count { result[target + i] = elements[source + i * step] }
        }
      }
    }
  }

  /// Slices along the first dimension, in the order given; a position may come more than once.
  public func gathered(_ positions: [Int]) -> Tensor {
    let width = rowWidth(for: "gather")
    checkPositions(positions, for: "gather")
    return Tensor(shape: [positions.count] + shape.dropFirst()) { result in
      withElements { elements in
        for (row, position) in positions.enumerated() {
          for i in 0..<width { result[row * width + i] = elements[position * width + i] }
        }
      }
    }
  }

  /// A range of positions along the first dimension.
  public func rows(_ range: Range<Int>) -> Tensor {
    let width = rowWidth(for: "rows")
    require(
      range.lowerBound >= 0 && range.upperBound <= shape[0],
      "rows: \(range) is not within shape \(Tensor.name(of: shape))")
    let part = Array(storage[(range.lowerBound * width)..<(range.upperBound * width)])
    return Tensor(part, shape: [range.count] + shape.dropFirst())
  }

  /// A range of positions along any dimension; negative counts from the last.
  public func slice(_ range: Range<Int>, along axis: Int) -> Tensor {
    let place = AxisLoop.place(axis, in: shape, for: "slice")
    let loop = AxisLoop(shape, axis: place, for: "slice")
    require(
      range.lowerBound >= 0 && range.upperBound <= loop.length,
      "slice: \(range) is not within dimension \(axis) of shape \(Tensor.name(of: shape))")
    var result = shape
    result[place] = range.count
    let width = range.count * loop.inner
    return Tensor(shape: result) { target in
      withElements { elements in
        for outer in 0..<loop.outer {
          let source = (outer * loop.length + range.lowerBound) * loop.inner
          for i in 0..<width { target[outer * width + i] = elements[source + i] }
        }
      }
    }
  }

  /// Tensors one behind another along a dimension; their other dimensions must agree.
  public init(concatenating parts: [Tensor], along axis: Int = 0) {
    let plan = Concatenation(parts.map(\.shape), along: axis)
    self.init(shape: plan.shape) { result in
      for (part, place) in zip(parts, plan.places) {
        part.withElements { elements in
          place.forEachRow { whole, own, count in for i in 0..<count { result[whole + i] = elements[own + i] } }
        }
      }
    }
  }

  /// Stops the program where positions along the first dimension are not within it.
  package func checkPositions(_ positions: [Int], for operation: StaticString) {
    guard let wrong = positions.first(where: { $0 < 0 || $0 >= shape[0] }) else { return }
    require(false, "\(operation): position \(wrong) is not within shape \(Tensor.name(of: shape))")
  }

  private func rowWidth(for operation: StaticString) -> Int {
    require(rank > 0, "\(operation): a scalar has no rows")
    return shape.dropFirst().reduce(1, *)
  }
}
