import Tensors

/// Gradient descent, with heavy-ball or Nesterov momentum where asked for.
///
/// The velocity is a sum of gradients, not their mean: v ← μ·v + (1 − τ)·g, θ ← θ − η·v. The first
/// velocity is the first gradient, undampened. Nesterov steps along g + μ·v. Averaged, the velocity is
/// the running mean v ← μ·v + (1 − μ)·g from the first step on: the sum's path at a rate η/(1 − μ).
/// Source: I. Sutskever et al., *On the importance of initialization and momentum in deep learning*,
/// ICML 2013, in PyTorch's form, where η stands outside the velocity.
public struct SGD: Optimizer, Hashable {
  /// Length of a step: η.
  public var learningRate: Double
  /// Share of the velocity that a step keeps: μ.
  public var momentum: Double
  /// Share of the gradient that the velocity leaves out: τ.
  public var dampening: Double
  /// Pull towards zero, added to the gradient: λ.
  public var weightDecay: Double
  /// Whether the gradient counts once more on top of the velocity.
  public var isNesterov: Bool
  /// Whether the velocity is the gradients' running mean instead of their fading sum.
  public var isAveraged: Bool

  /// A recipe, with PyTorch's defaults: plain gradient descent.
  public init(
    learningRate: Double = 1e-3, momentum: Double = 0, dampening: Double = 0, weightDecay: Double = 0,
    isNesterov: Bool = false, isAveraged: Bool = false
  ) {
    (self.learningRate, self.momentum, self.dampening) = (learningRate, momentum, dampening)
    (self.weightDecay, self.isNesterov, self.isAveraged) = (weightDecay, isNesterov, isAveraged)
  }

  /// The velocity.
  public struct State: Sendable {
    /// Sum of past gradients, older ones fading: v. Empty without momentum.
    public internal(set) var velocity: Tensor
    /// Steps taken.
    public internal(set) var step = 0
  }

  /// Standing still.
  public func initialState(for shape: [Int]) -> State { State(velocity: momentum == 0 ? .empty : .zeros(shape)) }

  /// Takes one step, in place.
  public func update(_ parameter: inout Tensor, along gradient: Tensor, state: inout State) {
    state.step += 1
    let (rate, weightDecay, momentum) = (learningRate, weightDecay, momentum)
    guard momentum != 0 else {
      parameter.update(with: gradient) { p, g in p -= rate * (g + weightDecay * p) }
      return
    }

    let intake = isAveraged ? 1 - momentum : state.step == 1 ? 1 : 1 - dampening
    if isNesterov {
      parameter.update(with: gradient, &state.velocity) { p, g, v in
        let pull = g + weightDecay * p
        v = momentum * v + intake * pull
        p -= rate * (pull + momentum * v)
      }
    } else {
      parameter.update(with: gradient, &state.velocity) { p, g, v in
        v = momentum * v + intake * (g + weightDecay * p)
        p -= rate * v
      }
    }
  }
}
