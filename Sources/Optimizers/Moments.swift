import Tensors

/// What Adam and its relatives remember: running means of the gradient and of its square.
public struct Moments: Sendable {
  /// Running mean of gradients: m.
  public internal(set) var mean: Tensor
  /// Running mean of squared gradients: v.
  public internal(set) var square: Tensor
  /// The largest `square` so far. Empty unless AMSGrad is on.
  public internal(set) var largestSquare: Tensor
  /// Steps taken: t.
  public internal(set) var step = 0
  /// β₁ᵗ: the share of the mean that still is the zero it started from.
  var meanRemainder = 1.0
  /// β₂ᵗ: the same of the mean square.
  var squareRemainder = 1.0

  /// Whether AMSGrad is on.
  let keepsLargest: Bool

  init(shape: [Int], keepsLargest: Bool) {
    self.keepsLargest = keepsLargest
    (mean, square) = (.zeros(shape), .zeros(shape))
    largestSquare = keepsLargest ? .zeros(shape) : .empty
  }

  /// Counts a step, and lets the share of the zeros at the start fade.
  mutating func advance(by means: RunningMeans) {
    step += 1
    meanRemainder *= means.meanDecay
    squareRemainder *= means.squareDecay
  }
}
