import Tensors

/// A value on a tape: a tensor that remembers what it was computed from.
///
/// Good until the tape begins a new recording; use after that stops the program.
public struct Variable {
  /// The tape it stands on.
  public let tape: Tape
  let index: Int
  let recording: Int

  /// Length of each dimension.
  public var shape: [Int] { tape.node(of: self).shape }

  /// How many elements there are.
  public var count: Int { tape.node(of: self).count }

  /// A copy of the value.
  public var value: Tensor {
    let node = tape.node(of: self)
    return Tensor(shape: node.shape) { $0.update(from: node.value.start!, count: node.count) }
  }

  /// The value of a variable with one element.
  public var scalar: Double {
    let node = tape.node(of: self)
    require(node.count == 1, "scalar: shape \(Tensor.name(of: node.shape)) has several elements")
    return node.value.start![0]
  }

  /// Records an operation of this variable alone.
  func recording(_ operation: some Operation, shape: [Int]) -> Variable { tape.record(operation, [self], shape: shape) }
}
