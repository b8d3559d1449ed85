/// PyTorch's CPU random stream: what `torch.manual_seed(42)` starts.
///
/// `var torch = TorchGenerator(seed: 42)` and then `torch.randn(100, 1)`, … give PyTorch's numbers:
/// uniform and whole ones bit for bit, normal ones of single precision to 1e-6 (PyTorch approximates
/// logarithm and cosine there), of double precision to the last bits of the system's `log` and `cos`.
/// Uniform numbers of a range are rounded once, as in PyTorch's builds for processors with AVX2.
public struct TorchGenerator: Sendable, Hashable {
  /// The type whose numbers are drawn; tensors hold them exactly, as `Double`.
  public enum Precision: Sendable, Hashable {
    /// `torch.float32`: 24 random bits a number.
    case single
    /// `torch.float64`: 53 random bits a number.
    case double
  }

  /// The type whose numbers are drawn from now on: `torch.set_default_dtype`.
  public var precision: Precision

  var twister: MersenneTwister
  /// The second of a pair of normal numbers, drawn and not yet given out.
  var waiting: Double?

  /// The stream of a seed, of which the lower 32 bits count.
  public init(seed: UInt64, precision: Precision = .single) {
    twister = MersenneTwister(seed: UInt32(truncatingIfNeeded: seed))
    self.precision = precision
  }

  /// A number from 0 up to, but not including, 1, in steps of 2⁻⁵³.
  mutating func uniformDouble() -> Double { Double(twister.next64() & (1 << 53 - 1)) * 0x1p-53 }

  /// A number from 0 up to, but not including, 1, in steps of 2⁻²⁴.
  mutating func uniformFloat() -> Float { Float(twister.next() & (1 << 24 - 1)) * 0x1p-24 }
}

extension TorchGenerator: RandomStream {
  /// The next 64 bits.
  public mutating func next() -> UInt64 { twister.next64() }

  /// Numbers drawn evenly from a range: PyTorch's `uniform_`.
  public mutating func uniform(in range: ClosedRange<Double>, shape: [Int]) -> Tensor {
    Self.check(range)
    switch precision {
    case .single:
      let (lower, upper) = (Float(range.lowerBound), Float(range.upperBound))
      return Tensor(filling: shape) { Double(lower.addingProduct(uniformFloat(), upper - lower)) }
    case .double:
      let (lower, width) = (range.lowerBound, range.upperBound - range.lowerBound)
      return Tensor(filling: shape) { lower.addingProduct(uniformDouble(), width) }
    }
  }

  /// The numbers below `count` in random order: PyTorch's `randperm`.
  public mutating func permutation(_ count: Int) -> [Int] { randperm(count) }

  /// Ones with the probability given: PyTorch's `bernoulli_`, and so the mask of its dropout.
  ///
  /// A mask takes 53 bits a number, in either precision, as in PyTorch 2.13. Older builds with MKL drew
  /// masks from a generator of MKL's that they seeded from this stream (see PyTorch's issue 132395).
  public mutating func bernoulli(_ probability: Double, shape: [Int]) -> Tensor {
    Self.check(probability: probability)
    return Tensor(filling: shape) { uniformDouble() < probability ? 1 : 0 }
  }
}
