import LessonKit

/// Square layers on top of each other before any training, and how much of a gradient comes back through them.
struct DeepStack: Sendable {
  let depth: Int
  let width: Int
  let scheme: WeightScheme
  /// Inputs that pass through at once.
  static let batch = 32

  /// The norm of the gradient at the output of every layer, as a share of the last one's: entry n is n layers back.
  ///
  /// The weights and the inputs of a seed are the same for all activations, scaled by what the scheme has for each. The
  /// gradient at the top is normal. A layer takes gradients back by δ ← (δ ⊙ f′(z))·W.
  func shares(_ activations: [Activation], seed: Int) -> [[Double]] {
    var random = SeededGenerator(seed: UInt64(bitPattern: Int64(seed)))
    let inputs = random.normal(shape: [Self.batch, width])
    let top = random.normal(shape: [Self.batch, width])
    let weights = (0..<depth).map { _ in scheme.unitWeights(width: width, using: &random) }
    return activations.map { activation in
      let spread = scheme.spread(for: activation, width: width)
      var (signal, slopes) = (inputs, [Tensor]())
      for weight in weights {
        let sums = signal.matmul(weight, transposingSecond: true) * spread
        slopes.append(activation.slopes(at: sums))
        signal = activation.values(at: sums)
      }
      var gradient = top
      let norms = zip(weights, slopes).reversed().map { weight, slope in
        gradient = (gradient * slope).matmul(weight) * spread
        return Self.norm(gradient)
      }
      let whole = Self.norm(top)
      return [1] + norms.map { $0 / whole }
    }
  }

  /// The norm of a tensor whose squares may be too small or too large for a number.
  private static func norm(_ tensor: Tensor) -> Double {
    let largest = tensor.magnitude().greatest()
    guard largest > 0, largest.isFinite else { return largest }
    return largest * tensor.map { $0 / largest }.norm()
  }
}
