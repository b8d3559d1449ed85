/// A tensor seen along one of its dimensions: what is outside of it, the dimension, what is inside.
package struct AxisLoop {
  /// Elements outside: the product of the dimensions before.
  package let outer: Int
  /// Length of the dimension.
  package let length: Int
  /// Elements inside, and so the distance of neighbours along the dimension.
  package let inner: Int

  /// The dimension `axis` of a shape; negative counts from the last.
  package init(_ shape: [Int], axis: Int, for operation: StaticString) {
    let place = Self.place(axis, in: shape, for: operation)
    outer = shape[..<place].reduce(1, *)
    length = shape[place]
    inner = shape[(place + 1)...].reduce(1, *)
  }

  /// A dimension counted from the first, from one that may be counted from the last.
  package static func place(_ axis: Int, in shape: [Int], for operation: StaticString) -> Int {
    let place = axis < 0 ? axis + shape.count : axis
    require(shape.indices.contains(place), "\(operation): shape \(Tensor.name(of: shape)) has no dimension \(axis)")
    return place
  }
}
