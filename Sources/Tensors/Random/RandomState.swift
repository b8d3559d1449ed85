/// NumPy's legacy random stream, bit for bit: what `np.random.seed(0)` starts.
///
/// `var random = RandomState(seed: 0)` and then `random.rand(30)`, `random.randn(30)`, … give the
/// numbers of `numpy.random.RandomState(0)`, whose stream NumPy has frozen (NEP 19). Normal numbers
/// come in pairs (G. Marsaglia's polar method); the second of a pair waits for the next call.
public struct RandomState: Sendable, Hashable {
  var twister: MersenneTwister
  private var waiting: Double?

  /// The stream of a seed.
  public init(seed: UInt32) { twister = MersenneTwister(seed: seed) }

  /// A number drawn evenly from 0 up to, but not including, 1, in steps of 2⁻⁵³.
  public mutating func rand() -> Double {
    let upper = Double(twister.next() >> 5)
    let lower = Double(twister.next() >> 6)
    return (upper * 0x1p26 + lower) / 0x1p53
  }

  /// Numbers drawn evenly from 0 up to, but not including, 1; one argument for each dimension.
  public mutating func rand(_ shape: Int...) -> Tensor { Tensor(filling: shape) { rand() } }

  /// A number drawn from the standard normal distribution.
  public mutating func randn() -> Double {
    if let value = waiting {
      waiting = nil
      return value
    }
    while true {
      let x = 2 * rand() - 1
      let y = 2 * rand() - 1
      let square = x * x + y * y
      guard square < 1, square != 0 else { continue }
      let scale = (-2 * log(square) / square).squareRoot()
      waiting = scale * x
      return scale * y
    }
  }

  /// Numbers drawn from the standard normal distribution; one argument for each dimension.
  public mutating func randn(_ shape: Int...) -> Tensor { Tensor(filling: shape) { randn() } }
}

extension RandomState: RandomStream {
  /// The next 64 bits.
  public mutating func next() -> UInt64 { twister.next64() }

  /// Numbers drawn evenly from a range: NumPy's `uniform`.
  public mutating func uniform(in range: ClosedRange<Double>, shape: [Int]) -> Tensor {
    Self.check(range)
    let (lower, width) = (range.lowerBound, range.upperBound - range.lowerBound)
    return Tensor(filling: shape) { lower + width * rand() }
  }

  /// Normal numbers: NumPy's `normal`.
  public mutating func normal(mean: Double, deviation: Double, shape: [Int]) -> Tensor {
    Self.check(mean: mean, deviation: deviation)
    return Tensor(filling: shape) { mean + deviation * randn() }
  }

  /// The numbers below `count` in random order: NumPy's `permutation`.
  public mutating func permutation(_ count: Int) -> [Int] {
    require(count >= 0, "a permutation of \(count) numbers")
    var order = Array(0..<count)
    shuffle(&order)
    return order
  }

  /// Ones with the probability given: NumPy's `rand(…) < probability`.
  public mutating func bernoulli(_ probability: Double, shape: [Int]) -> Tensor {
    Self.check(probability: probability)
    return Tensor(filling: shape) { rand() < probability ? 1 : 0 }
  }
}
