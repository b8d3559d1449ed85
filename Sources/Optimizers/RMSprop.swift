import Tensors

/// Each coordinate's step is divided by the root of the running mean of its squared gradients.
///
/// The mean starts at zero and is not corrected for it: the first step is η/√(1 − α), ten times η at
/// the default. Source: T. Tieleman and G. Hinton, *Lecture 6.5*, Coursera 2012; centred as in
/// A. Graves, *Generating Sequences With Recurrent Neural Networks*, 2013, in PyTorch's form: ε
/// stands outside the root.
///
/// Products are added without rounding them first, as PyTorch's kernels do: where the rule bounces
/// across the floor of a valley, the last bit decides on which side it is.
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
    learningRate: Double = 1e-2, squareDecay: Double = 0.99, epsilon: Double = 1e-8, momentum: Double = 0,
    weightDecay: Double = 0, isCentered: Bool = false
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
      square: .zeros(shape), mean: isCentered ? .zeros(shape) : .empty, velocity: momentum == 0 ? .empty : .zeros(shape)
    )
  }

  /// Takes one step, in place.
  public func update(_ parameter: inout Tensor, along gradient: Tensor, state: inout State) {
    let (rate, momentum, weightDecay) = (learningRate, momentum, weightDecay)
    switch (isCentered, momentum != 0) {
    case (false, false):
      parameter.update(with: gradient, &state.square) { p, g, v in
        let pull = g + weightDecay * p
        takeIn(pull, &v)
        p -= rate * pull / (v.squareRoot() + epsilon)
      }
    case (false, true):
      parameter.update(with: gradient, &state.square, &state.velocity) { p, g, v, velocity in
        let pull = g + weightDecay * p
        takeIn(pull, &v)
        velocity = momentum * velocity + pull / (v.squareRoot() + epsilon)
        p = p.addingProduct(-rate, velocity)
      }
    case (true, false):
      parameter.update(with: gradient, &state.square, &state.mean) { p, g, v, mean in
        let pull = g + weightDecay * p
        takeIn(pull, &v, &mean)
        p -= rate * pull / (deviation(v, around: mean) + epsilon)
      }
    case (true, true):
      parameter.update(with: gradient, &state.square, &state.mean, &state.velocity) { p, g, v, mean, velocity in
        let pull = g + weightDecay * p
        takeIn(pull, &v, &mean)
        velocity = momentum * velocity + pull / (deviation(v, around: mean) + epsilon)
        p = p.addingProduct(-rate, velocity)
      }
    }
  }

  /// Lets the mean square take the gradient in.
  @inline(__always) private func takeIn(_ gradient: Double, _ square: inout Double) {
    square = (squareDecay * square).addingProduct((1 - squareDecay) * gradient, gradient)
  }

  /// Lets the mean square and the mean take the gradient in.
  @inline(__always) private func takeIn(_ gradient: Double, _ square: inout Double, _ mean: inout Double) {
    takeIn(gradient, &square)
    mean = mean.addingProduct(1 - squareDecay, gradient - mean)
  }

  /// The gradient's standard deviation; a variance that rounding made negative is zero.
  @inline(__always) private func deviation(_ square: Double, around mean: Double) -> Double {
    let variance = square.addingProduct(-mean, mean)
    return (variance < 0 ? 0 : variance).squareRoot()
  }
}
