import COpenBLAS

/// Systems of linear equations with as many equations as unknowns.
extension Tensor {
  /// The x with A·x = b for a square matrix; b is a vector, or a matrix of several right sides.
  ///
  /// Elimination with exchange of rows (LAPACK `dgesv`). Throws where the matrix is singular.
  public func solving(_ right: Tensor) throws(LinearAlgebraError) -> Tensor {
    requireSquare(for: "solving")
    requireRows(of: right, for: "solving")
    var (matrix, sides) = (ColumnMajor(self), ColumnMajor(right))
    var (n, count, info) = (Int32(matrix.rows), Int32(sides.columns), Int32(0))
    guard n > 0 && count > 0 else { return right }
    var pivots = [Int32](repeating: 0, count: Int(n))
    OpenBLAS.shared.routines.dgesv(&n, &count, &matrix.elements, &n, &pivots, &sides.elements, &n, &info)
    guard info == 0 else { throw .singular(column: Int(info) - 1) }
    return sides.tensor().reshaped(to: right.shape)
  }

  /// The lower triangular L with A = L·Lᵀ, for a symmetric matrix; its lower half is read.
  ///
  /// LAPACK `dpotrf`. Throws where the matrix is not positive definite.
  public func choleskyFactor() throws(LinearAlgebraError) -> Tensor {
    requireSquare(for: "choleskyFactor")
    var matrix = ColumnMajor(self)
    var (n, info) = (Int32(matrix.rows), Int32(0))
    guard n > 0 else { return self }
    OpenBLAS.shared.routines.dpotrf("L", &n, &matrix.elements, &n, &info)
    guard info == 0 else { throw .notPositiveDefinite(leading: Int(info)) }
    var factor = matrix.tensor()
    for row in 0..<Int(n) { for column in (row + 1)..<max(row + 1, Int(n)) { factor[row, column] = 0 } }
    return factor
  }

  /// A matrix with orthonormal columns and an upper triangular one whose product this is.
  ///
  /// Householder reflections (LAPACK `dgeqrf`, `dorgqr`). An m×n matrix, m ≥ n, gives m×n and n×n.
  public func qrFactors() -> (q: Tensor, r: Tensor) {
    requireMatrix(for: "qrFactors")
    require(shape[0] >= shape[1], "qrFactors: shape \(Tensor.name(of: shape)) is wider than high")
    var matrix = ColumnMajor(self)
    var (m, n, info) = (Int32(matrix.rows), Int32(matrix.columns), Int32(0))
    guard n > 0 else { return (self, Tensor.zeros([0, 0])) }
    var scales = [Double](repeating: 0, count: Int(n))
    withWorkspace { work, count in
      OpenBLAS.shared.routines.dgeqrf(&m, &n, &matrix.elements, &m, &scales, &work, &count, &info)
    }
    var r = matrix.tensor(height: Int(n))
    for row in 1..<max(1, Int(n)) { for column in 0..<row { r[row, column] = 0 } }
    withWorkspace { work, count in
      OpenBLAS.shared.routines.dorgqr(&m, &n, &n, &matrix.elements, &m, &scales, &work, &count, &info)
    }
    return (matrix.tensor(), r)
  }
}
