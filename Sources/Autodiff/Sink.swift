/// Where a computation's results go: over what is there, or added to it.
public struct Sink {
  /// The first element.
  public let elements: UnsafeMutablePointer<Double>
  /// How many elements there are.
  public let count: Int
  /// Whether results add to what is there.
  public let isAdding: Bool

  /// What a matrix product keeps of the elements: all of each, or nothing.
  var keep: Double { isAdding ? 1 : 0 }

  /// Writes, or adds, a result for every element.
  @inline(__always) public func put(_ result: (Int) -> Double) {
    if isAdding {
      for i in 0..<count { elements[i] += result(i) }
    } else {
      for i in 0..<count { elements[i] = result(i) }
    }
  }

  /// The elements, ready to be added to: zero unless there is something already.
  func cleared() -> UnsafeMutablePointer<Double> {
    if !isAdding { elements.update(repeating: 0, count: count) }
    return elements
  }
}
