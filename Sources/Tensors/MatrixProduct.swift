import COpenBLAS

/// A matrix as a product takes it: where it lies, its stored width, and whether it is transposed.
package struct MatrixOperand {
  let elements: UnsafePointer<Double>
  let width: Int
  let isTransposed: Bool

  package init(_ elements: UnsafePointer<Double>, width: Int, isTransposed: Bool = false) {
    (self.elements, self.width, self.isTransposed) = (elements, width, isTransposed)
  }

  /// The same matrix read the other way.
  package var transposed: MatrixOperand { MatrixOperand(elements, width: width, isTransposed: !isTransposed) }
}

/// C ← A·B + keep·C for matrices stored by rows.
package enum MatrixProduct {
  /// Multiplies; `keep` is 0 to write C anew, and 1 to add to it.
  package static func multiply(
    _ a: MatrixOperand, _ b: MatrixOperand, into c: UnsafeMutablePointer<Double>, rows: Int, columns: Int, depth: Int,
    keep: Double = 0
  ) {
    guard rows > 0 && columns > 0 else { return }
    if columns == 1 && depth > 1 { return apply(a, to: b.transposed, into: c, rows, depth, keep) }
    if rows == 1 && depth > 1 { return apply(b.transposed, to: a, into: c, columns, depth, keep) }
    let routines = OpenBLAS.shared.routines
    ThreadCount.shared.run(multiplications: rows * columns * depth) {
      routines.dgemm(
        Int32(openblas_row_major), flag(a), flag(b), Int32(rows), Int32(columns), Int32(depth), 1, a.elements,
        stride(a), b.elements, stride(b), keep, c, Int32(columns))
    }
  }

  /// Multiplies a matrix and a vector, given as a matrix of one row.
  private static func apply(
    _ matrix: MatrixOperand, to vector: MatrixOperand, into c: UnsafeMutablePointer<Double>, _ rows: Int, _ depth: Int,
    _ keep: Double
  ) {
    let (height, width) = matrix.isTransposed ? (depth, rows) : (rows, depth)
    let step = vector.isTransposed ? vector.width : 1
    OpenBLAS.shared.routines.dgemv(
      Int32(openblas_row_major), flag(matrix), Int32(height), Int32(width), 1, matrix.elements, stride(matrix),
      vector.elements, Int32(step), keep, c, 1)
  }

  private static func flag(_ operand: MatrixOperand) -> Int32 {
    Int32(operand.isTransposed ? openblas_transposed : openblas_plain)
  }

  private static func stride(_ operand: MatrixOperand) -> Int32 { Int32(max(operand.width, 1)) }
}
