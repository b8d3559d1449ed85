extension Collection where Element == Double {
  /// The value that half of the elements lie below: the middle one, or the mean of the middle two.
  ///
  /// NaN for no elements, and where any element is NaN. Infinite elements count as what they are.
  @inlinable public func median() -> Double { quantile(0.5) }

  /// The value that a share of the elements lies below, interpolated between neighbours.
  ///
  /// `share` runs from 0 (the least) to 1 (the greatest). Equals NumPy's default, *linear*: position
  /// share·(n − 1) in the sorted elements. NaN for no elements, and where any element is NaN.
  @inlinable public func quantile(_ share: Double) -> Double { interpolatedQuantile(share, of: Array(self)) }
}

/// The quantile itself, on the one type that sorts fast.
@usableFromInline func interpolatedQuantile(_ share: Double, of elements: [Double]) -> Double {
  require(share >= 0 && share <= 1, "a quantile at \(share), which is not in 0...1")
  guard !elements.isEmpty, !elements.contains(where: \.isNaN) else { return .nan }
  let sorted = elements.sorted()
  let position = share * Double(sorted.count - 1)
  let below = Int(position)
  let above = min(below + 1, sorted.count - 1)
  return interpolate(sorted[below], sorted[above], by: position - Double(below))
}

/// Straight between two numbers, exact at both ends, and for two equal infinities.
private func interpolate(_ low: Double, _ high: Double, by share: Double) -> Double {
  if low == high || share == 0 { return low }
  let distance = high - low
  guard distance.isFinite else { return low * (1 - share) + high * share }
  return share < 0.5 ? low + distance * share : high - distance * (1 - share)
}
