/// A stream of random numbers that depends on a seed and the number of a case alone (SplitMix64).
struct FuzzRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64, case number: Int) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(number) &* 0xD1B5_4A32_D192_ED03
    _ = next()
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }

  /// Whether something of a probability happens.
  mutating func happens(_ probability: Double) -> Bool { Double.random(in: 0..<1, using: &self) < probability }

  /// One of some things.
  mutating func one<Element>(of things: [Element]) -> Element { things[Int.random(in: 0..<things.count, using: &self)] }

  /// So many things, from a number of them that is drawn too.
  mutating func several<Element>(_ count: ClosedRange<Int>, _ make: (inout FuzzRandom) -> Element) -> [Element] {
    (0..<Int.random(in: count, using: &self)).map { _ in make(&self) }
  }
}
