/// How far the inputs of a network's last layer shift while it learns, and how fast it learns: without normalisation, with
/// batch normalisation, and with noise after it that makes the inputs shift at every step.
///
/// Two moons, four hidden layers of 16 units with ReLU, He's weights, cross-entropy, gradient descent on all points at once.
public struct ShiftTraining: Sendable {
  /// A kind of network.
  public enum Kind: Sendable, CaseIterable {
    /// Without normalisation.
    case plain
    /// Batch normalisation before every ReLU.
    case norm
    /// The same, and noise on every feature after it.
    case shaken
  }

  /// What happened to one network.
  public struct Outcome: Sendable, Hashable {
    /// The loss before every step; NaN from where the run diverged.
    public let losses: [Double]
    /// How far the mean input of a unit moves in every step, in standard deviations: the root of the mean square over units.
    public let shifts: [Double]
  }

  /// Points of the two moons.
  public static let points = 50
  /// Hidden layers.
  public static let depth = 4
  /// Units of each.
  public static let width = 16
  /// How strong the noise is: the standard deviation of a feature's shift, and of its scale.
  public static let noise = 0.2

  /// By seed, what happened to each kind.
  public let runs: Repeated<[Kind: Outcome]>

  /// Trains all kinds at a rate for a number of steps, under several seeds.
  public init(rate: Double, steps: Int, seeds: Int, from first: Int) {
    runs = Repeated(seeds, from: first) { seed in
      let outcomes = Kind.allCases.map { Self.run($0, rate: rate, steps: steps, seed: seed) }
      return Dictionary(uniqueKeysWithValues: zip(Kind.allCases, outcomes))
    }
  }

  /// The hidden layers of a kind.
  static func hidden(_ kind: Kind) -> [any Layer] {
    (0..<depth).flatMap { place -> [any Layer] in
      let linear = Linear(place == 0 ? 2 : width, width, weight: .kaimingNormal(), bias: .zero)
      let norm: [any Layer] = kind == .plain ? [] : [BatchNorm(width)]
      return [linear] + norm + (kind == .shaken ? [FeatureNoise(noise)] : []) + [ReLU()]
    }
  }

  private static func run(_ kind: Kind, rate: Double, steps: Int, seed: Int) -> Outcome {
    var random = SeededGenerator(seed: UInt64(bitPattern: Int64(seed)))
    let data = Dataset.twoMoons(count: points, using: &random)
    let hidden = hidden(kind)
    var below = Network(hidden, using: &random)
    var network = Network(hidden + [Linear(width, 2, weight: .kaimingNormal(), bias: .zero)], using: &random)
    var noise = SeededGenerator(seed: UInt64(bitPattern: Int64(seed)) &+ 1 << 32)
    func moments(_ network: Network) -> (means: Tensor, deviation: Double) {
      below.parameters = Array(network.parameters.prefix(below.parameters.count))
      let values = below.trainingOutputs(for: data.inputs, passes: 1, using: &noise)[0]
      return (LayerUnits.means(values), LayerUnits.variances(values).mean().squareRoot())
    }
    var last = moments(network)
    var shifts: [Double] = []
    let history = Training(loss: .crossEntropy(), epochs: steps).run(
      &network, on: data, by: Rule.sgd.with(learningRate: rate).makeOptimizer(), using: &random
    ) { network in
      let next = moments(network)
      shifts.append((next.means - last.means).norm() / Double(width).squareRoot() / last.deviation)
      last = next
    }
    func whole(_ values: [Double]) -> [Double] {
      values.prefix(steps) + Array(repeating: .nan, count: max(0, steps - values.count))
    }
    return Outcome(losses: whole(history.stepLosses), shifts: whole(shifts))
  }

  /// The loss of a kind before every step.
  public func losses(_ kind: Kind) -> [Spread] { runs.spreads { $0[kind]?.losses ?? [] } }
  /// How far a kind's inputs shift in every step.
  public func shifts(_ kind: Kind) -> [Spread] { runs.spreads { $0[kind]?.shifts ?? [] } }
  /// The last loss of a kind, the median of the seeds.
  public func lastLoss(_ kind: Kind) -> Double { losses(kind).last?.median ?? .nan }
  /// The typical shift of a kind: the median over steps of the medians of the seeds.
  public func typicalShift(_ kind: Kind) -> Double { shifts(kind).map(\.median).filter(\.isFinite).median() }
}
