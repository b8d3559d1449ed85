extension Tensor {
  /// The element at a position in a vector.
  @inlinable public subscript(index: Int) -> Double {
    get {
      checkPosition(index)
      return storage[index]
    }
    set {
      checkPosition(index)
      storage[index] = newValue
    }
  }

  /// The element at a row and a column of a matrix.
  @inlinable public subscript(row: Int, column: Int) -> Double {
    get { storage[offset(row, column)] }
    set { storage[offset(row, column)] = newValue }
  }

  /// The element at one index for each dimension; none for a scalar.
  public subscript(position: [Int]) -> Double {
    get { storage[offset(position)] }
    set { storage[offset(position)] = newValue }
  }

  @usableFromInline func checkPosition(_ index: Int) {
    require(
      shape.count == 1 && index >= 0 && index < storage.count,
      "index \(index) does not name an element of shape \(Tensor.name(of: shape))")
  }

  @usableFromInline func offset(_ row: Int, _ column: Int) -> Int {
    let isInside = shape.count == 2 && row >= 0 && row < shape[0] && column >= 0 && column < shape[1]
    require(isInside, "index \(row), \(column) does not name an element of shape \(Tensor.name(of: shape))")
    return row * shape[1] + column
  }

  private func offset(_ position: [Int]) -> Int {
    let isInside =
      position.count == shape.count && zip(position, shape).allSatisfy { index, length in index >= 0 && index < length }
    require(isInside, "index \(position) does not name an element of shape \(Tensor.name(of: shape))")
    return zip(position, shape).reduce(0) { offset, next in offset * next.1 + next.0 }
  }
}
