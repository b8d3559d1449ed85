/// How many of several seeds lie below a median: as many as a coin shows heads.
public enum MedianShare {
  /// The narrowest range around a half that the share keeps to with a probability of at least 95 %.
  ///
  /// With fewer than 6 seeds that is every share: so few cannot contradict a median.
  public static func range(of count: Int) -> ClosedRange<Double> {
    require(count > 0, "\(count) seeds have no median")
    var (left, chance, tail) = (0, 1.0, 0.0)
    for _ in 0..<count { chance /= 2 }
    // The chance of fewer than `left` heads stays at most one in forty.
    while tail + chance <= 0.025 {
      tail += chance
      chance *= Double(count - left) / Double(left + 1)
      left += 1
    }
    return Double(left) / Double(count)...Double(count - left) / Double(count)
  }
}
