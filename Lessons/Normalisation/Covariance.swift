import LessonKit

/// A covariance matrix of a few features: symmetric, positive definite.
struct Covariance: Sendable, Equatable {
  /// How many features.
  let size: Int
  /// Row by row.
  private(set) var elements: [Double]

  /// A matrix from its rows.
  init(_ size: Int, _ elements: [Double]) {
    precondition(elements.count == size * size, "\(elements.count) elements for \(size) features")
    (self.size, self.elements) = (size, elements)
  }

  /// Two features of given variances and correlation.
  init(variances: (Double, Double), correlation: Double) {
    let shared = correlation * (variances.0 * variances.1).squareRoot()
    self.init(2, [variances.0, shared, shared, variances.1])
  }

  /// The element in a row and a column.
  subscript(row: Int, column: Int) -> Double {
    get { elements[row * size + column] }
    set { elements[row * size + column] = newValue }
  }

  /// The covariance after each feature is divided by a number.
  func divided(by scales: [Double]) -> Covariance {
    var divided = self
    for i in 0..<size {
      for j in 0..<size { divided[i, j] /= scales[i] * scales[j] }
    }
    return divided
  }

  /// The standard deviations.
  var deviations: [Double] { (0..<size).map { self[$0, $0].squareRoot() } }

  /// The covariance of the standardised features: their correlation matrix.
  var standardised: Covariance { divided(by: deviations) }

  /// The largest eigenvalue over the smallest.
  var conditionNumber: Double {
    let values = eigenvalues
    return (values.last ?? .nan) / (values.first ?? .nan)
  }

  /// The eigenvalues in rising order, by cyclic Jacobi rotations: for small matrices faster than a library's call.
  ///
  /// Source: G. Golub and C. Van Loan, *Matrix Computations*, 4th ed., section 8.5.
  var eigenvalues: [Double] {
    var matrix = elements
    let trace = (0..<size).reduce(0) { $0 + abs(matrix[$1 * size + $1]) }
    for _ in 0..<30 {
      var rest = 0.0
      for p in 0..<size {
        for q in (p + 1)..<max(size, p + 1) { rest += abs(matrix[p * size + q]) }
      }
      if rest <= 1e-15 * trace { break }
      for p in 0..<size {
        for q in (p + 1)..<max(size, p + 1) { Self.rotate(&matrix, size, p, q) }
      }
    }
    return (0..<size).map { matrix[$0 * size + $0] }.sorted()
  }

  /// Turns the plane of two features so that they no longer vary together.
  private static func rotate(_ matrix: inout [Double], _ size: Int, _ p: Int, _ q: Int) {
    let shared = matrix[p * size + q]
    guard shared != 0 else { return }
    let ratio = (matrix[q * size + q] - matrix[p * size + p]) / (2 * shared)
    let tangent = (ratio >= 0 ? 1 : -1) / (abs(ratio) + (1 + ratio * ratio).squareRoot())
    let cosine = 1 / (1 + tangent * tangent).squareRoot()
    let sine = tangent * cosine
    matrix[p * size + p] -= tangent * shared
    matrix[q * size + q] += tangent * shared
    (matrix[p * size + q], matrix[q * size + p]) = (0, 0)
    for k in 0..<size where k != p && k != q {
      let (a, b) = (matrix[k * size + p], matrix[k * size + q])
      let (x, y) = (cosine * a - sine * b, sine * a + cosine * b)
      (matrix[k * size + p], matrix[p * size + k]) = (x, x)
      (matrix[k * size + q], matrix[q * size + k]) = (y, y)
    }
  }
}
