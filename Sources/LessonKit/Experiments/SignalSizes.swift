/// How loud a signal is in each layer of a deep ReLU stack before training.
public struct SignalSizes: Sendable {
  /// Inputs that pass through at once.
  public static let batch = 64
  /// By seed and scheme, the root mean square of the activations of layers 0, 1, …; layer 0 is the input.
  public let runs: Repeated<[[Double]]>

  /// Signals of every scheme; the weights of a seed are the same for all but for their size.
  public init(_ schemes: [WeightScheme], depth: Int, width: Int, seeds: Int, from first: Int) {
    runs = Repeated(seeds, from: first) { seed in
      var random = SeededGenerator(seed: UInt64(seed))
      let inputs = random.normal(shape: [Self.batch, width])
      let weights = (0..<depth).map { _ in WeightScheme.he.unitWeights(width: width, using: &random) }
      return schemes.map { Self.sizes(of: inputs, weights, spread: $0.spread(for: .relu, width: width)) }
    }
  }

  /// The root mean square of the signal at the input and after every layer.
  public static func sizes(of inputs: Tensor, _ weights: [Tensor], spread: Double) -> [Double] {
    var signal = inputs
    let root = Double(inputs.count).squareRoot()
    return [inputs.norm() / root]
      + weights.map { weight in
        signal = Activation.relu.response(to: signal.matmul(weight, transposingSecond: true) * spread).values
        return signal.norm() / root
      }
  }

  /// The size of the signal after 0, 1, … layers.
  public func sizes(_ scheme: Int) -> [Spread] { runs.spreads { $0[scheme] } }

  /// The first layer at which less than a share of the input's size is left; nil where there is none.
  public func lost(_ scheme: Int, below share: Double) -> Int? {
    let medians = sizes(scheme).map(\.median)
    return medians.firstIndex { $0 < share * medians[0] }
  }
}
