extension ClosedRange where Bound == Double {
  /// Numbers from the lower to the upper bound, each the same multiple of the one before.
  ///
  /// Both bounds must be positive; they are among the numbers exactly. One number is the lower bound.
  public func logSpaced(count: Int) -> [Double] {
    require(lowerBound > 0, "log spacing from \(lowerBound), which is not above 0")
    require(count >= 0, "log spacing with \(count) numbers")
    let (low, high) = (log10(lowerBound), log10(upperBound))
    return (0..<count).map { index in
      if index == 0 { return lowerBound }
      if index == count - 1 { return upperBound }
      let share = Double(index) / Double(count - 1)
      return pow(10, low + (high - low) * share)
    }
  }
}
