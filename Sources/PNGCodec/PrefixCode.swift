/// A prefix code of deflate, as a table from the next bits of a stream to the symbol they begin with.
///
/// Source: RFC 1951, section 3.2.2.
struct PrefixCode {
  /// Bits of the longest codeword.
  private let longest: Int
  /// Symbols, each above the five bits of how many bits it takes; 0 where no codeword begins so.
  private var entries: [UInt16]

  /// The code with given lengths of codewords, 0 for a symbol that has none, and the bits that
  /// follow the codeword of each symbol. Nil if there are more codewords than bits can tell apart.
  init?(lengths: ArraySlice<UInt8>, extraBits: (Int) -> Int) {
    longest = Int(lengths.max() ?? 0)
    entries = [UInt16](repeating: 0, count: 1 << longest)
    var next = 0
    for length in 1..<max(longest + 1, 1) {
      next <<= 1
      for (symbol, own) in lengths.enumerated() where Int(own) == length {
        guard next < 1 << length else { return nil }
        var place = Self.reversed(next, length)
        while place < entries.count {
          entries[place] = UInt16(symbol << 5 | (length + extraBits(symbol)))
          place += 1 << length
        }
        next += 1
      }
    }
  }

  /// The symbol that a stream goes on with, and how many bits it takes with those that follow its
  /// codeword; no bits if the stream is broken.
  func symbol(_ stream: UInt64) -> (symbol: Int, bits: Int) {
    let entry = Int(entries[Int(truncatingIfNeeded: stream) & (entries.count - 1)])
    return (entry >> 5, entry & 31)
  }

  private static func reversed(_ code: Int, _ length: Int) -> Int {
    var (code, turned) = (code, 0)
    for _ in 0..<length {
      turned = turned << 1 | code & 1
      code >>= 1
    }
    return turned
  }
}
