import Tensors

/// Rows at given positions, which may come more than once.
struct Gathering: LinearOperation {
  let positions: [Int]
  let width: Int

  func forward(_ step: Step) {
    for (row, position) in positions.enumerated() {
      (step.output.elements + row * width).update(from: step.values(0) + position * width, count: width)
    }
  }

  func backward(_ step: Step) {
    guard let target = step.gradient(0)?.cleared() else { return }
    for (row, position) in positions.enumerated() {
      for i in 0..<width { target[position * width + i] += step.upstream[row * width + i] }
    }
  }
}

/// One element of each row.
struct Picking: LinearOperation {
  let positions: [Int]
  let width: Int

  func forward(_ step: Step) {
    for (row, position) in positions.enumerated() { step.output.elements[row] = step.values(0)[row * width + position] }
  }

  func backward(_ step: Step) {
    guard let target = step.gradient(0)?.cleared() else { return }
    for (row, position) in positions.enumerated() { target[row * width + position] += step.upstream[row] }
  }
}

extension Variable {
  /// Slices along the first dimension, in the order given; a position may come more than once.
  public func gathered(_ positions: [Int]) -> Variable {
    require(!shape.isEmpty, "gather: a scalar has no rows")
    check(positions, below: shape[0], for: "gather")
    let width = shape.dropFirst().reduce(1, *)
    return recording(Gathering(positions: positions, width: width), shape: [positions.count] + shape.dropFirst())
  }

  /// From each row of a matrix, the element at the row's position.
  public func picked(_ positions: [Int]) -> Variable {
    require(
      shape.count == 2 && shape[0] == positions.count,
      "picked: \(positions.count) positions for shape \(Tensor.name(of: shape))")
    check(positions, below: shape[1], for: "picked")
    return recording(Picking(positions: positions, width: shape[1]), shape: [positions.count])
  }

  func check(_ positions: [Int], below length: Int, for operation: StaticString) {
    guard let wrong = positions.first(where: { $0 < 0 || $0 >= length }) else { return }
    require(false, "\(operation): position \(wrong) is not within shape \(Tensor.name(of: shape))")
  }
}
