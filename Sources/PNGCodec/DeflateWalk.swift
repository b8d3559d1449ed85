/// A walk over the blocks of a deflate stream that reads how long everything is, not what it says.
///
/// Source: RFC 1951, section 3.2.
struct DeflateWalk {
  /// Zero bytes that have to stand behind the stream, so that words can be read up to its end.
  static let padding = 8

  private let bytes: UnsafeRawBufferPointer
  /// The next bit.
  private var at = 0

  /// A walk over a stream with its padding.
  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// Bits of the stream.
  private var count: Int { 8 * (bytes.count - Self.padding) }

  /// The bits at which the last block begins and ends; nil if the stream is broken.
  mutating func lastBlock() -> Range<Int>? {
    while at + 3 <= count {
      let start = at
      let head = take(3)
      guard skipBlock(kind: head >> 1), at <= count else { return nil }
      if head & 1 == 1 { return start..<at }
    }
    return nil
  }

  private mutating func skipBlock(kind: Int) -> Bool {
    switch kind {
    case 0: skipStored()
    case 1: skipSymbols(Self.fixed, distances: Self.fixedDistances)
    case 2: skipDynamic()
    default: false
    }
  }

  /// At least 57 bits of the stream from the next one on.
  private var ahead: UInt64 {
    let word = bytes.loadUnaligned(fromByteOffset: at >> 3, as: UInt64.self)
    return UInt64(littleEndian: word) >> UInt64(at & 7)
  }

  private mutating func take(_ bits: Int) -> Int {
    defer { at += bits }
    return Int(ahead & (1 << UInt64(bits) - 1))
  }

  private mutating func skipStored() -> Bool {
    at = (at + 7) & ~7
    guard at + 32 <= count else { return false }
    at += 8 * (take(32) & 0xFFFF)
    return true
  }

  private mutating func skipDynamic() -> Bool {
    guard at + 14 <= count else { return false }
    let (literals, distances, orders) = (257 + take(5), 1 + take(5), 4 + take(4))
    guard at + 3 * orders <= count else { return false }
    var own = [UInt8](repeating: 0, count: 19)
    for symbol in Self.order.prefix(orders) { own[symbol] = UInt8(take(3)) }
    guard let code = PrefixCode(lengths: own[...], extraBits: Self.repeatBits),
      let lengths = lengths(literals + distances, in: code),
      let first = PrefixCode(lengths: lengths[..<literals], extraBits: Self.lengthBits),
      let second = PrefixCode(lengths: lengths[literals...], extraBits: Self.distanceBits)
    else { return false }
    return skipSymbols(first, distances: second)
  }

  /// The lengths of the codewords of a block, themselves in a code.
  private mutating func lengths(_ wanted: Int, in code: PrefixCode) -> [UInt8]? {
    var lengths: [UInt8] = []
    while lengths.count < wanted {
      let word = ahead
      let (symbol, bits) = code.symbol(word)
      guard bits > 0, at + bits <= count else { return nil }
      at += bits
      switch symbol {
      case 16:
        guard let last = lengths.last else { return nil }
        lengths += repeatElement(last, count: 3 + Int(word >> UInt64(bits - 2) & 3))
      case 17: lengths += repeatElement(0, count: 3 + Int(word >> UInt64(bits - 3) & 7))
      case 18: lengths += repeatElement(0, count: 11 + Int(word >> UInt64(bits - 7) & 127))
      default: lengths.append(UInt8(symbol))
      }
    }
    return lengths.count == wanted ? lengths : nil
  }

  /// Literals, and lengths with their distances, up to the end of the block.
  private mutating func skipSymbols(_ code: PrefixCode?, distances: PrefixCode?) -> Bool {
    guard let code, let distances else { return false }
    while at < count {
      let word = ahead
      let (symbol, bits) = code.symbol(word)
      guard bits > 0 else { return false }
      at += bits
      if symbol == 256 { return true }
      if symbol > 256 {
        let more = distances.symbol(word >> UInt64(bits)).bits
        guard more > 0 else { return false }
        at += more
      }
    }
    return false
  }

  /// The order in which the lengths of the code for lengths are written.
  private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

  private static func repeatBits(_ symbol: Int) -> Int { symbol < 16 ? 0 : [2, 3, 7][symbol - 16] }

  private static func lengthBits(_ symbol: Int) -> Int { symbol < 265 || symbol >= 285 ? 0 : (symbol - 261) / 4 }

  private static func distanceBits(_ symbol: Int) -> Int { symbol < 4 ? 0 : symbol / 2 - 1 }

  private static let fixed: PrefixCode? = {
    let lengths = (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 as UInt8 }
    return PrefixCode(lengths: lengths[...], extraBits: lengthBits)
  }()

  private static let fixedDistances = PrefixCode(
    lengths: [UInt8](repeating: 5, count: 30)[...], extraBits: distanceBits)
}
