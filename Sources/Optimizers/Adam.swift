import Tensors

/// Adaptive moment estimation: each coordinate's step is scaled by how large its gradient usually is.
///
/// Source: D. P. Kingma and J. Ba, *Adam*, ICLR 2015, algorithm 1; AMSGrad: S. J. Reddi et al., *On
/// the Convergence of Adam and Beyond*, ICLR 2018, algorithm 2, in PyTorch's form: ε stands outside
/// the root, and the largest square is corrected for its bias like any other.
public struct Adam: Optimizer, Hashable {
  /// Length of the first step, and about the longest of any: η.
  public var learningRate: Double
  /// Share of the mean gradient that a step keeps: β₁.
  public var meanDecay: Double
  /// Share of the mean square that a step keeps: β₂.
  public var squareDecay: Double
  /// Keeps the division finite: ε.
  public var epsilon: Double
  /// Pull towards zero, added to the gradient and so scaled with it: λ.
  public var weightDecay: Double
  /// Whether the scale is the largest mean square so far, so that steps only shrink.
  public var isAMSGrad: Bool

  /// A recipe, with PyTorch's defaults.
  public init(
    learningRate: Double = 1e-3, meanDecay: Double = 0.9, squareDecay: Double = 0.999, epsilon: Double = 1e-8,
    weightDecay: Double = 0, isAMSGrad: Bool = false
  ) {
    (self.learningRate, self.epsilon) = (learningRate, epsilon)
    (self.meanDecay, self.squareDecay) = (meanDecay, squareDecay)
    (self.weightDecay, self.isAMSGrad) = (weightDecay, isAMSGrad)
  }

  /// No gradient seen.
  public func initialState(for shape: [Int]) -> Moments { Moments(shape: shape, keepsLargest: isAMSGrad) }

  /// Takes one step, in place.
  public func update(_ parameter: inout Tensor, along gradient: Tensor, state: inout Moments) {
    let step = MomentStep(
      rate: learningRate, meanDecay: meanDecay, squareDecay: squareDecay, epsilon: epsilon, pull: weightDecay, shrink: 1
    )
    step.update(&parameter, along: gradient, state: &state)
  }
}
