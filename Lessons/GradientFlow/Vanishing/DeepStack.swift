import LessonKit

/// Square layers on top of each other before any training, and how much of a gradient comes back through them.
struct DeepStack: Sendable {
  let depth: Int
  let width: Int
  /// What weights are drawn from; their size is each kind's own.
  let scheme: WeightScheme
  /// Inputs that pass through at once.
  static let batch = 32

  /// An activation with the size of its weights, σ_w.
  struct Kind: Sendable {
    var activation: Activation
    var spread: Double
  }

  /// The norm of the gradient at the output of every layer, as a share of the last one's: entry n is n layers back.
  ///
  /// The inputs of a seed are the same for all kinds, and so are the weights but for their size. The gradient at the top
  /// is normal. A layer takes gradients back by δ ← (δ ⊙ f′(z))·W.
  func shares(_ kinds: [Kind], seed: Int) -> [[Double]] {
    var random = SeededGenerator(seed: UInt64(bitPattern: Int64(seed)))
    let inputs = random.normal(shape: [Self.batch, width])
    let top = random.normal(shape: [Self.batch, width])
    let weights = (0..<depth).map { _ in scheme.unitWeights(width: width, using: &random) }
    return kinds.map { Self.shares($0, inputs: inputs, top: top, weights: weights) }
  }

  /// The same for one kind, with weights of size 1 given; NaN where the signal overflows on its way forward.
  static func shares(_ kind: Kind, inputs: Tensor, top: Tensor, weights: [Tensor]) -> [Double] {
    let spread = kind.spread
    var (signal, slopes) = (inputs, [Tensor]())
    for weight in weights {
      let sums = signal.matmul(weight, transposingSecond: true) * spread
      let response = kind.activation.response(to: sums)
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
