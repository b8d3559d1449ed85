import Tensors

extension Tape {
  /// The Hessian of the last `backward`'s result times a direction, exactly, without the Hessian.
  ///
  /// `directions` has a tensor for each of `variables`, of its shape; the answer has the same form.
  /// The tape must be of second order; a seed of `backward` counts as constant. Rates of change
  /// go forward through the values, then back through the gradients, at about the price of two
  /// gradients. Source: B. A. Pearlmutter, *Fast Exact Multiplication by the Hessian*, 1994.
  public func hessianProduct(of result: Variable, by variables: [Variable], along directions: [Tensor]) -> [Tensor] {
    require(order == .second, "hessianProduct: the tape was made for first derivatives")
    require(
      variables.count == directions.count,
      "hessianProduct: \(variables.count) variables and \(directions.count) directions")
    check(result)
    let end = result.index
    require(nodes[end].hasGradient, "hessianProduct: run backward from the result first")
    clearTangents(through: end)
    for (variable, direction) in zip(variables, directions) { set(direction, on: variable) }

    for index in 0...end where nodes[index].needsGradient {
      twiceDifferentiable(at: index)?.forwardTangent(planes(at: index))
    }
    for index in stride(from: end, through: 0, by: -1) where nodes[index].hasGradient {
      twiceDifferentiable(at: index)?.backwardTangent(planes(at: index))
    }
    return variables.map { variable in
      let node = node(of: variable)
      return Tensor(shape: node.shape) { $0.update(from: node.gradientTangent.start!, count: node.count) }
    }
  }

  private func clearTangents(through end: Int) {
    for index in 0...end {
      let count = nodes[index].count
      reserve(\.tangent, at: index, count)
      reserve(\.gradientTangent, at: index, count)
      nodes[index].tangent.start!.update(repeating: 0, count: count)
      nodes[index].gradientTangent.start!.update(repeating: 0, count: count)
    }
  }

  private func set(_ direction: Tensor, on variable: Variable) {
    let node = node(of: variable)
    require(
      direction.shape == node.shape,
      "hessianProduct: a direction of shape \(Tensor.name(of: direction.shape)) for a variable of "
        + "shape \(Tensor.name(of: node.shape))")
    require(node.operation == nil, "hessianProduct: a direction for what is itself a result")
    direction.withElements { elements in
      if let first = elements.baseAddress { node.tangent.start!.update(from: first, count: node.count) }
    }
  }

  private func twiceDifferentiable(at index: Int) -> (any TwiceDifferentiable)? {
    guard let operation = nodes[index].operation else { return nil }
    guard let twice = operation as? any TwiceDifferentiable else {
      fatalError("hessianProduct: \(type(of: operation)) has no second derivative")
    }
    return twice
  }

  private func planes(at index: Int) -> TangentPlanes {
    let node = nodes[index]
    let inputs = node.inputs.map { place in
      let input = nodes[place]
      let sink = Sink(elements: input.gradientTangent.start!, count: input.count, isAdding: true)
      return Step.Input(
        shape: input.shape, count: input.count, values: UnsafePointer(input.value.start!),
        gradient: input.needsGradient ? sink : nil)
    }
    let step = Step(
      inputs: inputs, shape: node.shape, count: node.count,
      output: Sink(elements: node.value.start!, count: node.count, isAdding: false),
      upstream: UnsafePointer(node.gradient.start ?? node.value.start!), saved: node.saved.start!, scratch: scratch)
    return TangentPlanes(
      step: step, values: inputs.map(\.values), tangents: node.inputs.map { UnsafePointer(nodes[$0].tangent.start!) },
      output: node.tangent.start!, upstream: step.upstream, upstreamTangent: UnsafePointer(node.gradientTangent.start!))
  }
}
