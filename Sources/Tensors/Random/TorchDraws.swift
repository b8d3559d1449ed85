/// Functions of PyTorch's name that draw from its stream.
extension TorchGenerator {
  /// Numbers drawn evenly from 0 up to, but not including, 1; one argument for each dimension.
  public mutating func rand(_ shape: Int...) -> Tensor { uniform(in: 0...1, shape: shape) }

  /// Numbers drawn from the standard normal distribution; one argument for each dimension.
  public mutating func randn(_ shape: Int...) -> Tensor { normal(mean: 0, deviation: 1, shape: shape) }

  /// The numbers from 0 up to, but not including, `count`, in random order.
  public mutating func randperm(_ count: Int) -> [Int] {
    require(count >= 0 && count < Int(UInt32.max / 20), "a permutation of \(count) numbers")
    var order = Array(0..<count)
    for index in order.indices.dropLast() { order.swapAt(index, index + Int(twister.next()) % (count - index)) }
    return order
  }

  /// Whole numbers drawn from a range that is not empty; from 2²⁸ numbers on, of 64 bits each.
  public mutating func randint(_ range: Range<Int>, count: Int) -> [Int] {
    require(!range.isEmpty, "whole numbers from the empty range \(range)")
    require(count >= 0, "\(count) whole numbers")
    let width = UInt64(bitPattern: Int64(range.upperBound) &- Int64(range.lowerBound))
    return (0..<count).map { _ in
      let bits = width < 1 << 28 ? UInt64(twister.next()) : twister.next64()
      return range.lowerBound &+ Int(truncatingIfNeeded: bits % width)
    }
  }

  /// Ones, each with the probability that stands in its place, zeros otherwise: `torch.bernoulli`.
  ///
  /// Takes as many bits a number as the precision has, unlike `bernoulli_` and dropout.
  public mutating func bernoulli(_ probabilities: Tensor) -> Tensor {
    var mask = probabilities
    let precision = precision
    mask.withMutableElements { elements in
      for index in elements.indices {
        Self.check(probability: elements[index])
        let isOne =
          switch precision {
          case .single: uniformFloat() < Float(elements[index])
          case .double: uniformDouble() < elements[index]
          }
        elements[index] = isOne ? 1 : 0
      }
    }
    return mask
  }
}
