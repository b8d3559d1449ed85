/// A classifier of digits with dropout after each of its two hidden layers.
public struct DigitDropout: Sendable {
  /// Units of each hidden layer.
  public var width: Int
  /// How often all digits are seen.
  public var epochs: Int
  /// Adam's learning rate.
  public var rate: Double
  /// Digits of a step.
  public static let batch = 32

  /// A plan.
  public init(width: Int, epochs: Int, rate: Double) { (self.width, self.epochs, self.rate) = (width, epochs, rate) }

  /// Trains with a probability of dropping; the seed draws the wrong labels, the weights, then batches and masks.
  ///
  /// Two runs of one seed start from the same weights and the same labels, whatever they drop. The test has its share of wrong
  /// labels too: both parts are then of one kind, and what lies between their losses is overfitting.
  ///
  /// - Parameters:
  ///   - digits: To learn from and to be tested on.
  ///   - drop: The probability that a unit is dropped, at least 0 and less than 1.
  ///   - wrong: The share of digits under a wrong label, in training and test alike, from 0 to 1.
  ///   - seed: Of everything that is drawn.
  public func run(on digits: LabelledData, drop: Double, wrong: Double, seed: Int) -> LearningCurves {
    var random = SeededGenerator(seed: UInt64(seed))
    func labelled(_ data: Dataset) -> Dataset {
      data.mislabelled(Int((wrong * Double(data.count)).rounded()), using: &random)
    }
    let (train, test) = (labelled(digits.train), labelled(digits.test))
    let network = Network(
      [
        Linear(train.inputs.shape[1], width, weight: .kaimingNormal()), ReLU(), Dropout(drop),
        Linear(width, width, weight: .kaimingNormal()), ReLU(), Dropout(drop), Linear(width, train.classCount),
      ], using: &random)
    return LearningCurves(
      network, on: train, others: [test], by: Adam(learningRate: rate), epochs: epochs, batch: Self.batch,
      using: &random)
  }
}

extension Network {
  /// The share of right answers in training mode, pass after pass: with dropout no two passes need agree.
  public func trainingAccuracies(on data: Dataset, passes: Int, seed: Int) -> [Double] {
    var random = SeededGenerator(seed: UInt64(seed))
    return trainingOutputs(for: data.inputs, passes: passes, using: &random).map { output in
      let right = zip(output.positionsOfGreatest(along: 1), data.classes).count { $0 == $1 }
      return Double(right) / Double(data.count)
    }
  }
}
