/// Square layers on top of each other before any training, and how much of a gradient comes back through them.
public struct DeepStack: Sendable {
  /// How many layers.
  public let depth: Int
  /// Units of each.
  public let width: Int
  /// What weights are drawn from; their size is each kind's own.
  public let scheme: WeightScheme
  /// Inputs that pass through at once.
  public static let batch = 32

  /// A stack of square layers.
  public init(depth: Int, width: Int, scheme: WeightScheme) {
    (self.depth, self.width, self.scheme) = (depth, width, scheme)
  }

  /// The norm of the gradient at the output of every layer, as a share of the last one's: entry n is n layers back.
  ///
  /// The inputs of a seed are the same for all activations, and so are the weights but for their size. The gradient at
  /// the top is normal. A layer takes gradients back by δ ← (δ ⊙ f′(z))·W.
  public func shares(_ activations: [Activation], seed: Int) -> [[Double]] {
    shares(activations.map { ($0, scheme.spread(for: $0, width: width)) }, seed: seed)
  }

  /// The same with weights of a size, σ_w, for each activation.
  public func shares(_ kinds: [(activation: Activation, spread: Double)], seed: Int) -> [[Double]] {
    var random = SeededGenerator(seed: UInt64(bitPattern: Int64(seed)))
    let inputs = random.normal(shape: [Self.batch, width])
    let top = random.normal(shape: [Self.batch, width])
    let weights = (0..<depth).map { _ in scheme.unitWeights(width: width, using: &random) }
    return kinds.map { Self.shares($0.activation, spread: $0.spread, inputs: inputs, top: top, weights: weights) }
  }

  /// The same for one activation and weights of size 1 that are made σ_w = `spread` times as large.
  ///
  /// `inputs` and `top`, the gradient at the last layer, are examples × units; `weights` are units × units, a layer each. NaN where the
  /// signal overflows on its way forward.
  public static func shares(_ activation: Activation, spread: Double, inputs: Tensor, top: Tensor, weights: [Tensor])
    -> [Double]
  {
    var (signal, slopes) = (inputs, [Tensor]())
    for weight in weights {
      let sums = signal.matmul(weight, transposingSecond: true) * spread
      let response = activation.response(to: sums)
      slopes.append(response.slopes)
      signal = response.values
    }
    guard norm(signal).isFinite else { return [1] + Array(repeating: .nan, count: weights.count) }
    var gradient = top
    let norms = zip(weights, slopes).reversed().map { weight, slope in
      gradient = (gradient * slope).matmul(weight) * spread
      return norm(gradient)
    }
    let whole = norm(top)
    return [1] + norms.map { $0 / whole }
  }

  /// The norm of a tensor whose squares may be too small or too large for a number.
  private static func norm(_ tensor: Tensor) -> Double {
    let largest = tensor.magnitude().greatest()
    guard largest > 0, largest.isFinite else { return largest }
    return largest * tensor.map { $0 / largest }.norm()
  }
}
