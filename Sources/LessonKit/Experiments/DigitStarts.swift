/// What gradient descent makes of one network from several initialisations: digits, six hidden layers.
public struct DigitStarts: Sendable {
  /// Updates, hidden layers, units of each, and digits to learn from.
  public static let (steps, hidden, width, digits) = (100, 6, 32, 200)
  /// By seed and scheme.
  public let runs: Repeated<[LearningRun]>

  /// Trains a network from every scheme; those of a seed begin from the same draws.
  public init(_ schemes: [WeightScheme], rate: Double, seeds: Int, from first: Int) {
    let data = Digits.train.rows(0..<Self.digits)
    runs = Repeated(seeds, from: first) { seed in
      schemes.map { scheme in
        var random = SeededGenerator(seed: UInt64(seed))
        let network = Network(Self.layers(scheme), using: &random)
        return LearningRun(
          network, on: data, loss: .crossEntropy(), by: .sgd.with(learningRate: rate), epochs: Self.steps)
      }
    }
  }

  private static func layers(_ scheme: WeightScheme) -> [any Layer] {
    let sizes = [64] + Array(repeating: width, count: hidden) + [10]
    let layers = zip(sizes, sizes.dropFirst()).flatMap { inputs, outputs -> [any Layer] in
      [Linear(inputs, outputs, weight: scheme.initializer, bias: .zero), ReLU()]
    }
    return layers.dropLast()
  }

  /// The loss before each step and after the last, as long as no seed is lost.
  public func losses(_ scheme: Int) -> [Spread] { runs.spreads { $0[scheme].lossesByStep } }
  /// The loss after the last step, the median of the seeds.
  public func last(_ scheme: Int) -> Double { runs.spread { $0[scheme].lossAfter ?? .infinity }.median }
  /// The loss before the first.
  public func first(_ scheme: Int) -> Double { runs.spread { $0[scheme].losses.first ?? .nan }.median }
}
