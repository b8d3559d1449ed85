extension SeededGenerator: RandomStream {
  /// Numbers drawn evenly from a range, one step of the stream for each.
  public mutating func uniform(in range: ClosedRange<Double>, shape: [Int]) -> Tensor {
    Self.check(range)
    return Tensor(filling: shape) { uniform(in: range) }
  }

  /// Normal numbers, two steps of the stream for each (G. Box and M. Muller, 1958).
  public mutating func normal(mean: Double, deviation: Double, shape: [Int]) -> Tensor {
    Self.check(mean: mean, deviation: deviation)
    return Tensor(filling: shape) {
      let radius = (-2 * log1p(-uniform())).squareRoot()
      return mean + deviation * radius * cos(2 * .pi * uniform())
    }
  }

  /// The numbers below `count` in random order (R. Durstenfeld, 1964).
  public mutating func permutation(_ count: Int) -> [Int] {
    var order = Array(0..<count)
    for last in stride(from: count - 1, to: 0, by: -1) { order.swapAt(last, Int(uniform() * Double(last + 1))) }
    return order
  }

  /// Ones with the probability given, one step of the stream for each.
  public mutating func bernoulli(_ probability: Double, shape: [Int]) -> Tensor {
    Self.check(probability: probability)
    return Tensor(filling: shape) { uniform() < probability ? 1 : 0 }
  }
}
