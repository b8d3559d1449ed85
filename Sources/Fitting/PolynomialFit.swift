/// A polynomial fitted to points by least squares.
///
/// By default the exact solution: QR in the basis of Chebyshev polynomials, which stays well conditioned
/// where powers of x do not.
public struct PolynomialFit: Sendable {
  /// The highest power.
  public let degree: Int
  /// How many directions of the coefficients were used: fewer than `degree + 1` where a cut-off left some out.
  public let rank: Int
  private let basis: Basis
  private let coefficients: [Double]

  /// The exact fit of points with x in a range; needs more points than the degree.
  public init(degree: Int, xs: [Double], ys: [Double], over range: ClosedRange<Double> = 0...1) throws {
    basis = .chebyshev(range)
    let fit = try Self.matrix(degree: degree, at: xs, over: range).leastSquares(Tensor(ys), by: .qr)
    (self.degree, rank, coefficients) = (degree, fit.rank, fit.solution.elements)
  }

  /// The values of Chebyshev's polynomials up to a degree, a row for each place: what exact fits are solved with.
  package static func matrix(degree: Int, at xs: [Double], over range: ClosedRange<Double> = 0...1) -> Tensor {
    let basis = Basis.chebyshev(range)
    return Tensor(xs.flatMap { basis.values(at: $0, degree: degree) }, shape: [xs.count, degree + 1])
  }

  /// The fit that leaves out every direction whose singular value is below a share of the largest.
  ///
  /// Powers of x without a constant, columns and y centred: what scikit-learn's `LinearRegression` solves.
  public init(degree: Int, xs: [Double], ys: [Double], cutoff: Double) throws {
    let powers = xs.map { Basis.powers([]).values(at: $0, degree: degree) }
    let means = (0..<degree).map { column in powers.map { $0[column] }.mean }
    let rows = powers.flatMap { row in zip(row, means).map { $0 - $1 } }
    let level = ys.mean
    let fit = try Tensor(rows, shape: [xs.count, degree]).leastSquares(
      Tensor(ys.map { $0 - level }), by: .singularValues(cutoff: cutoff))
    basis = .powers(means)
    (self.degree, rank) = (degree, fit.rank + 1)
    coefficients = fit.solution.elements + [level]
  }

  /// The fit that also keeps its coefficients small: squares of the distances plus λ times the squares of the coefficients.
  ///
  /// In powers of x scaled to −1...1 over the range; the constant is free. QR of the points' rows over √λ times the identity.
  public init(
    degree: Int, xs: [Double], ys: [Double], penalty strength: Double, over range: ClosedRange<Double> = 0...1
  ) throws {
    basis = .scaledPowers(range)
    let root = strength.squareRoot()
    let rows = xs.flatMap { [basis] x in basis.values(at: x, degree: degree) }
    let penalties = (1...degree).flatMap { power in (0...degree).map { $0 == power ? root : 0 } }
    let matrix = Tensor(rows + penalties, shape: [xs.count + degree, degree + 1])
    let fit = try matrix.leastSquares(Tensor(ys + Array(repeating: 0, count: degree)), by: .qr)
    (self.degree, rank, coefficients) = (degree, fit.rank, fit.solution.elements)
  }

  /// The polynomial's value.
  public func callAsFunction(_ x: Double) -> Double {
    // Term by term, without a row of them: this is asked millions of times.
    var (sum, place) = (0.0, 0)
    basis.each(at: x, degree: degree) { value in
      sum += coefficients[place] * value
      place += 1
    }
    return sum
  }

  /// A place from −1 to 1 over a range.
  private static func scaled(_ x: Double, _ range: ClosedRange<Double>) -> Double {
    (2 * x - range.lowerBound - range.upperBound) / (range.upperBound - range.lowerBound)
  }

  /// Its values at several places.
  public func values(at xs: [Double]) -> [Double] { xs.map { self($0) } }

  /// The mean of squares of its distances from some points.
  public func meanSquareError(xs: [Double], ys: [Double]) -> Double {
    zip(xs, ys).map { x, y in (self(x) - y) * (self(x) - y) }.mean
  }

  /// The functions that a polynomial is a sum of.
  private enum Basis: Sendable {
    case chebyshev(ClosedRange<Double>)
    /// 1, t, t², … for t from −1 to 1 over the range.
    case scaledPowers(ClosedRange<Double>)
    /// x, x², …, each less its mean, then 1.
    case powers([Double])

    func values(at x: Double, degree: Int) -> [Double] {
      var values: [Double] = []
      values.reserveCapacity(degree + 1)
      each(at: x, degree: degree) { values.append($0) }
      return values
    }

    /// Hands out each function's value at a place, in order.
    func each(at x: Double, degree: Int, _ body: (Double) -> Void) {
      switch self {
      case .chebyshev(let range):
        let t = PolynomialFit.scaled(x, range)
        var (value, next) = (1.0, t)
        for _ in 0...degree {
          body(value)
          (value, next) = (next, 2 * t * next - value)
        }
      case .scaledPowers(let range):
        let t = PolynomialFit.scaled(x, range)
        var value = 1.0
        for _ in 0...degree {
          body(value)
          value *= t
        }
      case .powers(let means):
        var power = 1.0
        for column in 0..<degree {
          power *= x
          body(means.isEmpty ? power : power - means[column])
        }
        body(1)
      }
    }
  }
}

extension [Double] {
  /// The sum of the elements over their number; NaN for none.
  public var mean: Double { reduce(0, +) / Double(count) }
}
