import Tensors

/// The record of a computation, from which gradients are computed backwards.
///
/// Values are computed as they are recorded. `reset` begins a new recording in the same memory: a
/// training loop that records the same operations again allocates no arrays after its first step.
/// A tape belongs to one task at a time.
public final class Tape {
  /// How often what is recorded can be differentiated.
  public enum Order: Sendable { case first, second }

  /// First derivatives, or second ones too: those keep more, and fuse nothing.
  public let order: Order
  /// How many variables stand on the tape.
  public private(set) var count = 0
  /// Memory that the tape has asked for since it was made.
  public var memory: Memory {
    Memory(bytes: reserved.bytes + scratch.allocatedBytes, allocations: reserved.allocations + scratch.allocations)
  }
  private var reserved = Memory()
  /// The entries; those from `count` on are left over from earlier recordings.
  var nodes: [Node] = []
  /// Gradient buffers that no entry uses at the moment.
  var spares: [Buffer] = []
  private(set) var recording = 0
  let scratch = Scratch()

  /// What a tape has allocated for elements; it gives nothing back before its end.
  public struct Memory: Sendable, Hashable {
    /// Bytes in all buffers.
    public internal(set) var bytes = 0
    /// How many buffers were allocated, or allocated again because they were too small.
    public internal(set) var allocations = 0

    /// Nothing allocated.
    public init() {}

    init(bytes: Int, allocations: Int) { (self.bytes, self.allocations) = (bytes, allocations) }
  }

  /// An empty tape.
  public init(order: Order = .first) { self.order = order }

  deinit {
    for index in nodes.indices { nodes[index].free() }
    for index in spares.indices { spares[index].free() }
  }

  /// Begins a new recording; variables of the one before are no longer good.
  public func reset() { (count, recording) = (0, recording + 1) }

  /// Puts a copy of a tensor on the tape that no gradient is wanted for.
  public func constant(_ tensor: Tensor) -> Variable { leaf(tensor, needsGradient: false) }

  /// Puts a number on the tape that no gradient is wanted for.
  public func constant(_ number: Double) -> Variable { constant(Tensor(number)) }

  /// Puts a copy of a tensor on the tape that a gradient is wanted for.
  public func variable(_ tensor: Tensor) -> Variable { leaf(tensor, needsGradient: true) }

  /// Puts rows of a tensor on the tape, in the order given, as a constant: a batch.
  public func constant(rows: [Int], of tensor: Tensor) -> Variable {
    let width = tensor.shape.dropFirst().reduce(1, *)
    tensor.checkPositions(rows, for: "constant(rows:of:)")
    return leaf(shape: [rows.count] + tensor.shape.dropFirst(), needsGradient: false) { target in
      tensor.withElements { elements in
        guard let first = elements.baseAddress else { return }
        for (row, position) in rows.enumerated() {
          (target + row * width).update(from: first + position * width, count: width)
        }
      }
    }
  }

  private func leaf(_ tensor: Tensor, needsGradient: Bool) -> Variable {
    leaf(shape: tensor.shape, needsGradient: needsGradient) { target in
      tensor.withElements { elements in
        if let first = elements.baseAddress { target.update(from: first, count: tensor.count) }
      }
    }
  }

  private func leaf(shape: [Int], needsGradient: Bool, fill: (UnsafeMutablePointer<Double>) -> Void) -> Variable {
    let index = append(nil, [], shape: shape, saved: 0)
    nodes[index].needsGradient = needsGradient
    fill(nodes[index].value.start!)
    return Variable(tape: self, index: index, recording: recording)
  }

  /// Computes an operation and records it.
  func record(_ operation: some Operation, _ inputs: [Variable], shape: [Int]) -> Variable {
    if order == .second, let fused = operation as? any FusedOperation { return fused.expanded(inputs) }
    let places = inputs.map { input in
      check(input)
      return input.index
    }
    let index = append(operation, places, shape: shape, saved: operation.savedCount)
    operation.forward(forwardStep(at: index))
    return Variable(tape: self, index: index, recording: recording)
  }

  /// The entry of a variable that belongs to this recording.
  func node(of variable: Variable) -> Node {
    check(variable)
    return nodes[variable.index]
  }

  /// Stops the program for a variable of another tape or of an earlier recording.
  func check(_ variable: Variable) {
    require(variable.tape === self, "a variable of another tape")
    require(variable.recording == recording, "a variable of a recording that the tape has left behind")
  }

  /// Makes room in a buffer of an entry, and counts what that takes.
  func reserve(_ buffer: WritableKeyPath<Node, Buffer>, at index: Int, _ count: Int) {
    note(nodes[index][keyPath: buffer].reserve(count))
  }

  private func append(_ operation: (any Operation)?, _ inputs: [Int], shape: [Int], saved: Int) -> Int {
    let index = count
    if index == nodes.count { nodes.append(Node()) }
    let elements = shape.reduce(1, *)
    nodes[index].operation = operation
    nodes[index].inputs = inputs
    nodes[index].shape = shape
    nodes[index].count = elements
    nodes[index].needsGradient = inputs.contains { nodes[$0].needsGradient }
    nodes[index].hasGradient = false
    nodes[index].keepsGradient = false
    note(nodes[index].value.reserve(elements))
    note(nodes[index].saved.reserve(saved))
    count += 1
    return index
  }

  func note(_ bytes: Int) {
    guard bytes > 0 else { return }
    reserved.bytes += bytes
    reserved.allocations += 1
  }
}
