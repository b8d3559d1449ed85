import Tensors

/// The same elements in another shape.
struct Reshaping: LinearOperation {
  func forward(_ step: Step) {
    let elements = step.values(0)
    step.output.put { elements[$0] }
  }

  func backward(_ step: Step) {
    let g = step.upstream
    step.gradient(0)?.put { g[$0] }
  }
}

extension Variable {
  /// The same elements in another shape that holds exactly as many.
  public func reshaped(to shape: [Int]) -> Variable {
    require(
      Tensor.count(of: shape) == count,
      "a variable of shape \(Tensor.name(of: self.shape)) does not reshape to "
        + Tensor.name(of: shape))
    return recording(Reshaping(), shape: shape)
  }
}
