import Tensors

/// The product of matrices, or of stacks of matrices, either factor read transposed.
struct MatrixMultiplication: BilinearOperation {
  let plan: ProductPlan

  func forward(_ step: Step) {
    plan.multiply(step.values(0), step.values(1), into: step.output.elements, keep: step.output.keep)
  }

  func backward(_ step: Step) {
    if let sink = step.gradient(0) {
      plan.pullFirst(step.upstream, step.values(1), into: sink.elements, keep: sink.keep)
    }
    if let sink = step.gradient(1) {
      plan.pullSecond(step.upstream, step.values(0), into: sink.elements, keep: sink.keep)
    }
  }
}

extension Variable {
  /// The product of two matrices, or of each pair in two stacks of matrices, as `Tensor.matmul`.
  public func matmul(_ other: Variable, transposingFirst: Bool = false, transposingSecond: Bool = false) -> Variable {
    let plan = ProductPlan(shape, other.shape, transposesFirst: transposingFirst, transposesSecond: transposingSecond)
    return tape.record(MatrixMultiplication(plan: plan), [self, other], shape: plan.shape)
  }
}
