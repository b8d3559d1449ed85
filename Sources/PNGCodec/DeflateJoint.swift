/// Makes a whole deflate stream one that goes on, so that another can stand right behind it.
///
/// Its last block is made one of the others, and an empty stored block fills it up to whole bytes.
/// Source: RFC 1951, section 3.2.
enum DeflateJoint {
  /// Opens the end of a stream; false if it is broken, and then nothing is promised about it.
  static func open(_ stream: inout [UInt8]) -> Bool {
    stream += repeatElement(0, count: DeflateWalk.padding)
    let last = stream.withUnsafeBytes { bytes in
      var walk = DeflateWalk(bytes)
      return walk.lastBlock()
    }
    guard let last else { return false }
    stream[last.lowerBound >> 3] &= ~(1 << UInt8(last.lowerBound & 7))
    // The three bits that head the empty block are zeros, like those that fill the last byte.
    let count = (last.upperBound + 3 + 7) >> 3
    stream.removeSubrange(count...)
    stream += [0x00, 0x00, 0xFF, 0xFF]
    return true
  }
}
