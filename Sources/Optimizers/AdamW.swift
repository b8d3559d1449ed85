import Tensors

/// Adam with decoupled weight decay: the parameter shrinks by itself, whatever the gradient's size.
///
/// Source: I. Loshchilov and F. Hutter, *Decoupled Weight Decay Regularization*, ICLR 2019,
/// algorithm 2, in PyTorch's form: the decay is multiplied by the rate, θ ← (1 − ηλ)·θ.
public struct AdamW: Optimizer, Hashable {
  /// Length of the first step, and about the longest of any: η.
  public var learningRate: Double
  /// Share of the mean gradient that a step keeps: β₁.
  public var meanDecay: Double
  /// Share of the mean square that a step keeps: β₂.
  public var squareDecay: Double
  /// Keeps the division finite: ε.
  public var epsilon: Double
  /// Share of the parameter, times η, that a step takes away: λ.
  public var weightDecay: Double
  /// Whether the scale is the largest mean square so far, so that steps only shrink.
  public var isAMSGrad: Bool

  /// A recipe, with PyTorch's defaults.
  public init(
    learningRate: Double = 1e-3, meanDecay: Double = 0.9, squareDecay: Double = 0.999, epsilon: Double = 1e-8,
    weightDecay: Double = 1e-2, isAMSGrad: Bool = false
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
      rate: learningRate, meanDecay: meanDecay, squareDecay: squareDecay, epsilon: epsilon, pull: 0,
      shrink: 1 - learningRate * weightDecay)
    step.update(&parameter, along: gradient, state: &state)
  }
}

extension AdamW {
  /// Adam's settings, with the decay beside the gradient.
  init(_ adam: Adam) {
    self.init(
      learningRate: adam.learningRate, meanDecay: adam.meanDecay, squareDecay: adam.squareDecay, epsilon: adam.epsilon,
      weightDecay: adam.weightDecay, isAMSGrad: adam.isAMSGrad)
  }
}
