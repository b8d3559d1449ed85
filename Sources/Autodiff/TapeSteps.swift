import Tensors

/// Views of the tape's entries for the operations.
extension Tape {
  /// What an operation needs to compute its value.
  func forwardStep(at index: Int) -> Step {
    let node = nodes[index]
    let value = node.value.start!
    return Step(
      inputs: node.inputs.map { input(at: $0, gradient: nil) }, shape: node.shape,
      count: node.count, output: Sink(elements: value, count: node.count, isAdding: false),
      upstream: UnsafePointer(value), saved: node.saved.start!, scratch: scratch)
  }

  /// What an operation needs to compute the gradients of its inputs, which then have one.
  func backwardStep(at index: Int) -> Step {
    let node = nodes[index]
    let inputs = node.inputs.map { place in
      nodes[place].needsGradient
        ? input(at: place, gradient: claimGradient(at: place))
        : input(at: place, gradient: nil)
    }
    return Step(
      inputs: inputs, shape: node.shape, count: node.count,
      output: Sink(elements: node.value.start!, count: node.count, isAdding: false),
      upstream: UnsafePointer(node.gradient.start!), saved: node.saved.start!, scratch: scratch)
  }

  private func input(at index: Int, gradient: Sink?) -> Step.Input {
    let node = nodes[index]
    return Step.Input(
      shape: node.shape, count: node.count, values: UnsafePointer(node.value.start!),
      gradient: gradient)
  }

  /// The gradient of an entry, to be written the first time and added to from then on.
  private func claimGradient(at index: Int) -> Sink {
    reserve(\.gradient, at: index, nodes[index].count)
    let isAdding = nodes[index].hasGradient
    nodes[index].hasGradient = true
    return Sink(
      elements: nodes[index].gradient.start!, count: nodes[index].count, isAdding: isAdding)
  }
}
