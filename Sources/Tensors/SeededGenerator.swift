/// A small, fast random stream that a seed determines: the same numbers on every machine.
///
/// Source: G. L. Steele, D. Lea and C. H. Flood, *Fast Splittable Pseudorandom Number Generators*,
/// OOPSLA 2014 (SplitMix64). Every seed gives a good stream; the period is 2⁶⁴. Not for secrets.
public struct SeededGenerator: RandomNumberGenerator, Sendable, Hashable {
  private var state: UInt64

  /// The stream of a seed.
  public init(seed: UInt64) { state = seed }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}

extension RandomNumberGenerator {
  /// A number drawn evenly from 0 up to, but not including, 1, in steps of 2⁻⁵³.
  ///
  /// Spelled out here, so that a seed's numbers do not hang on the standard library's version.
  public mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A number drawn evenly from a range.
  public mutating func uniform(in range: ClosedRange<Double>) -> Double {
    range.lowerBound + (range.upperBound - range.lowerBound) * uniform()
  }
}
