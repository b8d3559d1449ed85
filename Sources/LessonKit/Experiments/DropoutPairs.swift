/// The same networks without dropout and with it, under several seeds.
public struct DropoutPairs: Sendable {
  /// By seed, first without dropout, then with it.
  public let runs: Repeated<[LearningCurves]>
  /// How many digits they are tested on.
  public let tests: Int

  /// Trains both networks of each seed, as `DigitDropout.run` does.
  public init(_ plan: DigitDropout, on digits: LabelledData, drop: Double, wrong: Double, seeds: Int, from first: Int) {
    tests = digits.test.count
    runs = Repeated(seeds, from: first) { seed in
      [0, drop].concurrentMap { plan.run(on: digits, drop: $0, wrong: wrong, seed: seed) }
    }
  }

  /// Losses after each epoch to which all seeds came, on what is learned; place 0 is without dropout, 1 with it.
  public func training(_ place: Int) -> [Spread] { runs.spreads { $0[place].training } }
  /// The same on the test.
  public func test(_ place: Int) -> [Spread] { runs.spreads { $0[place].others[0] } }
  /// The median losses at the end, and how far that of the test lies above that of training.
  public func end(_ place: Int) -> (training: Double, test: Double, gap: Double) {
    let ends = (training(place).last?.median ?? .nan, test(place).last?.median ?? .nan)
    return (ends.0, ends.1, ends.1 - ends.0)
  }

  /// The earliest epoch in which a network diverged; nil if none did.
  public func divergedIn(_ place: Int) -> Int? { runs.values.compactMap { $0[place].divergedIn }.min() }
  /// How many networks diverged.
  public var lostCount: Int { runs.values.joined().count { $0.divergedIn != nil } }
}
