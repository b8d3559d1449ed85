import Tensors

/// Adaptive gradient: each coordinate's step shrinks with the sum of its squared gradients so far.
///
/// Source: J. Duchi, E. Hazan and Y. Singer, *Adaptive Subgradient Methods*, JMLR 12, 2011, in
/// PyTorch's form: ε stands outside the root.
public struct Adagrad: Optimizer, Hashable {
  /// Length of a step before it is scaled: η.
  public var learningRate: Double
  /// How fast the rate falls by itself: step t uses η/(1 + (t − 1)·decay).
  public var rateDecay: Double
  /// Pull towards zero, added to the gradient: λ.
  public var weightDecay: Double
  /// Keeps the division finite: ε.
  public var epsilon: Double
  /// What the sum of squares starts from: the larger, the shorter the first steps.
  public var initialSum: Double

  /// A recipe, with PyTorch's defaults.
  public init(
    learningRate: Double = 1e-2, rateDecay: Double = 0, weightDecay: Double = 0, epsilon: Double = 1e-10,
    initialSum: Double = 0
  ) {
    (self.learningRate, self.rateDecay) = (learningRate, rateDecay)
    (self.weightDecay, self.epsilon, self.initialSum) = (weightDecay, epsilon, initialSum)
  }

  /// The squares so far.
  public struct State: Sendable {
    /// Sum of squared gradients, on top of what it started from: G.
    public internal(set) var squareSum: Tensor
    /// Steps taken: t.
    public internal(set) var step = 0
  }

  /// No gradient seen.
  public func initialState(for shape: [Int]) -> State { State(squareSum: Tensor(repeating: initialSum, shape: shape)) }

  /// Takes one step, in place.
  public func update(_ parameter: inout Tensor, along gradient: Tensor, state: inout State) {
    let rate = learningRate / (1 + Double(state.step) * rateDecay)
    let (weightDecay, epsilon) = (weightDecay, epsilon)
    state.step += 1
    parameter.update(with: gradient, &state.squareSum) { p, g, sum in
      let pull = g + weightDecay * p
      sum += pull * pull
      p -= rate * pull / (sum.squareRoot() + epsilon)
    }
  }
}
