/// The loss after training at every learning rate, with batch normalisation and without, from two initialisations.
///
/// Two moons, several hidden layers of 16 units with ReLU, cross-entropy, gradient descent on all points at once. The loss is
/// that of the training batch, whose own means and variances normalise it.
public struct NormRates: Sendable {
  /// The rates tried.
  public static let rates = (0.1...10).logSpaced(count: 9)
  /// Steps of each training.
  public static let steps = 30
  /// Points of the two moons.
  public static let points = 50
  /// Units of each hidden layer.
  public static let width = 16
  /// A network trains where its loss comes below half of what guessing brings.
  public static let trains = 0.5 * log(2)

  /// How a network starts, and whether it is normalised.
  public struct Kind: Sendable, Hashable {
    /// Whether weights have He's size and biases 0; else both are PyTorch's default.
    public var isHe: Bool
    /// Whether batch normalisation stands before every ReLU.
    public var hasNorm: Bool

    /// A kind.
    public init(isHe: Bool, hasNorm: Bool) { (self.isHe, self.hasNorm) = (isHe, hasNorm) }
  }

  /// By seed, the losses of each kind at every rate; infinite for a run that diverged.
  public let runs: Repeated<[Kind: [Double]]>

  /// Trains all kinds with so many hidden layers at all rates, under several seeds.
  public init(depth: Int, seeds: Int, from first: Int) {
    let kinds = [true, false].flatMap { isHe in [false, true].map { Kind(isHe: isHe, hasNorm: $0) } }
    runs = Repeated(seeds, from: first) { seed in
      let losses = kinds.map { kind in
        var random = SeededGenerator(seed: UInt64(bitPattern: Int64(seed)))
        let data = Dataset.twoMoons(count: Self.points, using: &random)
        let network = Network(Self.layers(kind, depth: depth), using: &random)
        // The loss of epoch n is taken before its update.
        return Self.rates.map { rate in
          LearningRun(
            network, on: data, loss: .crossEntropy(), by: .sgd.with(learningRate: rate), epochs: Self.steps + 1
          ).lastLoss
        }
      }
      return Dictionary(uniqueKeysWithValues: zip(kinds, losses))
    }
  }

  /// The layers of a kind of network.
  static func layers(_ kind: Kind, depth: Int) -> [any Layer] {
    func linear(_ inputs: Int, _ outputs: Int) -> Linear {
      kind.isHe ? Linear(inputs, outputs, weight: .kaimingNormal(), bias: .zero) : Linear(inputs, outputs)
    }
    let hidden = (0..<depth).flatMap { place -> [any Layer] in
      [linear(place == 0 ? 2 : width, width)] + (kind.hasNorm ? [BatchNorm(width)] : []) + [ReLU()]
    }
    return hidden + [linear(width, 2)]
  }

  /// The loss of a kind at every rate.
  public func losses(_ kind: Kind) -> [Spread] { runs.spreads { $0[kind] ?? [] } }

  /// The highest rate at which the median network of a kind trains, and its loss there; nil where none does.
  public func highest(_ kind: Kind) -> (rate: Double, loss: Double)? {
    let medians = losses(kind).map(\.median)
    return medians.lastIndex { $0 < Self.trains }.map { (Self.rates[$0], medians[$0]) }
  }

  /// How many times as high the highest rate is with batch normalisation as without; nil where one has none.
  public func gain(isHe: Bool) -> Double? {
    guard let with = highest(Kind(isHe: isHe, hasNorm: true)), let without = highest(Kind(isHe: isHe, hasNorm: false))
    else { return nil }
    return with.rate / without.rate
  }
}
