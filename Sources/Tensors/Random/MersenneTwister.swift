/// The generator under NumPy's and PyTorch's streams: 32 bits at a time, period 2¹⁹⁹³⁷ − 1.
///
/// Source: M. Matsumoto and T. Nishimura, *Mersenne Twister*, ACM TOMACS 8(1), 1998; seeded as in
/// the authors' revision of 2002.
struct MersenneTwister: Sendable, Hashable {
  private var words: [UInt32]
  private var position: Int

  private static let length = 624
  private static let shift = 397

  /// The stream of a seed.
  init(seed: UInt32) {
    var word = seed
    words = [word]
    words.reserveCapacity(Self.length)
    for index in 1..<Self.length {
      word = 1_812_433_253 &* (word ^ (word >> 30)) &+ UInt32(index)
      words.append(word)
    }
    position = Self.length
  }

  /// The next 32 bits.
  mutating func next() -> UInt32 {
    if position == Self.length { twist() }
    var bits = words[position]
    position += 1
    bits ^= bits >> 11
    bits ^= (bits << 7) & 0x9D2C_5680
    bits ^= (bits << 15) & 0xEFC6_0000
    return bits ^ (bits >> 18)
  }

  /// The next 64 bits: the first draw is the upper half.
  mutating func next64() -> UInt64 {
    let upper = UInt64(next())
    return upper << 32 | UInt64(next())
  }

  /// Replaces all words by the ones that follow them.
  private mutating func twist() {
    let (length, shift) = (Self.length, Self.shift)
    words.withUnsafeMutableBufferPointer { words in
      for index in 0..<length {
        let following = index + 1 < length ? words[index + 1] : words[0]
        let ahead = index + shift < length ? index + shift : index + shift - length
        let joined = (words[index] & 0x8000_0000) | (following & 0x7FFF_FFFF)
        let twisted = joined & 1 == 0 ? 0 : 0x9908_B0DF as UInt32
        words[index] = words[ahead] ^ (joined >> 1) ^ twisted
      }
    }
    position = 0
  }
}
