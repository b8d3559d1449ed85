import Tensors

/// What a table's columns are to a learner.
extension Table {
  /// Examples that foretell one column from all others; the last column if none is named.
  public func dataset(predicting column: String? = nil) throws(DataError) -> Dataset {
    let target = try index(of: column)
    let numbers = Tensor(values(of: target), shape: [cells.shape[0], 1])
    return Dataset(inputs: inputs(without: target), numbers: numbers)
  }

  private func index(of column: String?) throws(DataError) -> Int {
    guard columns.count >= 2 else {
      throw DataError(
        path, Message("a single column; there must be one to foretell, and one to do it by", zh: "只有一列；至少需要一列输入和一列输出"))
    }
    guard let column else { return columns.count - 1 }
    guard let index = columns.firstIndex(of: column) else {
      throw DataError(
        path,
        Message(
          "no column '\(column)'; there are: \(columns.joined(separator: ", "))",
          zh: "没有列“\(column)”；现有：\(columns.joined(separator: ", "))"))
    }
    return index
  }

  private func values(of column: Int) -> [Double] { (0..<cells.shape[0]).map { cells[$0, column] } }

  private func inputs(without target: Int) -> Tensor {
    var inputs = Tensor.zeros([cells.shape[0], columns.count - 1])
    for row in 0..<cells.shape[0] {
      for column in 0..<columns.count - 1 { inputs[row, column] = cells[row, column < target ? column : column + 1] }
    }
    return inputs
  }
}
