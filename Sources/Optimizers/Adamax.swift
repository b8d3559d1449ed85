import Tensors

/// Adam with the largest of the fading gradients in place of the root of their mean square.
///
/// Source: D. P. Kingma and J. Ba, *Adam*, ICLR 2015, algorithm 2, in PyTorch's form: ε is added to
/// each gradient's size before it is compared.
public struct Adamax: Optimizer, Hashable {
  /// Length of the first step, and about the longest of any: η.
  public var learningRate: Double
  /// Share of the mean gradient that a step keeps: β₁.
  public var meanDecay: Double
  /// Share of the largest size that a step keeps: β₂.
  public var sizeDecay: Double
  /// Keeps the division finite: ε.
  public var epsilon: Double
  /// Pull towards zero, added to the gradient: λ.
  public var weightDecay: Double

  /// A recipe, with PyTorch's defaults.
  public init(
    learningRate: Double = 2e-3, meanDecay: Double = 0.9, sizeDecay: Double = 0.999, epsilon: Double = 1e-8,
    weightDecay: Double = 0
  ) {
    (self.learningRate, self.epsilon) = (learningRate, epsilon)
    (self.meanDecay, self.sizeDecay, self.weightDecay) = (meanDecay, sizeDecay, weightDecay)
  }

  /// The running mean and the largest size.
  public struct State: Sendable {
    /// Running mean of gradients: m.
    public internal(set) var mean: Tensor
    /// The largest size of a gradient, older ones fading: u.
    public internal(set) var size: Tensor
    /// β₁ᵗ: the share of the mean that still is the zero it started from.
    var meanRemainder = 1.0
  }

  /// No gradient seen.
  public func initialState(for shape: [Int]) -> State { State(mean: .zeros(shape), size: .zeros(shape)) }

  /// Takes one step, in place.
  public func update(_ parameter: inout Tensor, along gradient: Tensor, state: inout State) {
    state.meanRemainder *= meanDecay
    let length = learningRate / (1 - state.meanRemainder)
    let (meanDecay, sizeDecay) = (meanDecay, sizeDecay)
    let (epsilon, weightDecay) = (epsilon, weightDecay)
    parameter.update(with: gradient, &state.mean, &state.size) { p, g, m, size in
      let pull = g + weightDecay * p
      m += (1 - meanDecay) * (pull - m)
      let (faded, fresh) = (sizeDecay * size, abs(pull) + epsilon)
      size = faded > fresh || faded.isNaN ? faded : fresh
      p -= length * m / size
    }
  }
}
