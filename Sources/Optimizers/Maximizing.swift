import Tensors

/// A rule that climbs: each gradient counts with its sign turned, before anything else is done with it.
///
/// PyTorch's `maximize`. Weight decay still pulls towards zero.
public struct Maximizing<Base: Optimizer>: Optimizer {
  /// The rule that takes the steps.
  public var base: Base

  /// A rule, turned round.
  public init(_ base: Base) { self.base = base }

  /// The rule's rate.
  public var learningRate: Double {
    get { base.learningRate }
    set { base.learningRate = newValue }
  }

  /// As of the rule.
  public var isElementwise: Bool { base.isElementwise }

  /// As of the rule.
  public func initialState(for shape: [Int]) -> Base.State { base.initialState(for: shape) }

  /// Takes one step up, in place.
  public func update(_ parameter: inout Tensor, along gradient: Tensor, state: inout Base.State) {
    base.update(&parameter, along: -gradient, state: &state)
  }
}

extension Optimizer {
  /// The rule, or the same going up.
  func maximizing(_ isUp: Bool) -> any Optimizer { isUp ? Maximizing(self) : self }
}
