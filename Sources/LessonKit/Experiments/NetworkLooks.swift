/// Many networks that differ in nothing but their seed, and what the best of them on a few digits is worth.
public struct NetworkLooks: Sendable {
  /// What was found.
  public let found: ValidationLooks
  /// How many digits each network learned from, how many are left to choose by and be tested on.
  public let (learned, pool): (Int, Int)
  /// Examples that each learns from, units, epochs, splits of the others, and Adam’s rate.
  public static let (learned, width, epochs, splits, rate) = (100, 24, 12, 200, 0.01)

  /// Trains the networks; they are chosen by so many examples again and again, and tested on the rest.
  public init(_ data: LabelledData, learned: Int = Self.learned, tried: Int, held: Int, from first: Int) {
    let parts = DigitParts(data, train: learned, validation: data.train.count - learned)
    let answers = Repeated(tried, from: first) { seed in
      var random = SeededGenerator(seed: UInt64(seed))
      let pixels = parts.train.inputs.shape[1]
      var network = Network([Linear(pixels, Self.width), ReLU(), Linear(Self.width, data.classCount)], using: &random)
      let plan = Training(loss: .crossEntropy(), epochs: Self.epochs, batchSize: 32)
      _ = plan.run(&network, on: parts.train, by: Adam(learningRate: Self.rate), using: &random)
      return network.isRight(on: parts.validation)
    }
    var random = SeededGenerator(seed: UInt64(first))
    (self.learned, pool) = (learned, parts.validation.count)
    found = ValidationLooks(
      answers.values, validation: held, counts: ValidationLooks.counts(upTo: tried), splits: Self.splits, using: &random
    )
  }

  /// By how many points the best of all looks better than it is.
  public var optimism: Double { 100 * ((found.promised.last ?? .nan) - (found.kept.last ?? .nan)) }
}
