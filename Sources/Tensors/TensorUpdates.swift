/// Passes that change a tensor in place, element by element, beside others of the same shape.
///
/// One pass reads and writes every array once and makes no temporary: the closure gets one element
/// of each, those to be changed as `inout`.
extension Tensor {
  /// Changes every element beside the gradient's.
  @inlinable public mutating func update(
    with gradient: Tensor, _ change: (_ element: inout Double, _ gradient: Double) -> Void
  ) {
    checkShape(of: gradient, as: "gradient")
    let count = storage.count
    storage.withUnsafeMutableBufferPointer { p in
      gradient.storage.withUnsafeBufferPointer { g in for i in 0..<count { change(&p[i], g[i]) } }
    }
  }

  /// Changes every element, and those of one array of state, beside the gradient's.
  @inlinable public mutating func update(
    with gradient: Tensor, _ first: inout Tensor,
    _ change: (_ element: inout Double, _ gradient: Double, _ first: inout Double) -> Void
  ) {
    checkShape(of: gradient, as: "gradient")
    checkShape(of: first, as: "first state")
    let count = storage.count
    storage.withUnsafeMutableBufferPointer { p in
      gradient.storage.withUnsafeBufferPointer { g in
        first.storage.withUnsafeMutableBufferPointer { a in for i in 0..<count { change(&p[i], g[i], &a[i]) } }
      }
    }
  }

  /// Changes every element, and those of two arrays of state, beside the gradient's.
  @inlinable public mutating func update(
    with gradient: Tensor, _ first: inout Tensor, _ second: inout Tensor,
    _ change: (_ element: inout Double, _ gradient: Double, _ first: inout Double, _ second: inout Double) -> Void
  ) {
    checkShape(of: gradient, as: "gradient")
    checkShape(of: first, as: "first state")
    checkShape(of: second, as: "second state")
    let count = storage.count
    storage.withUnsafeMutableBufferPointer { p in
      gradient.storage.withUnsafeBufferPointer { g in
        first.storage.withUnsafeMutableBufferPointer { a in
          second.storage.withUnsafeMutableBufferPointer { b in for i in 0..<count { change(&p[i], g[i], &a[i], &b[i]) }
          }
        }
      }
    }
  }

  /// Changes every element, and those of three arrays of state, beside the gradient's.
  @inlinable public mutating func update(
    with gradient: Tensor, _ first: inout Tensor, _ second: inout Tensor, _ third: inout Tensor,
    _ change: (
      _ element: inout Double, _ gradient: Double, _ first: inout Double, _ second: inout Double, _ third: inout Double
    ) -> Void
  ) {
    checkShape(of: gradient, as: "gradient")
    checkShape(of: first, as: "first state")
    checkShape(of: second, as: "second state")
    checkShape(of: third, as: "third state")
    let count = storage.count
    storage.withUnsafeMutableBufferPointer { p in
      gradient.storage.withUnsafeBufferPointer { g in
        first.storage.withUnsafeMutableBufferPointer { a in
          second.storage.withUnsafeMutableBufferPointer { b in
            third.storage.withUnsafeMutableBufferPointer { c in
              for i in 0..<count { change(&p[i], g[i], &a[i], &b[i], &c[i]) }
            }
          }
        }
      }
    }
  }

  @usableFromInline func checkShape(of other: Tensor, as role: StaticString) {
    require(
      other.shape == shape,
      "update: a parameter of shape \(Tensor.name(of: shape)) with a \(role) of shape " + Tensor.name(of: other.shape))
  }
}
