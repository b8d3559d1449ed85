import Tensors

/// A range of positions along a dimension.
struct Slicing: LinearOperation {
  let loop: AxisLoop
  let range: Range<Int>

  func forward(_ step: Step) {
    forEachRow { part, whole, count in (step.output.elements + part).update(from: step.values(0) + whole, count: count)
    }
  }

  func backward(_ step: Step) {
    guard let target = step.gradient(0)?.cleared() else { return }
    forEachRow { part, whole, count in for i in 0..<count { target[whole + i] += step.upstream[part + i] } }
  }

  private func forEachRow(_ body: (_ part: Int, _ whole: Int, _ count: Int) -> Void) {
    let width = range.count * loop.inner
    for outer in 0..<loop.outer { body(outer * width, (outer * loop.length + range.lowerBound) * loop.inner, width) }
  }
}

extension Variable {
  /// A range of positions along a dimension; negative counts from the last.
  public func slice(_ range: Range<Int>, along axis: Int) -> Variable {
    let place = AxisLoop.place(axis, in: shape, for: "slice")
    let loop = AxisLoop(shape, axis: place, for: "slice")
    require(
      range.lowerBound >= 0 && range.upperBound <= loop.length,
      "slice: \(range) is not within dimension \(axis) of shape \(Tensor.name(of: shape))")
    var result = shape
    result[place] = range.count
    return recording(Slicing(loop: loop, range: range), shape: result)
  }
}
