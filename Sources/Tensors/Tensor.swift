/// A dense array of `Double` with any number of dimensions, stored row by row.
///
/// A value: copies are independent, and share memory until one of them is changed. The elements of
/// the last dimension are neighbours in memory, as in NumPy and PyTorch.
public struct Tensor: Sendable, Hashable {
  /// Length of each dimension, outermost first; empty for a scalar.
  public internal(set) var shape: [Int]
  /// Every element, the last dimension running fastest.
  @usableFromInline var storage: [Double]

  /// A scalar: no dimensions, one element.
  public init(_ scalar: Double) { (shape, storage) = ([], [scalar]) }

  /// A vector of the elements given.
  public init(_ elements: [Double]) { (shape, storage) = ([elements.count], elements) }

  /// The elements given, row by row, in a shape that holds exactly as many.
  public init(_ elements: [Double], shape: [Int]) {
    let capacity = Tensor.count(of: shape)
    require(
      elements.count == capacity, "\(elements.count) elements do not fill a tensor of shape \(Tensor.name(of: shape))")
    (self.shape, storage) = (shape, elements)
  }

  /// One value throughout.
  public init(repeating value: Double, shape: [Int]) {
    self.shape = shape
    storage = [Double](repeating: value, count: Tensor.count(of: shape))
  }

  /// Zero throughout.
  public static func zeros(_ shape: [Int]) -> Tensor { Tensor(repeating: 0, shape: shape) }

  /// A vector without elements: what stands in for an array that a computation does not need.
  public static let empty = Tensor([])

  /// How many elements there are: the product of the shape, 1 for a scalar.
  @inlinable public var count: Int { storage.count }

  /// How many dimensions there are: 0 for a scalar.
  public var rank: Int { shape.count }

  /// Every element, the last dimension running fastest.
  @inlinable public var elements: [Double] { storage }

  /// The same elements in another shape that holds exactly as many.
  public func reshaped(to shape: [Int]) -> Tensor {
    require(
      Tensor.count(of: shape) == count,
      "a tensor of shape \(Tensor.name(of: self.shape)) does not reshape to " + Tensor.name(of: shape))
    return Tensor(storage, shape: shape)
  }

  /// Lets `body` read the elements where they lie; the pointer is good only during the call.
  @inlinable public func withElements<Result>(_ body: (UnsafeBufferPointer<Double>) -> Result) -> Result {
    storage.withUnsafeBufferPointer(body)
  }

  /// Lets `body` change the elements where they lie; the pointer is good only during the call.
  @inlinable public mutating func withMutableElements<Result>(_ body: (UnsafeMutableBufferPointer<Double>) -> Result)
    -> Result
  { storage.withUnsafeMutableBufferPointer { body($0) } }

  /// A tensor whose elements `fill` writes, every one of them.
  package init(shape: [Int], fill: (UnsafeMutablePointer<Double>) -> Void) {
    let count = Tensor.count(of: shape)
    self.shape = shape
    // An empty array shares its storage with all others: a write to it, even of the same count, is a race.
    guard count > 0 else {
      storage = []
      return
    }
    storage = [Double](unsafeUninitializedCapacity: count) { elements, filled in
      if let first = elements.baseAddress { fill(first) }
      filled = count
    }
  }

  /// How many elements a shape holds.
  package static func count(of shape: [Int]) -> Int {
    require(shape.allSatisfy { $0 >= 0 }, "the shape \(name(of: shape)) has a negative dimension")
    return shape.reduce(1, *)
  }

  /// A shape as messages show it: `3×4`, `5`, or `scalar`.
  package static func name(of shape: [Int]) -> String {
    shape.isEmpty ? "scalar" : shape.map(String.init).joined(separator: "×")
  }
}
