/// A random stream that tensors are drawn from.
///
/// What takes one as `using: inout some RandomStream` draws the very numbers of NumPy or PyTorch when
/// it is handed a `RandomState` or a `TorchGenerator`.
public protocol RandomStream: RandomNumberGenerator, Sendable {
  /// Numbers drawn evenly from a range; the upper bound itself comes up only by rounding.
  mutating func uniform(in range: ClosedRange<Double>, shape: [Int]) -> Tensor

  /// Numbers drawn from the normal distribution of a mean and a standard deviation.
  mutating func normal(mean: Double, deviation: Double, shape: [Int]) -> Tensor

  /// The numbers from 0 up to, but not including, `count`, in random order.
  mutating func permutation(_ count: Int) -> [Int]

  /// Ones with the probability given, zeros otherwise: what a dropout mask is made of.
  mutating func bernoulli(_ probability: Double, shape: [Int]) -> Tensor
}

extension RandomStream {
  /// Numbers drawn from the standard normal distribution.
  public mutating func normal(shape: [Int]) -> Tensor { normal(mean: 0, deviation: 1, shape: shape) }

  /// Stops where a range's bounds, or the distance between them, are not finite.
  static func check(_ range: ClosedRange<Double>) {
    require((range.upperBound - range.lowerBound).isFinite, "numbers drawn evenly from \(range)")
  }

  /// Stops where a mean or a deviation is not finite, or the deviation is below 0.
  static func check(mean: Double, deviation: Double) {
    require(
      mean.isFinite && deviation.isFinite && deviation >= 0,
      "normal numbers of mean \(mean) and standard deviation \(deviation)")
  }

  /// Stops where a number is no probability.
  static func check(probability: Double) {
    require(probability >= 0 && probability <= 1, "a probability of \(probability)")
  }
}
