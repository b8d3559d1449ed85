/// Errors of polynomials on points that they were not fitted to, part by part: cross-validation.
///
/// No fit is repeated: with Q an orthonormal basis of the polynomials at all points and r what the fit to all of them misses,
/// the fit without part h misses there r_h + Q_h (I − Q_hᵀQ_h)⁻¹ Q_hᵀ r_h, exactly.
public struct HeldOutErrors: Sendable {
  /// The degrees, ascending.
  public let degrees: [Int]
  private let xs: [Double]
  private let ys: [Double]
  private let range: ClosedRange<Double>
  /// The mean square error below which there is nothing but rounding.
  package let rounding: Double
  private let bases: [Basis]

  /// What all fits of a degree have in common.
  private struct Basis: Sendable {
    /// How many columns.
    let size: Int
    /// Orthonormal columns, point by point.
    let rows: [Double]
    /// What the fit to all points misses.
    let missed: [Double]
  }

  /// Points with x in a range, and degrees smaller than their number.
  ///
  /// Errors below `rounding` are told as that: of two that are nothing but rounding none is the smaller.
  public init(xs: [Double], ys: [Double], degrees: [Int], over range: ClosedRange<Double> = 0...1, rounding: Double = 0)
  {
    (self.xs, self.ys, self.degrees, self.range, self.rounding) = (xs, ys, degrees, range, rounding)
    bases = degrees.map { degree in
      let q = PolynomialFit.matrix(degree: degree, at: xs, over: range).qrFactors().q
      let heights = Tensor(ys, shape: [ys.count, 1])
      let fitted = q.matmul(q.matmul(heights, transposingFirst: true))
      return Basis(size: degree + 1, rows: q.elements, missed: (heights - fitted).elements)
    }
  }

  /// Indices of points in so many parts of neighbours, as equal as they can be.
  public static func contiguous(_ count: Int, folds: Int) -> [[Int]] { parts(Array(0..<count), folds) }

  /// Indices of points in so many parts, drawn by a seed.
  public static func shuffled(_ count: Int, folds: Int, seed: Int) -> [[Int]] {
    var stream = SeededGenerator(seed: UInt64(seed))
    return parts(stream.permutation(count), folds)
  }

  private static func parts(_ order: [Int], _ folds: Int) -> [[Int]] {
    require(folds >= 2 && folds <= order.count, "\(order.count) points in \(folds) parts")
    return (0..<folds).map { Array(order[$0 * order.count / folds..<($0 + 1) * order.count / folds]) }
  }

  /// The mean square error on each part of the fit to the others: for each degree, by part.
  ///
  /// Without a part, more points than the degree must be left.
  public func byFold(_ folds: [[Int]]) throws -> [[Double]] {
    try bases.map { basis in
      try folds.map { part in max(try misses(basis, without: part, at: part).map { $0 * $0 }.mean, rounding) }
    }
  }

  /// The mean of the parts' errors, for each degree.
  public func means(_ folds: [[Int]]) throws -> [Double] { try byFold(folds).map(\.mean) }

  /// The mean square errors of fits without a part, on the other parts and on that part, as means over the parts: for each degree.
  package func ownAndHeldOut(_ folds: [[Int]]) throws -> [(own: Double, heldOut: Double)] {
    try bases.map { basis in
      let pairs = try folds.map { part in
        let held = Set(part)
        let others = xs.indices.filter { !held.contains($0) }
        let squares = try misses(basis, without: part, at: others + part).map { $0 * $0 }
        return (Array(squares[..<others.count]).mean, Array(squares[others.count...]).mean)
      }
      return (max(pairs.map(\.0).mean, rounding), max(pairs.map(\.1).mean, rounding))
    }
  }

  /// What the fit without a part misses at some points.
  private func misses(_ basis: Basis, without part: [Int], at points: [Int]) throws -> [Double] {
    let size = basis.size
    var (matrix, side) = ([Double](repeating: 0, count: size * size), [Double](repeating: 0, count: size))
    for row in 0..<size { matrix[row * size + row] = 1 }
    for point in part {
      let start = point * size
      for row in 0..<size {
        let value = basis.rows[start + row]
        side[row] += value * basis.missed[point]
        for column in 0...row { matrix[row * size + column] -= value * basis.rows[start + column] }
      }
    }
    guard Self.solve(&matrix, &side, size) else { return try refitted(basis, without: part, at: points) }
    return points.map { point in
      var miss = basis.missed[point]
      for row in 0..<size { miss += basis.rows[point * size + row] * side[row] }
      return miss
    }
  }

  /// The same by a fit of its own, where the other points hardly tell the polynomial.
  private func refitted(_ basis: Basis, without part: [Int], at points: [Int]) throws -> [Double] {
    let held = Set(part)
    let rest = xs.indices.filter { !held.contains($0) }
    let fit = try PolynomialFit(degree: basis.size - 1, xs: rest.map { xs[$0] }, ys: rest.map { ys[$0] }, over: range)
    return points.map { ys[$0] - fit(xs[$0]) }
  }

  /// Solves a positive definite system in place by Cholesky's method; false where a pivot is lost in rounding.
  private static func solve(_ matrix: inout [Double], _ side: inout [Double], _ size: Int) -> Bool {
    for row in 0..<size {
      for column in 0...row {
        var sum = matrix[row * size + column]
        for k in 0..<column { sum -= matrix[row * size + k] * matrix[column * size + k] }
        if row == column {
          guard sum > 1e-6 else { return false }
          matrix[row * size + row] = sum.squareRoot()
        } else {
          matrix[row * size + column] = sum / matrix[column * size + column]
        }
      }
    }
    for row in 0..<size {
      for k in 0..<row { side[row] -= matrix[row * size + k] * side[k] }
      side[row] /= matrix[row * size + row]
    }
    for row in (0..<size).reversed() {
      for k in row + 1..<max(size, row + 1) { side[row] -= matrix[k * size + row] * side[k] }
      side[row] /= matrix[row * size + row]
    }
    return true
  }
}

extension HeldOutErrors {
  /// The degree that a list of errors speaks for, by the least mean over the parts.
  public func best(_ byFold: [[Double]]) -> Int { degrees[Self.least(byFold.map(\.mean))] }

  /// The lowest degree whose mean error is within one standard error of the least: the simplest among equals.
  public func simplest(_ byFold: [[Double]]) -> Int {
    let (means, best) = (byFold.map(\.mean), Self.least(byFold.map(\.mean)))
    let bound = means[best] + Self.standardError(byFold[best])
    return degrees[means.firstIndex { $0 <= bound } ?? best]
  }

  /// The standard error of a mean over parts.
  public static func standardError(_ errors: [Double]) -> Double {
    let mean = errors.mean
    let squares = errors.map { ($0 - mean) * ($0 - mean) }.reduce(0, +)
    return (squares / Double(errors.count - 1) / Double(errors.count)).squareRoot()
  }

  private static func least(_ values: [Double]) -> Int { values.indices.min { values[$0] < values[$1] } ?? 0 }
}
