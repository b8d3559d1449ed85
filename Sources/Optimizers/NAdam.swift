import Tensors

/// Adam with Nesterov's momentum, which warms up to β₁.
///
/// Source: T. Dozat, *Incorporating Nesterov Momentum into Adam*, ICLR workshop 2016, in PyTorch's
/// form: μₜ = β₁·(1 − ½·0.96^(t·ψ)). PyTorch keeps the product of all μ as a tensor of its default type, which is `float32` even
/// where parameters are `float64`; so does this, for the same path. After `torch.set_default_dtype(torch.float64)` paths differ
/// in about the ninth digit.
public struct NAdam: Optimizer, Hashable {
  /// Length of a step where gradients keep their size: η.
  public var learningRate: Double
  /// Share of the mean gradient that a step keeps: β₁.
  public var meanDecay: Double
  /// Share of the mean square that a step keeps: β₂.
  public var squareDecay: Double
  /// Keeps the division finite: ε.
  public var epsilon: Double
  /// Pull towards zero, added to the gradient: λ.
  public var weightDecay: Double
  /// How fast the momentum warms up: ψ.
  public var momentumDecay: Double

  /// A recipe, with PyTorch's defaults.
  public init(
    learningRate: Double = 2e-3, meanDecay: Double = 0.9, squareDecay: Double = 0.999, epsilon: Double = 1e-8,
    weightDecay: Double = 0, momentumDecay: Double = 4e-3
  ) {
    (self.learningRate, self.epsilon) = (learningRate, epsilon)
    (self.meanDecay, self.squareDecay) = (meanDecay, squareDecay)
    (self.weightDecay, self.momentumDecay) = (weightDecay, momentumDecay)
  }

  /// The running means, and how far the momentum has come.
  public struct State: Sendable {
    /// The running means.
    public internal(set) var moments: Moments
    /// Product of all μ so far.
    var momentumProduct: Float = 1
  }

  /// No gradient seen.
  public func initialState(for shape: [Int]) -> State { State(moments: Moments(shape: shape, keepsLargest: false)) }

  /// Takes one step, in place.
  public func update(_ parameter: inout Tensor, along gradient: Tensor, state: inout State) {
    let means = RunningMeans(meanDecay: meanDecay, squareDecay: squareDecay)
    state.moments.advance(by: means)
    let now = momentum(at: state.moments.step)
    let next = momentum(at: state.moments.step + 1)
    state.momentumProduct *= Float(now)
    let product = Double(state.momentumProduct)
    let gradientLength = learningRate * (1 - now) / (1 - product)
    let meanLength = learningRate * next / (1 - product * next)
    let squareScale = 1 - pow(squareDecay, Double(state.moments.step))
    let (epsilon, weightDecay) = (epsilon, weightDecay)
    parameter.update(with: gradient, &state.moments.mean, &state.moments.square) { p, g, m, v in
      let pull = g + weightDecay * p
      means.takeIn(pull, &m, &v)
      let size = (v / squareScale).squareRoot() + epsilon
      p -= gradientLength * pull / size
      p -= meanLength * m / size
    }
  }

  /// The momentum of a step: μₜ.
  private func momentum(at step: Int) -> Double { meanDecay * (1 - 0.5 * pow(0.96, Double(step) * momentumDecay)) }
}
