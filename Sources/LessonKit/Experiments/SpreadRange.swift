extension Spread {
  /// Where some spreads lie on a log axis, with room on both sides; nil where no number is positive.
  ///
  /// A log axis of its own accord shows sixteen decades. What is smaller than 1e-280, or larger than 1e280, does not count.
  public static func decades(_ spreads: [Spread]) -> ClosedRange<Double>? {
    let numbers = spreads.flatMap { [$0.lowest, $0.highest] }.filter { (1e-280...1e280).contains($0) }
    guard let least = numbers.min(), let most = numbers.max() else { return nil }
    let room = max(pow(most, 0.03) / pow(least, 0.03), 1.1)
    return least / room...most * room
  }
}
