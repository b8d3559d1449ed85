/// Normal numbers of PyTorch's stream, all by G. Box and M. Muller's transform.
///
/// Fewer than 16 come one by one, of double precision, every second one from the pair before. From
/// 16 on the tensor is filled with uniform numbers first, and transformed in blocks of 16: eight radii,
/// then eight angles. What is left over at the end makes the last 16 anew, overlapping the block before.
extension TorchGenerator {
  /// Numbers drawn from a normal distribution: PyTorch's `normal_`.
  public mutating func normal(mean: Double, deviation: Double, shape: [Int]) -> Tensor {
    Self.check(mean: mean, deviation: deviation)
    var tensor = Tensor(repeating: 0, shape: shape)
    if tensor.count < Self.blockLength {
      let isSingle = precision == .single
      tensor.withMutableElements { elements in
        for index in elements.indices {
          let value = nextNormal().scaled(by: deviation, around: mean)
          elements[index] = isSingle ? Double(Float(value)) : value
        }
      }
    } else {
      switch precision {
      case .single: fillSingle(&tensor, mean: Float(mean), deviation: Float(deviation))
      case .double: fillDouble(&tensor, mean: mean, deviation: deviation)
      }
    }
    return tensor
  }

  private static let blockLength = 16

  /// One standard normal number.
  private mutating func nextNormal() -> Double {
    if let value = waiting {
      waiting = nil
      return value
    }
    let angle = 2 * Double.pi * uniformDouble()
    let radius = (-2 * log1p(-uniformDouble())).squareRoot()
    waiting = radius * sin(angle)
    return radius * cos(angle)
  }

  private mutating func fillDouble(_ tensor: inout Tensor, mean: Double, deviation: Double) {
    fill(&tensor, draw: { $0.uniformDouble() }) { (first: inout Double, second: inout Double) in
      let radius = (-2 * log(1 - first)).squareRoot()
      let angle = 2 * Double.pi * second
      first = (radius * cos(angle)).scaled(by: deviation, around: mean)
      second = (radius * sin(angle)).scaled(by: deviation, around: mean)
    }
  }

  /// In single precision where PyTorch rounds for sure, in double where it approximates.
  private mutating func fillSingle(_ tensor: inout Tensor, mean: Float, deviation: Float) {
    // `Float.pi` is rounded towards zero, PyTorch's to the nearest.
    let turn = Float(2 * Double.pi)
    fill(&tensor, draw: { Double($0.uniformFloat()) }) { (first: inout Double, second: inout Double) in
      let radius = Float((-2 * log(1 - first)).squareRoot())
      let angle = Double(turn * Float(second))
      let (x, y) = (radius * Float(cos(angle)), radius * Float(sin(angle)))
      first = Double(mean.addingProduct(x, deviation))
      second = Double(mean.addingProduct(y, deviation))
    }
  }

  /// Uniform numbers throughout, then blocks of pairs that lie eight apart.
  private mutating func fill(
    _ tensor: inout Tensor, draw: (inout Self) -> Double, transform: (inout Double, inout Double) -> Void
  ) {
    tensor.withMutableElements { elements in
      let (count, block) = (elements.count, Self.blockLength)
      for index in 0..<count { elements[index] = draw(&self) }
      for start in stride(from: 0, through: count - block, by: block) {
        for index in start..<start + block / 2 { transform(&elements[index], &elements[index + block / 2]) }
      }
      guard count % block != 0 else { return }
      for index in count - block..<count { elements[index] = draw(&self) }
      for index in count - block..<count - block / 2 { transform(&elements[index], &elements[index + block / 2]) }
    }
  }
}

extension Double {
  /// A standard normal number as one of another mean and deviation.
  fileprivate func scaled(by deviation: Double, around mean: Double) -> Double { self * deviation + mean }
}
