import Tensors

/// Each coordinate's step is divided by the root of the running mean of its squared gradients.
///
/// The mean starts at zero and is not corrected for it: the first step is η/√(1 − α), ten times η at
/// the default. Source: T. Tieleman and G. Hinton, *Lecture 6.5*, Coursera 2012; centred as in
/// A. Graves, *Generating Sequences With Recurrent Neural Networks*, 2013, in PyTorch's form: ε
/// stands outside the root.
public struct RMSprop: Optimizer, Hashable {
  /// Length of a step where gradients keep their size: η.
  public var learningRate: Double
  /// Share of the mean square that a step keeps: α.
  public var squareDecay: Double
  /// Keeps the division finite: ε.
  public var epsilon: Double
  /// Share of the velocity that a step keeps: μ.
  public var momentum: Double
  /// Pull towards zero, added to the gradient: λ.
  public var weightDecay: Double
  /// Whether the scale is the gradients' spread around their mean, not their size.
  public var isCentered: Bool

  /// A recipe, with PyTorch's defaults.
  public init(
    learningRate: Double = 1e-2, squareDecay: Double = 0.99, epsilon: Double = 1e-8,
    momentum: Double = 0, weightDecay: Double = 0, isCentered: Bool = false
  ) {
    (self.learningRate, self.squareDecay, self.epsilon) = (learningRate, squareDecay, epsilon)
    (self.momentum, self.weightDecay, self.isCentered) = (momentum, weightDecay, isCentered)
  }

  /// The running means, and the velocity.
  public struct State: Sendable {
    /// Running mean of squared gradients: v.
    public internal(set) var square: Tensor
    /// Running mean of gradients. Empty unless centred.
    public internal(set) var mean: Tensor
    /// Sum of past scaled gradients, older ones fading. Empty without momentum.
    public internal(set) var velocity: Tensor
  }

  /// No gradient seen, standing still.
  public func initialState(for shape: [Int]) -> State {
    State(
      square: .zeros(shape), mean: isCentered ? .zeros(shape) : .empty,
      velocity: momentum == 0 ? .empty : .zeros(shape))
  }

  /// Takes one step, in place.
  public func update(_ parameter: inout Tensor, along gradient: Tensor, state: inout State) {
    let (rate, momentum, weightDecay) = (learningRate, momentum, weightDecay)
    switch (isCentered, momentum != 0) {
    case (false, false):
      parameter.update(with: gradient, &state.square) { p, g, v in
        let pull = g + weightDecay * p
        p -= rate * scaled(pull, &v)
      }
    case (false, true):
      parameter.update(with: gradient, &state.square, &state.velocity) { p, g, v, velocity in
        let pull = g + weightDecay * p
        velocity = momentum * velocity + scaled(pull, &v)
        p -= rate * velocity
      }
    case (true, false):
      parameter.update(with: gradient, &state.square, &state.mean) { p, g, v, mean in
        let pull = g + weightDecay * p
        p -= rate * scaled(pull, &v, around: &mean)
      }
    case (true, true):
      parameter.update(with: gradient, &state.square, &state.mean, &state.velocity) {
        p, g, v, mean, velocity in
        let pull = g + weightDecay * p
        velocity = momentum * velocity + scaled(pull, &v, around: &mean)
        p -= rate * velocity
      }
    }
  }

  /// The gradient over the root of its mean square, which takes it in.
  @inline(__always)
  private func scaled(_ gradient: Double, _ square: inout Double) -> Double {
    square = squareDecay * square + (1 - squareDecay) * (gradient * gradient)
    return gradient / (square.squareRoot() + epsilon)
  }

  /// The gradient over its standard deviation; a variance that rounding made negative is zero.
  @inline(__always)
  private func scaled(_ gradient: Double, _ square: inout Double, around mean: inout Double)
    -> Double
  {
    square = squareDecay * square + (1 - squareDecay) * (gradient * gradient)
    mean += (1 - squareDecay) * (gradient - mean)
    let variance = square - mean * mean
    let deviation = (variance < 0 ? 0 : variance).squareRoot()
    return gradient / (deviation + epsilon)
  }
}
