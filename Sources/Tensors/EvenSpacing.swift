extension ClosedRange where Bound == Double {
  /// Numbers from the lower to the upper bound, each as far from the one before; both bounds exactly.
  ///
  /// One number is the lower bound, as in NumPy's `linspace`.
  public func evenlySpaced(count: Int) -> [Double] {
    require(count >= 0, "even spacing with \(count) numbers")
    let step = (upperBound - lowerBound) / Double(Swift.max(count - 1, 1))
    return (0..<count).map { index in index > 0 && index == count - 1 ? upperBound : lowerBound + Double(index) * step }
  }
}
