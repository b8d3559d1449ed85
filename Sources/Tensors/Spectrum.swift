import COpenBLAS

/// A symmetric matrix's eigenvalues in rising order, and its eigenvectors.
public struct SymmetricSpectrum: Sendable, Hashable {
  /// Eigenvalues, the least first.
  public let values: [Double]
  /// Orthonormal eigenvectors as columns, in the order of the values.
  public let vectors: Tensor
}

/// A matrix as U·diag(σ)·Vᵀ.
public struct SingularValues: Sendable, Hashable {
  /// U: orthonormal columns, one for each value.
  public let left: Tensor
  /// σ, the greatest first.
  public let values: [Double]
  /// Vᵀ: orthonormal rows, one for each value.
  public let right: Tensor
}

extension Tensor {
  /// Eigenvalues and eigenvectors of a symmetric matrix, of which the lower half is read.
  ///
  /// Divide and conquer (LAPACK `dsyevd`). Throws where an element is not finite.
  public func symmetricSpectrum() throws(LinearAlgebraError) -> SymmetricSpectrum {
    requireSquare(for: "symmetricSpectrum")
    guard elements.allSatisfy(\.isFinite) else { throw .noConvergence }
    var matrix = ColumnMajor(self)
    let size = matrix.rows
    guard size > 0 else { return SymmetricSpectrum(values: [], vectors: self) }
    var (n, info) = (Int32(size), Int32(0))
    var values = [Double](repeating: 0, count: size)
    var integerCount = Int32(3 + 5 * size)
    var integers = [Int32](repeating: 0, count: Int(integerCount))
    withWorkspace { work, count in
      OpenBLAS.shared.routines.dsyevd(
        "V", "L", &n, &matrix.elements, &n, &values, &work, &count, &integers, &integerCount, &info)
    }
    guard info == 0 else { throw .noConvergence }
    return SymmetricSpectrum(values: values, vectors: matrix.tensor())
  }

  /// The singular value decomposition of a matrix, without the columns that meet no value.
  ///
  /// Divide and conquer (LAPACK `dgesdd`). An m×n matrix gives m×k, k and k×n, k = min(m, n). Throws
  /// where an element is not finite.
  public func singularValueDecomposition() throws(LinearAlgebraError) -> SingularValues {
    requireMatrix(for: "singularValueDecomposition")
    let least = min(shape[0], shape[1])
    var left = ColumnMajor(rows: shape[0], columns: least)
    var right = ColumnMajor(rows: least, columns: shape[1])
    let values = try singularValues(job: "S", &left, &right)
    return SingularValues(left: left.tensor(), values: values, right: right.tensor())
  }

  /// The greatest singular value over the least; infinite for a singular matrix.
  ///
  /// Throws where an element is not finite, or there is none.
  public func conditionNumber() throws(LinearAlgebraError) -> Double {
    requireMatrix(for: "conditionNumber")
    var nothing = (ColumnMajor(rows: 0, columns: 0), ColumnMajor(rows: 0, columns: 0))
    let values = try singularValues(job: "N", &nothing.0, &nothing.1)
    guard let greatest = values.first, let least = values.last else { throw .noConvergence }
    return least == 0 ? .infinity : greatest / least
  }

  /// Singular values, the greatest first, and their vectors where the job asks for them.
  private func singularValues(job: String, _ left: inout ColumnMajor, _ right: inout ColumnMajor)
    throws(LinearAlgebraError) -> [Double]
  {
    guard elements.allSatisfy(\.isFinite) else { throw .noConvergence }
    var matrix = ColumnMajor(self)
    let least = min(matrix.rows, matrix.columns)
    guard least > 0 else { return [] }
    var (m, n, info) = (Int32(matrix.rows), Int32(matrix.columns), Int32(0))
    var (u, v) = (Int32(max(1, left.rows)), Int32(max(1, right.rows)))
    var values = [Double](repeating: 0, count: least)
    var integers = [Int32](repeating: 0, count: 8 * least)
    withWorkspace { work, count in
      OpenBLAS.shared.routines.dgesdd(
        job, &m, &n, &matrix.elements, &m, &values, &left.elements, &u, &right.elements, &v, &work, &count, &integers,
        &info)
    }
    guard info == 0 else { throw .noConvergence }
    return values
  }
}
