import Tensors

extension Tape {
  /// Computes the gradient of a variable by everything it was made from.
  ///
  /// The seed is ∂L/∂variable; without one, the variable must have one element, and its seed is 1. A
  /// second call replaces the gradients of the first. Gradients stay at what was put on the tape, and
  /// where `keepGradient` asked for them. The walk is a loop, however deep the tape.
  public func backward(from variable: Variable, seed: Tensor? = nil) {
    check(variable)
    let (end, shape) = (variable.index, nodes[variable.index].shape)
    require(nodes[end].needsGradient, "backward: nothing that the variable was made from wants a gradient")
    require(
      seed != nil || nodes[end].count == 1,
      "backward: shape \(Tensor.name(of: shape)) has several elements and needs a seed")
    if let seed {
      require(
        seed.shape == shape,
        "backward: a seed of shape \(Tensor.name(of: seed.shape)) for a variable of shape " + Tensor.name(of: shape))
    }
    for index in 0..<count { nodes[index].hasGradient = false }
    plant(seed, at: end)
    for index in stride(from: end, through: 0, by: -1) where nodes[index].hasGradient {
      nodes[index].operation?.backward(backwardStep(at: index))
      retireGradient(at: index)
    }
  }

  /// Lets the next `backward` leave a gradient at a variable that was computed from others.
  ///
  /// A tape of second order keeps all of them.
  public func keepGradient(of variable: Variable) {
    check(variable)
    nodes[variable.index].keepsGradient = true
  }

  /// A copy of the gradient that the last `backward` left at a variable.
  ///
  /// Stops the program where there is none: the variable had no part in the result, or was computed
  /// from others and its gradient not kept.
  public func gradient(of variable: Variable) -> Tensor {
    let node = node(of: variable)
    require(node.hasGradient, missingGradient(variable))
    return Tensor(shape: node.shape) { $0.update(from: node.gradient.start!, count: node.count) }
  }

  /// Copies the gradient of a variable into a tensor of its shape, which allocates nothing.
  public func copyGradient(of variable: Variable, into target: inout Tensor) {
    let node = node(of: variable)
    require(node.hasGradient, missingGradient(variable))
    require(
      target.shape == node.shape,
      "copyGradient: shape \(Tensor.name(of: node.shape)) into \(Tensor.name(of: target.shape))")
    target.withMutableElements { elements in
      if node.count > 0 { elements.baseAddress!.update(from: node.gradient.start!, count: node.count) }
    }
  }

  /// Whether the last `backward` reached a variable.
  public func hasGradient(_ variable: Variable) -> Bool { node(of: variable).hasGradient }

  private func plant(_ seed: Tensor?, at index: Int) {
    let sink = claimGradient(at: index)
    guard let seed else { return sink.elements[0] = 1 }
    seed.withElements { elements in
      if let first = elements.baseAddress { sink.elements.update(from: first, count: sink.count) }
    }
  }

  private func missingGradient(_ variable: Variable) -> String {
    "gradient: the variable of shape \(Tensor.name(of: variable.shape)) had no part in the result, "
      + "or its gradient was not kept"
  }
}
