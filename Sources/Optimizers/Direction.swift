extension Double {
  /// −1, 0 or 1 as the number is below, at or above 0; NaN for NaN.
  @inline(__always) var direction: Double { self > 0 ? 1 : self < 0 ? -1 : self }
}
