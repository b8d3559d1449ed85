/// The units of one hidden layer while a network learns to tell classes apart, and which of them are dead.
///
/// Cross-entropy. Points: weights of He's size and no biases to begin with, all of them in every step. Digits: PyTorch's
/// initialisation, batches of 64.
public struct HiddenUnits: Sendable {
  /// The activation of the layer.
  public let activation: Activation
  /// How many units it has.
  public let width: Int
  /// Points of the two moons.
  public static let points = 100
  /// Digits of a batch.
  public static let batch = 64

  /// What the network learns from.
  public enum Examples: Sendable, Hashable {
    /// Two moons of 100 points, drawn anew under every seed.
    case moons
    /// The first so many handwritten digits with pixels that nobody has standardised, from 0 for paper to 16 for ink.
    case rawDigits(Int)
  }

  /// What it learns from.
  public let examples: Examples

  /// How it learns; the learning rate is given with each run.
  public let rule: Rule

  /// A layer.
  public init(_ activation: Activation, width: Int, by rule: Rule = .sgd, on examples: Examples = .moons) {
    require(width >= 1, "a layer of \(width) units")
    (self.activation, self.width, self.rule, self.examples) = (activation, width, rule, examples)
  }

  private func data(using random: inout SeededGenerator) -> (Dataset, classes: Int) {
    switch examples {
    case .moons: return (.twoMoons(count: Self.points, using: &random), 2)
    case .rawDigits(let count):
      let digits = Digits.train.rows(0..<count)
      return (Dataset(inputs: digits.inputs.map { 16 * $0 }, classes: digits.classes, of: 10), 10)
    }
  }

  /// What became of the units of one network.
  public struct Census: Sendable, Hashable {
    /// For every unit, whether its slope is 0 at every point: no gradient reaches its weights.
    public let isDead: [Bool]
    /// For every unit, whether its input is negative at every point.
    public let isNegative: [Bool]
    /// The share of examples that the network gets right, from 0 to 1.
    public let accuracy: Double

    /// The share of units without a gradient, from 0 to 1.
    public var dead: Double { Self.share(isDead) }
    /// The share of units whose input is negative at every point, from 0 to 1.
    public var negative: Double { Self.share(isNegative) }

    /// Of the units of which something is true here, the share for which it is so in a later census too; NaN where there is none.
    public func share(of units: KeyPath<Census, [Bool]>, stillIn later: Census) -> Double {
      let left = zip(self[keyPath: units], later[keyPath: units]).filter(\.0).map(\.1)
      return left.isEmpty ? .nan : Self.share(left)
    }

    private static func share(_ units: [Bool]) -> Double { Double(units.count { $0 }) / Double(units.count) }
  }

  /// The units after each number of passes over all examples, in increasing order; nil from where a loss was no number.
  ///
  /// A network whose loss has grown beyond use still has units, dead or alive: its accuracy tells.
  public func census(after steps: [Int], rate: Double, seed: Int) -> [Census?] {
    var random = SeededGenerator(seed: UInt64(bitPattern: Int64(seed)))
    let (data, classes) = data(using: &random)
    let inputs = data.inputs.shape[1]
    let ends =
      examples == .moons
      ? [
        Linear(inputs, width, weight: .kaimingNormal(), bias: .zero),
        Linear(width, classes, weight: .kaimingNormal(), bias: .zero),
      ] : [Linear(inputs, width), Linear(width, classes)]
    var network = Network([ends[0], activation.layer, ends[1]], using: &random)
    var (isSound, done) = (true, 0)
    return steps.map { count in
      require(count >= done, "a census after \(count) steps, later than one after \(done)")
      let training = Training(
        loss: .crossEntropy(), epochs: count - done, batchSize: examples == .moons ? nil : Self.batch)
      done = count
      guard isSound else { return nil }
      let history = training.run(&network, on: data, by: rule.with(learningRate: rate).makeOptimizer(), using: &random)
      isSound = history.outcome == .finished && training.loss(of: network, on: data).isFinite
      return isSound ? census(of: network, on: data) : nil
    }
  }

  /// Counts the units of a network of this shape.
  func census(of network: Network, on data: Dataset) -> Census {
    let sums = data.inputs.matmul(network.parameters[0].value, transposingSecond: true) + network.parameters[1].value
    let slopes = activation.response(to: sums).slopes.magnitude()
    return Census(
      isDead: slopes.greatest(along: 0).elements.map { $0 == 0 },
      isNegative: sums.greatest(along: 0).elements.map { $0 < 0 }, accuracy: network.accuracy(on: data))
  }
}
