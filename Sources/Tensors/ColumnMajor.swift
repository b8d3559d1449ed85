/// A matrix as LAPACK stores it, column by column, and may overwrite it.
struct ColumnMajor {
  var elements: [Double]
  let rows: Int
  let columns: Int

  /// A copy of a matrix, or of a vector as one column; at least `height` rows, the rest 0.
  init(_ tensor: Tensor, height: Int = 0) {
    let width = tensor.rank == 1 ? 1 : tensor.shape[1]
    let ownRows = tensor.shape[0]
    (rows, columns) = (max(ownRows, height), width)
    elements = [Double](repeating: 0, count: rows * width)
    for row in 0..<ownRows {
      for column in 0..<width { elements[column * rows + row] = tensor.storage[row * width + column] }
    }
  }

  /// Zero throughout.
  init(rows: Int, columns: Int) {
    (self.rows, self.columns) = (rows, columns)
    elements = [Double](repeating: 0, count: rows * columns)
  }

  /// The first `height` rows as a tensor stored by rows.
  func tensor(height: Int? = nil) -> Tensor {
    let height = height ?? rows
    return Tensor(shape: [height, columns]) { result in
      for row in 0..<height {
        for column in 0..<columns { result[row * columns + column] = elements[column * rows + row] }
      }
    }
  }
}

/// Runs a LAPACK routine twice: to learn how much room it wants, then with that room.
func withWorkspace(_ routine: (_ work: inout [Double], _ count: inout Int32) -> Void) {
  var (work, count) = ([0.0], Int32(-1))
  routine(&work, &count)
  count = Int32(max(1, work[0]))
  work = [Double](repeating: 0, count: Int(count))
  routine(&work, &count)
}

extension Tensor {
  /// Stops the program unless this is a matrix.
  func requireMatrix(for operation: StaticString) {
    require(rank == 2, "\(operation): shape \(Tensor.name(of: shape)) is no matrix")
  }

  /// Stops the program unless this is a square matrix.
  func requireSquare(for operation: StaticString) {
    require(rank == 2 && shape[0] == shape[1], "\(operation): shape \(Tensor.name(of: shape)) is no square matrix")
  }

  /// Stops the program unless `right` has a row for each of this matrix's.
  func requireRows(of right: Tensor, for operation: StaticString) {
    require(
      (right.rank == 1 || right.rank == 2) && right.shape[0] == shape[0],
      "\(operation): a matrix \(Tensor.name(of: shape)) and a right side " + Tensor.name(of: right.shape))
  }
}
