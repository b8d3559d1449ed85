import LessonKit

/// One network as it learns digits by their labels, true or shuffled.
struct MemorisationRun: Sendable {
  /// How a network learns.
  struct Plan: Sendable, Hashable {
    var epochs = 40
    var samples = 500
    var width = 96
    var rate = 0.003
    static let batch = 32
  }

  /// Right answers in percent after each number of epochs, from 0 on: on the labels learned from.
  private(set) var train: [Double] = []
  /// The same on the test digits, whose labels are true.
  private(set) var test: [Double] = []
  /// The epoch in which the numbers went beyond all bounds, counted from 1; nil if in none.
  private(set) var divergedIn: Int?

  /// Learns; the seed draws the weights, then the shuffle, then the batches, alike for true labels and for shuffled.
  init(on digits: DigitPictures, isShuffled: Bool, seed: Int, _ plan: Plan) {
    var stream = SeededGenerator(seed: UInt64(seed))
    let (pixels, width) = (digits.train.inputs.shape[1], plan.width)
    var network = Network(
      [
        Linear(pixels, width, weight: .kaimingNormal()), ReLU(),
        Linear(width, width, weight: .kaimingNormal()), ReLU(), Linear(width, 10),
      ], using: &stream)
    let order = stream.permutation(digits.train.count)
    let labels = digits.train.classes
    let data = Dataset(
      inputs: digits.train.inputs, classes: isShuffled ? order.map { labels[$0] } : labels, of: 10)
    var accuracies = [Self.accuracies(of: network, data, digits.test)]
    let training = Training(
      loss: .crossEntropy(), epochs: plan.epochs, batchSize: Plan.batch)
    let history = training.run(
      &network, on: data, by: Adam(learningRate: plan.rate), using: &stream
    ) { accuracies.append(Self.accuracies(of: $0, data, digits.test)) }
    (train, test) = (accuracies.map(\.train), accuracies.map(\.test))
    if case .diverged = history.outcome { divergedIn = train.count }
  }

  private static func accuracies(
    of network: Network, _ train: Dataset, _ test: Dataset
  ) -> (train: Double, test: Double) {
    func share(_ data: Dataset) -> Double {
      let answers = network(data.inputs).positionsOfGreatest(along: 1)
      return 100 * Double(zip(answers, data.classes).count { $0 == $1 }) / Double(data.count)
    }
    return (share(train), share(test))
  }
}
