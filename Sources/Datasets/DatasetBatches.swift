import Tensors

/// Rows to train on, a few at a time.
extension Dataset {
  /// The rows in their order, so many at a time; the last batch may be smaller.
  public func batches(of size: Int) -> [[Int]] { Self.split(Array(0..<count), into: size) }

  /// The rows in random order, so many at a time: PyTorch's `randperm(count).split(size)`.
  public func batches(of size: Int, using stream: inout some RandomStream) -> [[Int]] {
    Self.split(stream.permutation(count), into: size)
  }

  private static func split(_ rows: [Int], into size: Int) -> [[Int]] {
    require(size >= 1, "batches of \(size) rows")
    return stride(from: 0, to: rows.count, by: size).map { start in Array(rows[start..<min(start + size, rows.count)]) }
  }
}

extension Tensor {
  /// Becomes the rows of another tensor, in the memory that it has if they are as many.
  mutating func take(_ rows: [Int], from other: Tensor) {
    let shape = [rows.count] + other.shape.dropFirst()
    if self.shape != shape { self = .zeros(shape) }
    let size = other.shape.dropFirst().reduce(1, *)
    guard size > 0 else { return }
    withMutableElements { target in
      other.withElements { source in
        for (index, row) in rows.enumerated() {
          let place = target.baseAddress! + index * size
          place.update(from: source.baseAddress! + row * size, count: size)
        }
      }
    }
  }
}
