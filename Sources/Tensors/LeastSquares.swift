import COpenBLAS

/// The x that brings A·x closest to b, and how it was found.
public struct LeastSquares: Sendable, Hashable {
  /// How the problem is solved.
  public enum Method: Sendable, Hashable {
    /// Householder QR without exchange of columns: every column counts, however weak.
    case qr
    /// Singular values; those below `cutoff` times the largest count as 0.
    ///
    /// The solution then is the shortest of the best. NumPy's cut-off is ε·max(m, n), about 1e-14;
    /// scikit-learn's `LinearRegression` cuts at 1e-6, which hides what a high degree does.
    case singularValues(cutoff: Double)
  }

  /// One column for each right side; a vector where the right side was one.
  public let solution: Tensor
  /// How many columns of A counted as independent.
  public let rank: Int
  /// Singular values of A, the largest first; empty for `.qr`.
  public let singularValues: [Double]
}

extension Tensor {
  /// The x that makes the sum of squares of A·x − b least, for a matrix A and one or more b.
  ///
  /// A is m×n; `.qr` needs m ≥ n. Throws where a column is zero after those before it (`.qr`), or
  /// where the singular values do not settle. LAPACK `dgels`, `dgelsd`.
  public func leastSquares(_ right: Tensor, by method: LeastSquares.Method) throws(LinearAlgebraError) -> LeastSquares {
    requireMatrix(for: "leastSquares")
    requireRows(of: right, for: "leastSquares")
    require(count > 0, "leastSquares: a matrix \(Tensor.name(of: shape)) without elements")
    switch method {
    case .qr: return try leastSquaresByQR(right)
    case .singularValues(let cutoff):
      require(cutoff >= 0 && cutoff < 1, "leastSquares: a cut-off of \(cutoff), not in 0..<1")
      return try leastSquaresBySVD(right, cutoff: cutoff)
    }
  }

  private func leastSquaresByQR(_ right: Tensor) throws(LinearAlgebraError) -> LeastSquares {
    require(shape[0] >= shape[1], "leastSquares by QR: \(Tensor.name(of: shape)) has fewer rows than columns")
    var (matrix, sides) = (ColumnMajor(self), ColumnMajor(right))
    var (m, n, count) = (Int32(shape[0]), Int32(shape[1]), Int32(sides.columns))
    var info = Int32(0)
    withWorkspace { work, workCount in
      OpenBLAS.shared.routines.dgels(
        "N", &m, &n, &count, &matrix.elements, &m, &sides.elements, &m, &work, &workCount, &info)
    }
    guard info == 0 else { throw .singular(column: Int(info) - 1) }
    return LeastSquares(solution: solution(in: sides, for: right), rank: shape[1], singularValues: [])
  }

  private func leastSquaresBySVD(_ right: Tensor, cutoff: Double) throws(LinearAlgebraError) -> LeastSquares {
    var (matrix, sides) = (ColumnMajor(self), ColumnMajor(right, height: shape[1]))
    var (m, n, count) = (Int32(shape[0]), Int32(shape[1]), Int32(sides.columns))
    var (height, rank, info, cutoff) = (Int32(sides.rows), Int32(0), Int32(0), cutoff)
    let least = min(shape[0], shape[1])
    var singular = [Double](repeating: 0, count: least)
    // Levels of the recursion are at most log₂ of the size; LAPACK asks 3 integers a level, and 11.
    var integers = [Int32](repeating: 0, count: least * (3 * 32 + 11))
    withWorkspace { work, workCount in
      OpenBLAS.shared.routines.dgelsd(
        &m, &n, &count, &matrix.elements, &m, &sides.elements, &height, &singular, &cutoff, &rank, &work, &workCount,
        &integers, &info)
    }
    guard info == 0 && singular.allSatisfy(\.isFinite) else { throw .noConvergence }
    return LeastSquares(solution: solution(in: sides, for: right), rank: Int(rank), singularValues: singular)
  }

  private func solution(in sides: ColumnMajor, for right: Tensor) -> Tensor {
    let solution = sides.tensor(height: shape[1])
    return right.rank == 1 ? solution.reshaped(to: [shape[1]]) : solution
  }
}
