/// Points of a curve fitted by Legendre polynomials with any number of parameters.
///
/// With fewer parameters than points it is the least-squares fit; with more, of all that pass every point, the one whose
/// parameters have the least norm. Which one that is, hangs on how the polynomials are scaled.
public struct LegendreFit: Sendable {
  /// How the polynomials of [0, 1] are scaled; the norm is that of their parameters.
  public enum Basis: String, Sendable, CaseIterable {
    /// Orthonormal ones, those of degree k divided by k + 1: high degrees are dear.
    case decaying
    /// P_k itself, which is 1 at the right end.
    case plain
    /// √(2k + 1)·P_k, orthonormal on [0, 1]: all degrees are equally dear.
    case orthonormal

    fileprivate func scale(_ degree: Int) -> Double {
      let unit = Double(2 * degree + 1).squareRoot()
      return switch self {
      case .orthonormal: unit
      case .plain: 1
      case .decaying: unit / Double(degree + 1)
      }
    }
  }

  /// How the polynomials are scaled.
  public let basis: Basis
  /// A number for each polynomial, from degree 0 on.
  public let parameters: [Double]

  /// The fit of points with so many parameters.
  ///
  /// Householder QR of the matrix, or of its transpose. Throws where the points do not determine it: where two are alike.
  public init(_ count: Int, xs: [Double], ys: [Double], basis: Basis) throws {
    require(count >= 1 && xs.count == ys.count, "\(count) parameters for \(xs.count) and \(ys.count) numbers")
    self.basis = basis
    let matrix = Self.matrix(count, at: xs, basis)
    if count <= xs.count {
      parameters = try matrix.leastSquares(Tensor(ys), by: .qr).solution.elements
    } else {
      let (q, r) = matrix.transposed().qrFactors()
      let inner = try r.transposed().solving(Tensor(ys))
      parameters = q.matmul(inner.reshaped(to: [ys.count, 1])).elements
    }
  }

  /// The polynomials at some places: places × degrees from 0 on.
  private static func matrix(_ count: Int, at xs: [Double], _ basis: Basis) -> Tensor {
    let scales = (0..<count).map { basis.scale($0) }
    var elements: [Double] = []
    elements.reserveCapacity(count * xs.count)
    for x in xs {
      let t = 2 * x - 1
      var (value, next) = (1.0, t)
      for degree in 0..<count {
        elements.append(value * scales[degree])
        let k = Double(degree + 1)
        (value, next) = (next, ((2 * k + 1) * t * next - k * value) / (k + 1))
      }
    }
    return Tensor(elements, shape: [xs.count, count])
  }

  /// The fit at some places.
  public func values(at xs: [Double]) -> [Double] {
    let count = parameters.count
    return Self.matrix(count, at: xs, basis).matmul(Tensor(parameters, shape: [count, 1])).elements
  }

  /// The mean square of the distances from some points.
  public func meanSquareError(xs: [Double], ys: [Double]) -> Double {
    zip(values(at: xs), ys).map { ($0 - $1) * ($0 - $1) }.mean
  }

  /// The mean square of the distance from a curve over [0, 1], by 400 places of Gauss's quadrature.
  public func meanSquareError(against curve: (Double) -> Double) -> Double {
    let rule = GaussRule.fine
    return zip(values(at: rule.places), zip(rule.places, rule.weights)).reduce(0) { sum, next in
      let miss = next.0 - curve(next.1.0)
      return sum + next.1.1 * miss * miss
    }
  }
}

/// Places and weights with which a sum is the integral of every polynomial of degree 2n − 1 over [0, 1].
public struct GaussRule: Sendable {
  /// Where, ascending.
  public let places: [Double]
  /// How much each counts; together 1.
  public let weights: [Double]

  /// 400 places.
  static let fine = GaussRule(400)

  /// The rule of n places: the zeros of Legendre's polynomial, by Newton's method.
  public init(_ count: Int) {
    require(count >= 1, "a rule of \(count) places")
    let pairs = (0..<count).map { index -> (Double, Double) in
      var (x, slope) = (-cos(.pi * (Double(index) + 0.75) / (Double(count) + 0.5)), 1.0)
      for _ in 0..<20 {
        let (value, before) = Self.legendre(count, x)
        slope = Double(count) * (x * value - before) / (x * x - 1)
        let step = value / slope
        x -= step
        if abs(step) < 1e-16 { break }
      }
      return ((1 + x) / 2, 1 / ((1 - x * x) * slope * slope))
    }
    (places, weights) = (pairs.map(\.0), pairs.map(\.1))
  }

  /// P_n and P_{n−1}.
  private static func legendre(_ count: Int, _ x: Double) -> (Double, Double) {
    var (value, before) = (x, 1.0)
    for k in 1..<max(count, 1) {
      (value, before) = ((Double(2 * k + 1) * x * value - Double(k) * before) / Double(k + 1), value)
    }
    return (value, before)
  }
}
