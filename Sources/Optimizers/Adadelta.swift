import Tensors

/// Each step is as long as the steps before it, times the gradient over its usual size: no rate needed.
///
/// Source: M. D. Zeiler, *ADADELTA: An Adaptive Learning Rate Method*, arXiv:1212.5701, 2012,
/// algorithm 1, in PyTorch's form: a rate multiplies the step. ε stands inside both roots.
public struct Adadelta: Optimizer, Hashable {
  /// Factor on the step: η, 1 in the paper.
  public var learningRate: Double
  /// Share of either mean square that a step keeps: ρ.
  public var squareDecay: Double
  /// Keeps the division finite, and gets the first step going: ε.
  public var epsilon: Double
  /// Pull towards zero, added to the gradient: λ.
  public var weightDecay: Double

  /// A recipe, with PyTorch's defaults.
  public init(learningRate: Double = 1, squareDecay: Double = 0.9, epsilon: Double = 1e-6, weightDecay: Double = 0) {
    (self.learningRate, self.squareDecay) = (learningRate, squareDecay)
    (self.epsilon, self.weightDecay) = (epsilon, weightDecay)
  }

  /// The running means.
  public struct State: Sendable {
    /// Running mean of squared gradients: E[g²].
    public internal(set) var square: Tensor
    /// Running mean of squared steps, before the rate: E[Δθ²].
    public internal(set) var stepSquare: Tensor
  }

  /// No gradient seen.
  public func initialState(for shape: [Int]) -> State { State(square: .zeros(shape), stepSquare: .zeros(shape)) }

  /// Takes one step, in place.
  public func update(_ parameter: inout Tensor, along gradient: Tensor, state: inout State) {
    let (rate, decay, epsilon, weightDecay) = (learningRate, squareDecay, epsilon, weightDecay)
    parameter.update(with: gradient, &state.square, &state.stepSquare) { p, g, v, steps in
      let pull = g + weightDecay * p
      v = (decay * v).addingProduct((1 - decay) * pull, pull)
      let step = (steps + epsilon).squareRoot() / (v + epsilon).squareRoot() * pull
      steps = (decay * steps).addingProduct((1 - decay) * step, step)
      p -= rate * step
    }
  }
}
