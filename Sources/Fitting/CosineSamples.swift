/// The notes' points for polynomials: cos(1.5πx) at random places of [0, 1], with normal noise.
public struct CosineSamples: Sendable {
  /// The places, ascending.
  public let xs: [Double]
  /// What was observed there.
  public let ys: [Double]

  /// Points drawn from NumPy's stream: at seed 0 and the defaults the very 30 of the notes.
  public init(seed: Int, count: Int = 30, noise: Double = 0.1) {
    var stream = RandomState(seed: UInt32(truncatingIfNeeded: seed))
    let data = Dataset.cosine(noise: noise, count: count, using: &stream)
    (xs, ys) = (data.inputs.elements, data.numbers.elements)
  }

  /// Points that were observed elsewhere.
  package init(xs: [Double], ys: [Double]) { (self.xs, self.ys) = (xs, ys) }

  /// The curve behind the points.
  public static func truth(_ x: Double) -> Double { cos(1.5 * .pi * x) }

  /// The notes' 100 places at which a fit is tested.
  public static let grid = (0.0...1).evenlySpaced(count: 100)

  /// The exact fit of a degree.
  public func fit(_ degree: Int) throws -> PolynomialFit { try PolynomialFit(degree: degree, xs: xs, ys: ys) }

  /// The fit of a degree that leaves out singular values below a share of the largest.
  public func fit(_ degree: Int, cutoff: Double) throws -> PolynomialFit {
    try PolynomialFit(degree: degree, xs: xs, ys: ys, cutoff: cutoff)
  }

  /// The mean square error of a fit at its points.
  public func trainingError(_ fit: PolynomialFit) -> Double { fit.meanSquareError(xs: xs, ys: ys) }

  /// The mean square error of a fit against the curve, on the grid of 100 places.
  public static func testError(_ fit: PolynomialFit) -> Double { fit.meanSquareError(xs: grid, ys: grid.map(truth)) }

  /// How far a fit is from the curve at a place.
  public static func miss(_ fit: PolynomialFit, at x: Double) -> Double { abs(fit(x) - truth(x)) }

  /// Where in a range a fit is farthest from the curve, of 2001 places, and how far.
  public static func worst(_ fit: PolynomialFit, in range: ClosedRange<Double> = 0...1) -> (x: Double, miss: Double) {
    let places = range.evenlySpaced(count: 2001).map { (x: $0, miss: miss(fit, at: $0)) }
    return places.max { $0.miss < $1.miss } ?? (range.lowerBound, .nan)
  }

  /// The mean over `folds` contiguous parts of the error on a part of the fit to the others.
  public func crossValidationError(folds: Int, fit: (_ xs: [Double], _ ys: [Double]) throws -> PolynomialFit) rethrows
    -> Double
  {
    let errors = try (0..<folds).map { fold in
      let held = (fold * xs.count / folds)..<((fold + 1) * xs.count / folds)
      func rest(_ values: [Double]) -> [Double] { Array(values[..<held.lowerBound] + values[held.upperBound...]) }
      let model = try fit(rest(xs), rest(ys))
      return model.meanSquareError(xs: Array(xs[held]), ys: Array(ys[held]))
    }
    return errors.mean
  }
}
