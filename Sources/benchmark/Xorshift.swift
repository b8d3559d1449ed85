/// The random numbers of the peers' programs: Marsaglia's 64-bit xorshift, shifts 13, 7, 17, from 1.
struct Xorshift: Sendable {
  private var state: UInt64 = 1

  /// The next number, at least 0 and less than 1.
  mutating func next() -> Double {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Double(state >> 11) / 9_007_199_254_740_992
  }
}
