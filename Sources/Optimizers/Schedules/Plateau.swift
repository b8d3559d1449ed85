/// Lowers the rate when the loss has stopped falling, as PyTorch's `ReduceLROnPlateau` does.
///
/// A loss counts as lower if it is below (1 − threshold) times the best. A NaN never does.
public struct Plateau: Sendable, Hashable {
  /// Factor on the rate.
  public var factor: Double
  /// How many losses in a row may fail to be lower; the rate falls with the next.
  public var patience: Int
  /// Share of the best loss that a lower one must be below it.
  public var threshold: Double
  /// How many losses after a fall are not counted.
  public var cooldown: Int
  /// The lowest rate.
  public var least: Double

  /// A recipe, with PyTorch's defaults.
  public init(factor: Double = 0.1, patience: Int = 10, threshold: Double = 1e-4, cooldown: Int = 0, least: Double = 0)
  {
    (self.factor, self.patience, self.threshold) = (factor, patience, threshold)
    (self.cooldown, self.least) = (cooldown, least)
  }

  /// What was seen so far.
  public struct State: Sendable, Hashable {
    /// The lowest loss.
    public private(set) var best = Double.infinity
    /// Losses in a row that were not lower.
    public private(set) var failures = 0
    /// Losses still not to be counted.
    public private(set) var rest = 0

    /// Nothing seen.
    public init() {}

    /// Takes a loss in; whether patience has run out with it.
    fileprivate mutating func note(_ loss: Double, by plateau: Plateau) -> Bool {
      if loss < best * (1 - plateau.threshold) { (best, failures) = (loss, 0) } else { failures += 1 }
      if rest > 0 { (rest, failures) = (rest - 1, 0) }
      guard failures > plateau.patience else { return false }
      (rest, failures) = (plateau.cooldown, 0)
      return true
    }
  }

  /// The rate after one more loss; a change below 1e-8 is not made.
  public func rate(after loss: Double, from rate: Double, state: inout State) -> Double {
    guard state.note(loss, by: self) else { return rate }
    let lowered = max(rate * factor, least)
    return rate - lowered > 1e-8 ? lowered : rate
  }
}
