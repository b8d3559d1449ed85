import Tensors

/// A rule with weight decay that does not pass through its gradient: θ ← (1 − ηλ)·θ before each step.
///
/// PyTorch's `decoupled_weight_decay`, as in I. Loshchilov and F. Hutter, *Decoupled Weight Decay Regularization*, ICLR 2019.
public struct DecoupledDecay<Base: Optimizer>: Optimizer {
  /// The rule that takes the steps; it should have no decay of its own.
  public var base: Base
  /// Share of the parameter, times η, that a step takes away: λ.
  public var weightDecay: Double

  /// A rule, and the decay beside it.
  public init(_ base: Base, weightDecay: Double) { (self.base, self.weightDecay) = (base, weightDecay) }

  /// The rule's rate.
  public var learningRate: Double {
    get { base.learningRate }
    set { base.learningRate = newValue }
  }

  /// As of the rule.
  public var isElementwise: Bool { base.isElementwise }

  /// As of the rule.
  public func initialState(for shape: [Int]) -> Base.State { base.initialState(for: shape) }

  /// Takes one step, in place.
  public func update(_ parameter: inout Tensor, along gradient: Tensor, state: inout Base.State) {
    let share = 1 - learningRate * weightDecay
    parameter.update(with: gradient) { p, _ in p *= share }
    base.update(&parameter, along: gradient, state: &state)
  }
}
