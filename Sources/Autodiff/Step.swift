import Tensors

/// What an operation sees of the tape while it computes its value or its gradients.
///
/// Pointers are good during the call. Gradients are written input by input, in order: two inputs may
/// be the same variable.
struct Step {
  /// One of the things the value is made from.
  struct Input {
    let shape: [Int]
    let count: Int
    let values: UnsafePointer<Double>
    /// Where the gradient goes; nil where none is wanted.
    let gradient: Sink?
  }

  let inputs: [Input]
  /// The value's shape.
  let shape: [Int]
  let count: Int
  /// Where the value goes, and in the backward pass where it is.
  let output: Sink
  /// The gradient that arrives at the value; only in the backward pass.
  let upstream: UnsafePointer<Double>
  /// What the forward pass keeps for the backward pass.
  let saved: UnsafeMutablePointer<Double>
  let scratch: Scratch

  /// The value.
  var values: UnsafePointer<Double> { UnsafePointer(output.elements) }

  /// The values of an input.
  func values(_ index: Int) -> UnsafePointer<Double> { inputs[index].values }

  /// Where an input's gradient goes; nil where none is wanted.
  func gradient(_ index: Int) -> Sink? { inputs[index].gradient }
}
