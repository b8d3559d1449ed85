import CDeflate

/// The Adler-32 sum of bytes, and of what follows them.
///
/// Source: RFC 1950, section 8.
struct CheckSum: Sendable {
  private static let base = 65521

  private(set) var value: UInt32
  private var count: Int

  /// The sum of some bytes.
  init(_ bytes: [UInt8] = []) {
    value = bytes.withUnsafeBytes { libdeflate_adler32(1, $0.baseAddress, $0.count) }
    count = bytes.count
  }

  /// Makes this the sum of its own bytes with those of another behind them.
  ///
  /// The low half is one more than the total of the bytes; the high half is the total of what the
  /// low half was after each byte, to which the bytes in front add their low half every time.
  mutating func append(_ next: CheckSum) {
    let (low, high) = (Int(value & 0xFFFF) - 1, Int(value >> 16))
    let newLow = (low + Int(next.value & 0xFFFF)) % Self.base
    let newHigh = (high + Int(next.value >> 16) + next.count % Self.base * low) % Self.base
    (value, count) = (UInt32((newLow + Self.base) % Self.base), count + next.count)
    value |= UInt32((newHigh + Self.base) % Self.base) << 16
  }
}
