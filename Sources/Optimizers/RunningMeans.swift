/// How the mean of gradients and the mean of their squares take a new one in.
struct RunningMeans {
  /// β₁.
  let meanDecay: Double
  /// β₂.
  let squareDecay: Double

  /// Lets both means take the gradient in.
  @inline(__always) func takeIn(_ gradient: Double, _ mean: inout Double, _ square: inout Double) {
    mean += (1 - meanDecay) * (gradient - mean)
    square = squareDecay * square + (1 - squareDecay) * gradient * gradient
  }
}
