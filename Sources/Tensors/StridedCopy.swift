/// Moves elements between two orders of the dimensions.
package struct StridedCopy {
  /// The shape of the target, whose elements are written one after another.
  package let shape: [Int]
  /// How far the source moves along each dimension of the target.
  private let steps: [Int]

  /// The order that takes dimension `axes[k]` of a shape to place k.
  package init(_ shape: [Int], axes: [Int]) {
    require(
      axes.sorted() == Array(shape.indices),
      "permute: \(axes) is no order of the dimensions of shape \(Tensor.name(of: shape))")
    var strides = shape
    var step = 1
    for axis in shape.indices.reversed() {
      strides[axis] = step
      step *= shape[axis]
    }
    self.shape = axes.map { shape[$0] }
    steps = axes.map { strides[$0] }
  }

  /// Calls `body` with the target's and the source's place, and the source's step, for every row.
  package func forEachRow(_ body: (_ target: Int, _ source: Int, _ step: Int, _ count: Int) -> Void) {
    guard !shape.contains(0) else { return }
    guard let count = shape.last, let step = steps.last else { return body(0, 0, 1, 1) }
    var position = shape.map { _ in 0 }
    var (target, source) = (0, 0)
    while true {
      body(target, source, step, count)
      target += count
      var axis = shape.count - 2
      while axis >= 0 {
        position[axis] += 1
        source += steps[axis]
        if position[axis] < shape[axis] { break }
        source -= steps[axis] * shape[axis]
        position[axis] = 0
        axis -= 1
      }
      if axis < 0 { return }
    }
  }
}
