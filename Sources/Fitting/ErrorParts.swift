/// What exact least squares of one degree does to a curve on average: the places of the points stay, their noise is new each time.
///
/// In closed form: fitted heights are a matrix times observed ones. Errors are means over [0, 1], by 4,000 midpoints.
public struct ErrorParts: Sendable {
  /// The polynomial's degree.
  public let degree: Int
  /// The square of the distance between the mean fit and the curve.
  public let bias: Double
  /// The square of the distance between a fit and the mean fit, on average.
  public let variance: Double
  /// The noise's own variance, which no model foretells.
  public let noise: Double
  /// The square of the distance between a fit and the points that it was fitted to, on average.
  public let training: Double

  /// The expected error at a new point with new noise.
  public var total: Double { bias + variance + noise }

  /// The parts of a degree's error for points at some places of [0, 1], more of them than the degree.
  public init(degree: Int, xs: [Double], noise: Double, truth: (Double) -> Double = CosineSamples.truth) throws {
    let places = (0..<4000).map { (Double($0) + 0.5) / 4000 }
    let identity = Tensor(
      (0..<xs.count * xs.count).map { $0 % (xs.count + 1) == 0 ? 1 : 0 }, shape: [xs.count, xs.count])
    let own = PolynomialFit.matrix(degree: degree, at: xs)
    let solver = try own.leastSquares(identity, by: .qr).solution
    let weights = PolynomialFit.matrix(degree: degree, at: places).matmul(solver)
    let heights = Tensor(xs.map(truth), shape: [xs.count, 1])
    let (mean, fitted) = (weights.matmul(heights).elements, own.matmul(solver.matmul(heights)).elements)
    self.degree = degree
    bias = zip(mean, places).map { ($0 - truth($1)) * ($0 - truth($1)) }.mean
    variance = noise * noise * (weights * weights).sum(along: [1]).elements.mean
    self.noise = noise * noise
    let missed = zip(fitted, heights.elements).map { ($0 - $1) * ($0 - $1) }.mean
    training = missed + noise * noise * Double(xs.count - degree - 1) / Double(xs.count)
  }
}

extension CosineSamples {
  /// The same places with heights observed anew, so many times: from NumPy's stream of a seed.
  public func observedAgain(_ count: Int, noise: Double, seed: Int) -> [CosineSamples] {
    var stream = RandomState(seed: UInt32(truncatingIfNeeded: seed))
    return (0..<count).map { _ in
      let errors = stream.normal(shape: [xs.count]).elements
      return CosineSamples(xs: xs, ys: zip(xs, errors).map { Self.truth($0) + noise * $1 })
    }
  }

  /// What the fits of a degree do where places are drawn anew as well: squared bias, variance, and the error of each fit.
  ///
  /// Sets of 30 points from NumPy's streams of so many seeds; errors against the curve, by 400 midpoints of [0, 1].
  public static func whereRedrawn(_ count: Int, degree: Int, noise: Double, from first: Int) throws -> (
    bias: Double, variance: Double, errors: [Double]
  ) {
    let places = (0..<400).map { (Double($0) + 0.5) / 400 }
    let grid = PolynomialFit.matrix(degree: degree, at: places)
    let curve = Tensor(places.map(truth))
    let heights = try (first..<first + count).map { seed in
      let samples = CosineSamples(seed: seed, noise: noise)
      let own = PolynomialFit.matrix(degree: degree, at: samples.xs)
      return grid.matmul(try own.leastSquares(Tensor(samples.ys), by: .qr).solution.reshaped(to: [degree + 1, 1]))
        .reshaped(to: [places.count])
    }
    let mean = heights.reduce(Tensor.zeros([places.count]), +) / Double(count)
    func square(_ gap: Tensor) -> Double { (gap * gap).mean() }
    return (square(mean - curve), heights.map { square($0 - mean) }.mean, heights.map { square($0 - curve) })
  }
}
