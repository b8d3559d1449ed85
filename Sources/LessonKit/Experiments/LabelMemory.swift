/// One network as it learns examples by their labels, true or shuffled.
public struct LabelMemory: Sendable {
  /// Which labels a network learns.
  public enum Labels: Int, Sendable, CaseIterable { case asGiven, shuffled }

  /// The labels that it learns.
  public let labels: [Int]
  /// Accuracies in percent on what it learns from, after each number of epochs that is measured.
  public private(set) var training: [Double] = []
  /// The same on the test digits, whose labels are true.
  public private(set) var test: [Double] = []
  /// The epoch in which the numbers went beyond all bounds, counted from 1; nil if in none.
  public private(set) var divergedIn: Int?

  /// Examples of a step.
  public static let batch = 32

  /// After which of so many epochs the accuracies are measured: all of the first, then every fifth.
  public static func measured(_ epochs: Int) -> [Int] {
    (0...epochs).filter { $0 <= 5 || $0.isMultiple(of: 5) || $0 == epochs }
  }

  /// Learns; the seed draws the weights, then the shuffle, then the batches, alike for true labels and for shuffled.
  public init(_ kind: Labels, of digits: LabelledData, width: Int, rate: Double, epochs: Int, seed: Int) {
    var stream = SeededGenerator(seed: UInt64(seed))
    let pixels = digits.featureCount
    var network = Network(
      [
        Linear(pixels, width, weight: .kaimingNormal()), ReLU(), Linear(width, width, weight: .kaimingNormal()), ReLU(),
        Linear(width, digits.classCount),
      ], using: &stream)
    let order = stream.permutation(digits.train.count)
    let given = digits.train.classes
    labels = kind == .shuffled ? order.map { given[$0] } : given
    let data = Dataset(inputs: digits.train.inputs, classes: labels, of: digits.classCount)
    func measure(_ network: Network) -> (Double, Double) {
      (100 * network.accuracy(on: data), 100 * network.accuracy(on: digits.test))
    }
    var (epoch, all) = (0, [measure(network)])
    let measured = Set(Self.measured(epochs))
    let training = Training(loss: .crossEntropy(), epochs: epochs, batchSize: Self.batch)
    let history = training.run(&network, on: data, by: Adam(learningRate: rate), using: &stream) { network in
      epoch += 1
      if measured.contains(epoch) { all.append(measure(network)) }
    }
    (self.training, test) = (all.map(\.0), all.map(\.1))
    if case .diverged = history.outcome { divergedIn = epoch + 1 }
  }
}
