/// What an operation sees where rates of change are carried beside values and gradients.
///
/// A plane is a set of arrays of the inputs' shapes: their values, or their rates of change. Linear
/// and bilinear operations run their own passes on a mix of them.
struct TangentPlanes {
  typealias Plane = [UnsafePointer<Double>]

  /// The step as the backward pass saw it; its gradient sinks are the gradients' rates of change.
  let step: Step
  /// The inputs' values.
  let values: Plane
  /// The inputs' rates of change.
  let tangents: Plane
  /// The value's rate of change.
  let output: UnsafeMutablePointer<Double>
  /// The gradient that arrived at the value.
  let upstream: UnsafePointer<Double>
  /// Its rate of change.
  let upstreamTangent: UnsafePointer<Double>

  /// The forward pass on a plane, into the value's rate of change.
  func forward(reading plane: Plane, isAdding: Bool = false) -> Step {
    let sink = Sink(elements: output, count: step.count, isAdding: isAdding)
    return made(reading: plane, output: sink, upstream: upstream)
  }

  /// The backward pass on a plane, added to the gradients' rates of change.
  func backward(reading plane: Plane, upstream: UnsafePointer<Double>) -> Step {
    made(reading: plane, output: step.output, upstream: upstream)
  }

  private func made(reading plane: Plane, output: Sink, upstream: UnsafePointer<Double>) -> Step {
    let inputs = zip(step.inputs, plane).map { input, values in
      Step.Input(shape: input.shape, count: input.count, values: values, gradient: input.gradient)
    }
    return Step(
      inputs: inputs, shape: step.shape, count: step.count, output: output, upstream: upstream, saved: step.saved,
      scratch: step.scratch)
  }
}
