import Tensors

/// The same elements in another shape.
struct Reshaping: LinearOperation {
  let isInPlace = true

  func forward(_ step: Step) {
    let elements = step.values(0)
    step.output.put { elements[$0] }
  }

  func backward(_ step: Step) {
    let g = step.upstream
    guard let sink = step.gradient(0), sink.elements != g else { return }
    sink.put { g[$0] }
  }
}

extension Variable {
  /// The same elements in another shape that holds exactly as many.
  public func reshaped(to shape: [Int]) -> Variable {
    require(
      Tensor.count(of: shape) == count,
      "a variable of shape \(Tensor.name(of: self.shape)) does not reshape to " + Tensor.name(of: shape))
    return recording(Reshaping(), shape: shape)
  }
}
