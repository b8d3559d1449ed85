import Tensors

/// A bound on gradients before a step.
public enum Clipping: Sendable, Hashable {
  /// All gradients scaled together so that their common norm is at most this.
  case norm(Double)
  /// Every element kept within ± this.
  case value(Double)

  /// Bounds gradients, in place.
  ///
  /// The norm is scaled as PyTorch does, by bound/(norm + 10⁻⁶). The direction stays with `.norm` only.
  public func apply(to gradients: inout [Tensor]) {
    switch self {
    case .norm(let bound):
      let norm = Self.norm(of: gradients)
      guard norm > bound else { return }
      let scale = bound / (norm + 1e-6)
      for index in gradients.indices { Self.change(&gradients[index]) { $0 * scale } }
    case .value(let bound):
      for index in gradients.indices {
        Self.change(&gradients[index]) { $0 > bound ? bound : $0 < -bound ? -bound : $0 }
      }
    }
  }

  /// The common norm of several tensors: as if all elements were one vector.
  public static func norm(of tensors: [Tensor]) -> Double {
    tensors.reduce(0) { sum, tensor in
      let norm = tensor.norm()
      return sum + norm * norm
    }.squareRoot()
  }

  private static func change(_ tensor: inout Tensor, _ change: (Double) -> Double) {
    tensor.withMutableElements { elements in for index in elements.indices { elements[index] = change(elements[index]) }
    }
  }
}
