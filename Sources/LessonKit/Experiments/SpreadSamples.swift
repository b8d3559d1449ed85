extension CosineSamples {
  /// Points whose places are denser towards both ends of [0, 1], as polynomials of high degree need.
  ///
  /// The places are (1 − cos πu)/2, with `count` values of u evenly spread, each shifted at random by up to the distance between
  /// two. A polynomial through such points swings far less than one through points drawn anywhere.
  ///
  /// - Parameters:
  ///   - seed: Of NumPy's stream, first for the shifts, then for the noise.
  ///   - count: How many points.
  ///   - noise: Its standard deviation.
  public init(spreadOut seed: Int, count: Int, noise: Double) {
    require(count >= 1, "\(count) points")
    var stream = RandomState(seed: UInt32(truncatingIfNeeded: seed))
    let shifts = stream.uniform(in: -1...1, shape: [count]).elements
    let errors = stream.normal(shape: [count]).elements
    let xs = shifts.enumerated().map { index, shift in
      (1 - cos(.pi * (Double(index) + 0.5 + shift) / Double(count))) / 2
    }.sorted()
    self.init(xs: xs, ys: zip(xs, errors).map { Self.truth($0) + noise * $1 })
  }
}
