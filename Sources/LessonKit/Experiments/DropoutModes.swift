/// The accuracy of one network with dropout on test digits with their true labels, in percent.
public struct DropoutModes: Sendable {
  /// In training mode, pass after pass.
  public let training: [Double]
  /// In evaluation mode.
  public let evaluation: Double
  /// The epoch in which training diverged; nil if it did not.
  public let divergedIn: Int?
  /// How many digits it answers for.
  public let tests: Int
  /// How many points training mode costs.
  public var cost: Double { evaluation - training.mean }

  /// Trains the network, as `DigitDropout.run` does, and lets it answer once, and so many times in training mode.
  public init(_ plan: DigitDropout, on digits: LabelledData, drop: Double, wrong: Double, passes: Int, seed: Int) {
    let course = plan.run(on: digits, drop: drop, wrong: wrong, seed: seed)
    (evaluation, tests) = (100 * course.network.accuracy(on: digits.test), digits.test.count)
    let shares = course.network.trainingAccuracies(on: digits.test, passes: passes, seed: seed)
    (training, divergedIn) = (shares.map { 100 * $0 }, course.divergedIn)
  }
}
