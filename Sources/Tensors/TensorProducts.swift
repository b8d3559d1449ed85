/// Products of matrices.
extension Tensor {
  /// The product of two matrices, or of each pair in two stacks of matrices.
  ///
  /// m×k times k×n gives m×n. Dimensions before the last two are stacks: equal ones, or a stack and
  /// one matrix for all of it. A transposed factor is read in that order, not copied.
  public func matmul(_ other: Tensor, transposingFirst: Bool = false, transposingSecond: Bool = false) -> Tensor {
    let plan = ProductPlan(shape, other.shape, transposesFirst: transposingFirst, transposesSecond: transposingSecond)
    return Tensor(shape: plan.shape) { result in
      withElements { a in
        other.withElements { b in
          guard let a = a.baseAddress, let b = b.baseAddress else {
            return result.update(repeating: 0, count: Tensor.count(of: plan.shape))
          }
          plan.multiply(a, b, into: result)
        }
      }
    }
  }

  /// The sum of products of corresponding elements.
  public func dot(_ other: Tensor) -> Double {
    require(shape == other.shape, "dot: shapes \(Tensor.name(of: shape)) and \(Tensor.name(of: other.shape)) differ")
    return withElements { a in other.withElements { b in Sums.total(count) { a[$0] * b[$0] } } }
  }
}
