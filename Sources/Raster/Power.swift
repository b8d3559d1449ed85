/// Powers of shares, without a C library.
enum Power {
  private static let ln2 = 0.6931471805599453

  /// `base` raised to `exponent`, for a base from 0 to 1 and a positive exponent; off by less than 1e-12.
  static func power(_ base: Double, _ exponent: Double) -> Double {
    guard base > 0 else { return 0 }
    return base >= 1 ? 1 : exponential(logarithm(base) * exponent)
  }

  /// The natural logarithm of a positive number.
  private static func logarithm(_ x: Double) -> Double {
    // ln m = 2 artanh((m − 1) / (m + 1)), with m from 1 to 2.
    let m = x.significand
    let q = (m - 1) / (m + 1)
    var (term, sum) = (q, 0.0)
    for k in stride(from: 1.0, to: 40, by: 2) {
      sum += term / k
      term *= q * q
    }
    return 2 * sum + Double(x.exponent) * ln2
  }

  /// The exponential of a number that is not positive.
  private static func exponential(_ x: Double) -> Double {
    guard x > -700 else { return 0 }
    let halvings = Int(-x / ln2)
    let rest = x + Double(halvings) * ln2
    var (term, sum) = (1.0, 1.0)
    for k in 1..<20 {
      term *= rest / Double(k)
      sum += term
    }
    return sum * Double(sign: .plus, exponent: -halvings, significand: 1)
  }
}
