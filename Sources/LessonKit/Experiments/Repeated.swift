/// What an experiment brings under several seeds, run side by side.
public struct Repeated<Value: Sendable>: Sendable {
  /// The first seed; the others follow it.
  public let first: Int
  /// What each seed brings.
  public let values: [Value]

  /// Runs an experiment under so many seeds, on all processors at once.
  public init(_ seeds: Int, from first: Int, _ run: @Sendable (_ seed: Int) -> Value) {
    require(seeds >= 1, "an experiment under \(seeds) seeds")
    self.first = first
    values = (first..<first + seeds).map { $0 }.concurrentMap(run)
  }

  /// How many seeds.
  public var count: Int { values.count }

  /// A number of each run.
  public func spread(_ number: (Value) -> Double) -> Spread { Spread(values.map(number)) }

  /// Numbers of each run, place by place: as many as the shortest run has.
  public func spreads(_ numbers: (Value) -> [Double]) -> [Spread] {
    let rows = values.map(numbers)
    return (0..<(rows.map(\.count).min() ?? 0)).map { index in Spread(rows.map { $0[index] }) }
  }

  /// The condition in one line: "median and range of 10 seeds", "seed 3".
  public var condition: Phrase { Spread.condition(seeds: count, from: first) }
}

/// A number measured several times: its median and its range.
///
/// What is not a number stands for a run that was lost, and counts as beyond all others: where it is in the middle, so is NaN.
public struct Spread: Sendable, Hashable {
  /// The middle; NaN where that is a run that was lost.
  public let median: Double
  /// The least number.
  public let lowest: Double
  /// The greatest number.
  public let highest: Double

  /// The spread of some numbers; NaN where there is none.
  public init(_ values: [Double]) {
    let sound = values.filter { !$0.isNaN }
    let ordered = sound.sorted() + Array(repeating: Double.nan, count: values.count - sound.count)
    // Where two are in the middle, half of each: with one that is lost, NaN.
    median = ordered.isEmpty ? .nan : (ordered[(ordered.count - 1) / 2] + ordered[ordered.count / 2]) / 2
    (lowest, highest) = (sound.min() ?? .nan, sound.max() ?? .nan)
  }

  /// The condition in one line: "median and range of 10 seeds", "seed 3".
  public static func condition(seeds: Int, from first: Int) -> Phrase {
    seeds == 1
      ? Phrase("seed \(first)", zh: "种子 \(first)")
      : Phrase("median and range of \(seeds) seeds", zh: "\(seeds) 个种子的中位数与范围")
  }
}

extension Fan {
  /// Spreads of shares in percent at 0, 1, 2, …
  public init(percentOf spreads: [Spread], as identity: Identity, hasDots: Bool = false) {
    self.init(percentOf: spreads, at: spreads.indices.map(Double.init), as: identity, hasDots: hasDots)
  }

  /// Spreads of shares in percent at places of the horizontal axis.
  public init(percentOf spreads: [Spread], at xs: [Double], as identity: Identity, hasDots: Bool = false) {
    self.init(
      zip(xs, spreads).map { x, spread in
        Sample(x: x, median: 100 * spread.median, lower: 100 * spread.lowest, upper: 100 * spread.highest)
      }, as: identity, hasDots: hasDots)
  }

  /// The spreads of an experiment at 0, 1, 2, …
  public init(_ spreads: [Spread], as identity: Identity, hasDots: Bool = false) {
    self.init(spreads, at: spreads.indices.map(Double.init), as: identity, hasDots: hasDots)
  }

  /// The spreads of an experiment at places of the horizontal axis.
  public init(_ spreads: [Spread], at xs: [Double], as identity: Identity, hasDots: Bool = false) {
    self.init(
      zip(xs, spreads).map { x, spread in
        Sample(x: x, median: spread.median, lower: spread.lowest, upper: spread.highest)
      }, as: identity, hasDots: hasDots)
  }
}
