import Tensors

/// Every coordinate moves by the same length, along the sign of a mean that leans to the new gradient.
///
/// Source: X. Chen et al., *Symbolic Discovery of Optimization Algorithms*, NeurIPS 2023, algorithm 2.
/// The decay is multiplied by the rate. Where the mean is exactly 0, only the decay moves.
public struct Lion: Optimizer, Hashable {
  /// Length of every step: η.
  public var learningRate: Double
  /// Share of the mean in what a step follows: β₁.
  public var meanShare: Double
  /// Share of the mean gradient that a step keeps: β₂.
  public var meanDecay: Double
  /// Share of the parameter, times η, that a step takes away: λ.
  public var weightDecay: Double

  /// A recipe, with the paper's defaults.
  public init(learningRate: Double = 1e-4, meanShare: Double = 0.9, meanDecay: Double = 0.99, weightDecay: Double = 0) {
    (self.learningRate, self.meanShare) = (learningRate, meanShare)
    (self.meanDecay, self.weightDecay) = (meanDecay, weightDecay)
  }

  /// The running mean.
  public struct State: Sendable {
    /// Running mean of gradients: m.
    public internal(set) var mean: Tensor
  }

  /// No gradient seen.
  public func initialState(for shape: [Int]) -> State { State(mean: .zeros(shape)) }

  /// Takes one step, in place.
  public func update(_ parameter: inout Tensor, along gradient: Tensor, state: inout State) {
    let (rate, weightDecay) = (learningRate, weightDecay)
    let (meanShare, meanDecay) = (meanShare, meanDecay)
    parameter.update(with: gradient, &state.mean) { p, g, m in
      let followed = meanShare * m + (1 - meanShare) * g
      p -= rate * (followed.direction + weightDecay * p)
      m = meanDecay * m + (1 - meanDecay) * g
    }
  }
}
