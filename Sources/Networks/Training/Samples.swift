import Tensors

/// What a network's outputs should be: numbers, or the number of a class.
public enum Targets: Sendable, Hashable {
  /// Numbers of the output's shape.
  case values(Tensor)
  /// For each example, the place of the right output.
  case classes([Int])

  /// How many examples there are.
  public var count: Int {
    switch self {
    case .values(let tensor): tensor.shape.first ?? 0
    case .classes(let classes): classes.count
    }
  }

  /// Those of some examples, in the order given.
  public func gathered(_ positions: [Int]) -> Targets {
    switch self {
    case .values(let tensor): .values(tensor.gathered(positions))
    case .classes(let classes): .classes(positions.map { classes[$0] })
    }
  }
}

/// Inputs and what should come of them; the first dimension counts the examples.
public struct Samples: Sendable, Hashable {
  /// One input for each example.
  public let inputs: Tensor
  /// One target for each example.
  public let targets: Targets

  /// Inputs with targets, as many of one as of the other.
  public init(_ inputs: Tensor, _ targets: Targets) {
    require(
      inputs.shape.first == targets.count,
      "inputs \(Tensor.name(of: inputs.shape)) with \(targets.count) targets")
    (self.inputs, self.targets) = (inputs, targets)
  }

  /// Inputs with numbers to reach.
  public init(_ inputs: Tensor, values: Tensor) { self.init(inputs, .values(values)) }

  /// Inputs with classes to tell.
  public init(_ inputs: Tensor, classes: [Int]) { self.init(inputs, .classes(classes)) }

  /// How many examples there are.
  public var count: Int { targets.count }
}
