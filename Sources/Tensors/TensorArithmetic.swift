/// Arithmetic element by element; shapes that differ are broadcast as in NumPy.
extension Tensor {
  /// The sum, element by element.
  public static func + (a: Tensor, b: Tensor) -> Tensor { a.combined(with: b, "add") { $0 + $1 } }

  /// The difference, element by element.
  public static func - (a: Tensor, b: Tensor) -> Tensor { a.combined(with: b, "subtract") { $0 - $1 } }

  /// The product, element by element; `matmul` multiplies matrices.
  public static func * (a: Tensor, b: Tensor) -> Tensor { a.combined(with: b, "multiply") { $0 * $1 } }

  /// The quotient, element by element.
  public static func / (a: Tensor, b: Tensor) -> Tensor { a.combined(with: b, "divide") { $0 / $1 } }

  /// The sum of every element and a number.
  public static func + (a: Tensor, b: Double) -> Tensor { a.map { $0 + b } }

  /// Every element less a number.
  public static func - (a: Tensor, b: Double) -> Tensor { a.map { $0 - b } }

  /// A number less every element.
  public static func - (a: Double, b: Tensor) -> Tensor { b.map { a - $0 } }

  /// Every element times a number.
  public static func * (a: Tensor, b: Double) -> Tensor { a.map { $0 * b } }

  /// A number times every element.
  public static func * (a: Double, b: Tensor) -> Tensor { b.map { a * $0 } }

  /// Every element divided by a number.
  public static func / (a: Tensor, b: Double) -> Tensor { a.map { $0 / b } }

  /// Every element with its sign changed.
  public static prefix func - (a: Tensor) -> Tensor { a.map { -$0 } }

  /// A tensor of the same shape, each element made from the one here.
  @inlinable public func map(_ change: (Double) -> Double) -> Tensor { Tensor(storage.map(change), shape: shape) }

  /// A tensor made from pairs of elements, the shapes broadcast.
  @inline(__always) private func combined(
    with other: Tensor, _ name: StaticString, _ combine: (Double, Double) -> Double
  ) -> Tensor {
    let plan = Broadcast(shape, other.shape, for: name)
    let run = plan.run
    return Tensor(shape: plan.shape) { result in
      withElements { a in
        other.withElements { b in
          plan.forEachRun { start, first, second in
            for i in 0..<run.count {
              result[start + i] = combine(a[first + i * run.firstStep], b[second + i * run.secondStep])
            }
          }
        }
      }
    }
  }
}
