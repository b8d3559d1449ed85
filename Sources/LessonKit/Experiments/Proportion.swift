/// A share that was counted in many trials.
public struct Proportion: Sendable, Hashable {
  /// How often it happened.
  public let hits: Int
  /// How often it was tried.
  public let trials: Int

  /// A count of so many trials.
  public init(_ hits: Int, of trials: Int) {
    require(trials > 0 && (0...trials).contains(hits), "\(hits) hits in \(trials) trials")
    (self.hits, self.trials) = (hits, trials)
  }

  /// The share, from 0 to 1.
  public var share: Double { Double(hits) / Double(trials) }

  /// About which the true share lies with a chance of 95 %.
  ///
  /// Source: E. Wilson, Journal of the American Statistical Association 22, 1927.
  public var interval: ClosedRange<Double> {
    let (n, z) = (Double(trials), 1.959964)
    let middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    let variance = share * (1 - share) / n + z * z / (4 * n * n)
    let half = z * variance.squareRoot() / (1 + z * z / n)
    return max(0, middle - half)...min(1, middle + half)
  }
}

extension Fan {
  /// Shares in percent at 0, 1, 2, …, with a band of the ranges in which the true ones lie with a chance of 95 %.
  public init(percentOf shares: [Proportion], as identity: Identity) {
    let samples = shares.enumerated().map { place, found in
      Sample(
        x: Double(place), median: 100 * found.share, lower: 100 * found.interval.lowerBound,
        upper: 100 * found.interval.upperBound)
    }
    self.init(samples, as: identity, hasDots: true)
  }
}
