import Tensors

/// Views of the tape's entries for the operations.
extension Tape {
  /// What an operation needs to compute its value.
  func forwardStep(at index: Int) -> Step {
    let node = nodes[index]
    let value = node.value.start!
    return Step(
      inputs: node.inputs.map { input(at: $0, gradient: nil) }, shape: node.shape, count: node.count,
      output: Sink(elements: value, count: node.count, isAdding: false), upstream: UnsafePointer(value),
      saved: node.saved.start!, scratch: scratch)
  }

  /// What an operation needs to compute the gradients of its inputs, which then have one.
  func backwardStep(at index: Int) -> Step {
    let upstream = UnsafePointer(nodes[index].gradient.start!)
    if nodes[index].operation?.isInPlace == true { handOnGradient(of: index) }
    let node = nodes[index]
    let inputs = node.inputs.map { place in
      input(at: place, gradient: nodes[place].needsGradient ? claimGradient(at: place) : nil)
    }
    return Step(
      inputs: inputs, shape: node.shape, count: node.count,
      output: Sink(elements: node.value.start!, count: node.count, isAdding: false), upstream: upstream,
      saved: node.saved.start!, scratch: scratch)
  }

  private func input(at index: Int, gradient: Sink?) -> Step.Input {
    let node = nodes[index]
    return Step.Input(
      shape: node.shape, count: node.count, values: UnsafePointer(node.value.start!), gradient: gradient)
  }

  /// The gradient of an entry, to be written the first time and added to from then on.
  func claimGradient(at index: Int) -> Sink {
    let count = nodes[index].count
    if isPassing(index) { takeSpare(for: index, count) }
    reserve(\.gradient, at: index, count)
    let isAdding = nodes[index].hasGradient
    nodes[index].hasGradient = true
    return Sink(elements: nodes[index].gradient.start!, count: count, isAdding: isAdding)
  }

  /// Lets an entry's one input write its gradient where the entry's own is, if nobody wants that.
  private func handOnGradient(of index: Int) {
    let place = nodes[index].inputs[0]
    guard isPassing(index) && nodes[place].needsGradient && !nodes[place].hasGradient else { return }
    let buffer = nodes[index].gradient
    nodes[index].gradient = nodes[place].gradient
    nodes[place].gradient = buffer
  }

  /// Gives an entry's gradient buffer to whom it may serve next, once it has been used.
  func retireGradient(at index: Int) {
    guard isPassing(index), nodes[index].gradient.start != nil else { return }
    spares.append(nodes[index].gradient)
    nodes[index].gradient = Buffer()
    nodes[index].hasGradient = false
  }

  /// Whether an entry's gradient is needed only to compute others.
  private func isPassing(_ index: Int) -> Bool {
    order == .first && nodes[index].operation != nil && !nodes[index].keepsGradient
  }

  /// Gives an entry without a buffer the smallest spare that holds its gradient.
  private func takeSpare(for index: Int, _ count: Int) {
    guard nodes[index].gradient.start == nil else { return }
    let fitting = spares.indices.filter { spares[$0].capacity >= count }
    guard let best = fitting.min(by: { spares[$0].capacity < spares[$1].capacity }) else { return }
    nodes[index].gradient = spares.remove(at: best)
  }
}
