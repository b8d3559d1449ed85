import Tensors

/// The dimensions in another order.
struct Permutation: LinearOperation {
  let copy: StridedCopy

  func forward(_ step: Step) {
    let (source, target) = (step.values(0), step.output.elements)
    copy.forEachRow { to, from, stride, count in for i in 0..<count { target[to + i] = source[from + i * stride] } }
  }

  func backward(_ step: Step) {
    guard let sink = step.gradient(0) else { return }
    let target = sink.cleared()
    copy.forEachRow { from, to, stride, count in
      for i in 0..<count { target[to + i * stride] += step.upstream[from + i] }
    }
  }
}

extension Variable {
  /// The dimensions in another order: place k takes dimension `axes[k]`.
  public func permuted(_ axes: [Int]) -> Variable {
    let copy = StridedCopy(shape, axes: axes)
    return recording(Permutation(copy: copy), shape: copy.shape)
  }

  /// The transpose of a matrix, or of each in a stack; `matmul` needs none.
  public func transposed() -> Variable {
    let rank = shape.count
    require(rank >= 2, "transpose: shape \(Tensor.name(of: shape)) is no matrix")
    return permuted(Array(0..<(rank - 2)) + [rank - 1, rank - 2])
  }
}
