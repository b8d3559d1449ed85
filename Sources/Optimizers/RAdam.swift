import Tensors

/// Adam that does not scale its first steps, while the mean square rests on too few gradients.
///
/// Source: L. Liu et al., *On the Variance of the Adaptive Learning Rate and Beyond*, ICLR 2020,
/// algorithm 2, in PyTorch's form: scaling starts where ρₜ is above 5, at step 6 for β₂ = 0.999.
public struct RAdam: Optimizer, Hashable {
  /// Length of a step once it is scaled: η. The first ones are as long as the gradient times it.
  public var learningRate: Double
  /// Share of the mean gradient that a step keeps: β₁.
  public var meanDecay: Double
  /// Share of the mean square that a step keeps: β₂.
  public var squareDecay: Double
  /// Keeps the division finite: ε.
  public var epsilon: Double
  /// Pull towards zero, added to the gradient: λ.
  public var weightDecay: Double

  /// A recipe, with PyTorch's defaults.
  public init(
    learningRate: Double = 1e-3, meanDecay: Double = 0.9, squareDecay: Double = 0.999, epsilon: Double = 1e-8,
    weightDecay: Double = 0
  ) {
    (self.learningRate, self.epsilon) = (learningRate, epsilon)
    (self.meanDecay, self.squareDecay, self.weightDecay) = (meanDecay, squareDecay, weightDecay)
  }

  /// No gradient seen.
  public func initialState(for shape: [Int]) -> Moments { Moments(shape: shape, keepsLargest: false) }

  /// Takes one step, in place.
  public func update(_ parameter: inout Tensor, along gradient: Tensor, state: inout Moments) {
    let means = RunningMeans(meanDecay: meanDecay, squareDecay: squareDecay)
    state.advance(by: means)
    let length = learningRate / (1 - state.meanRemainder)
    let (epsilon, weightDecay) = (epsilon, weightDecay)
    if let rectification = rectification(after: state) {
      let scaled = length * rectification * (1 - state.squareRemainder).squareRoot()
      parameter.update(with: gradient, &state.mean, &state.square) { p, g, m, v in
        means.takeIn(g + weightDecay * p, &m, &v)
        p -= scaled * m / (v.squareRoot() + epsilon)
      }
    } else {
      parameter.update(with: gradient, &state.mean, &state.square) { p, g, m, v in
        means.takeIn(g + weightDecay * p, &m, &v)
        p -= length * m
      }
    }
  }

  /// Factor on a scaled step: r; nil while too few gradients were seen.
  private func rectification(after state: Moments) -> Double? {
    let limit = 2 / (1 - squareDecay) - 1
    let remainder = state.squareRemainder
    let length = limit - 2 * Double(state.step) * remainder / (1 - remainder)
    guard length > 5 else { return nil }
    let numerator = (length - 4) * (length - 2) * limit
    let denominator = (limit - 4) * (limit - 2) * length
    return (numerator / denominator).squareRoot()
  }
}
