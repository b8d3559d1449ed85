import Tensors

/// An update rule with its settings: how a parameter moves, given its gradient.
///
/// The recipe does not change while it is used. What a rule remembers between steps is a `State`
/// that the caller owns, one for each parameter, and may copy, rewind or look at.
public protocol Optimizer: Sendable {
  /// What the rule remembers about one parameter.
  associatedtype State: Sendable

  /// Length of a step, in the rule's own sense (η); a schedule sets it anew before each step.
  var learningRate: Double { get set }

  /// Whether each element of a parameter moves as if it were alone; false where norms count.
  var isElementwise: Bool { get }

  /// What the rule remembers before its first step, for a parameter of a shape.
  func initialState(for shape: [Int]) -> State

  /// Takes one step, in place; parameter, gradient and state have one shape.
  func update(_ parameter: inout Tensor, along gradient: Tensor, state: inout State)
}

extension Optimizer {
  /// True: most rules look at one element at a time.
  public var isElementwise: Bool { true }
}
