import Tensors

/// Adam's step for a whole layer, stretched to a fixed share of the layer's norm.
///
/// θ ← θ − η·‖θ‖/‖r + λθ‖·(r + λθ), where r is Adam's step before the rate, and norms are over all
/// elements of one parameter. Source: Y. You et al., *Large Batch Optimization for Deep Learning:
/// Training BERT in 76 minutes*, ICLR 2020, algorithm 2, with φ the identity. A parameter or a step of
/// norm 0 has no ratio; the factor is 1 then, so that a layer of zeros can start.
///
/// The inverted form divides by the parameter's norm instead, θ ← θ − η/‖θ‖·(r + λθ): a formula that
/// lecture notes carry, and that a lesson refutes. Its factor too is 1 at norm 0.
public struct LAMB: Optimizer, Hashable {
  /// Length of a step as a share of the parameter's norm: η.
  public var learningRate: Double
  /// Share of the mean gradient that a step keeps: β₁.
  public var meanDecay: Double
  /// Share of the mean square that a step keeps: β₂.
  public var squareDecay: Double
  /// Keeps the division finite: ε.
  public var epsilon: Double
  /// Share of the parameter that is added to Adam's step: λ.
  public var weightDecay: Double
  /// Whether the step is divided by the parameter's norm, which is wrong.
  public var isInverted: Bool

  /// A recipe; no decay, and ε as in the authors' code.
  public init(
    learningRate: Double = 1e-3, meanDecay: Double = 0.9, squareDecay: Double = 0.999, epsilon: Double = 1e-6,
    weightDecay: Double = 0, isInverted: Bool = false
  ) {
    (self.learningRate, self.epsilon) = (learningRate, epsilon)
    (self.meanDecay, self.squareDecay) = (meanDecay, squareDecay)
    (self.weightDecay, self.isInverted) = (weightDecay, isInverted)
  }

  /// The running means, and room for a step.
  public struct State: Sendable {
    /// The running means.
    public internal(set) var moments: Moments
    /// The last step, before rate and ratio: r + λθ.
    public internal(set) var direction: Tensor
  }

  /// False: the norm of the whole parameter counts.
  public var isElementwise: Bool { false }

  /// No gradient seen.
  public func initialState(for shape: [Int]) -> State {
    State(moments: Moments(shape: shape, keepsLargest: false), direction: .zeros(shape))
  }

  /// Takes one step, in place.
  public func update(_ parameter: inout Tensor, along gradient: Tensor, state: inout State) {
    let means = RunningMeans(meanDecay: meanDecay, squareDecay: squareDecay)
    state.moments.advance(by: means)
    let meanScale = 1 / (1 - state.moments.meanRemainder)
    let spread = (1 - state.moments.squareRemainder).squareRoot()
    let (epsilon, weightDecay) = (epsilon, weightDecay)
    var (parameterSquare, stepSquare) = (0.0, 0.0)
    parameter.update(with: gradient, &state.moments.mean, &state.moments.square, &state.direction) {
      p, g, m, v, direction in
      means.takeIn(g, &m, &v)
      direction = meanScale * m / (v.squareRoot() / spread + epsilon) + weightDecay * p
      parameterSquare += p * p
      stepSquare += direction * direction
    }

    let length = learningRate * ratio(parameterSquare.squareRoot(), stepSquare.squareRoot())
    parameter.update(with: state.direction) { p, direction in p -= length * direction }
  }

  /// The factor that a layer's norm, and its step's, put on the rate.
  private func ratio(_ parameterNorm: Double, _ stepNorm: Double) -> Double {
    if parameterNorm == 0 || stepNorm == 0 { return 1 }
    return isInverted ? 1 / parameterNorm : parameterNorm / stepNorm
  }
}
