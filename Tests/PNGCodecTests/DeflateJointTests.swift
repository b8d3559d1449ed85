import CDeflate
import Testing

@testable import PNGCodec

@Suite("A deflate stream is opened for another behind it") struct DeflateJointTests {
  /// Texts that come in stored blocks, in blocks of the fixed code, and in those of codes of their own.
  private static let texts: [[UInt8]] = {
    var dice = Dice(seed: 5)
    let noise = (0..<200_000).map { _ in UInt8(dice.next() >> 8 & 255) }
    let words = (0..<80_000).flatMap { _ in [[1, 2, 3, 4], [9, 9], [7]][Int(dice.next() >> 9 % 3)] }
    return [
      [], [65], Array("to and fro and to and fro".utf8), noise, words.map { UInt8($0) },
      [UInt8](repeating: 255, count: 300_000), noise.map { $0 & 7 } + noise.prefix(70_000),
    ]
  }()

  private func packed(_ text: [UInt8], effort: Int32) throws -> [UInt8] {
    let compressor = try #require(libdeflate_alloc_compressor(effort))
    defer { libdeflate_free_compressor(compressor) }
    var bytes = [UInt8](repeating: 0, count: libdeflate_deflate_compress_bound(compressor, text.count))
    let count = libdeflate_deflate_compress(compressor, text, text.count, &bytes, bytes.count)
    return Array(bytes.prefix(count))
  }

  @Test("zlib reads both texts, whatever blocks they come in", arguments: [1, 6, 7, 12] as [Int32]) func joined(
    effort: Int32
  ) throws {
    for (i, first) in Self.texts.enumerated() {
      var stream = try packed(first, effort: effort)
      #expect(DeflateJoint.open(&stream), "text \(i)")
      let second = Self.texts[(i + 2) % Self.texts.count]
      stream += try packed(second, effort: effort)
      let both = first + second
      #expect(Inflated.deflate(stream, count: both.count) == both, "text \(i)")
    }
  }

  @Test("a stream cut anywhere is refused") func truncated() throws {
    let whole = try packed(Array(Self.texts[4].prefix(3000)), effort: 7)
    for count in 0..<whole.count {
      var stream = Array(whole.prefix(count))
      #expect(!DeflateJoint.open(&stream))
    }
  }

  @Test("random bytes are refused or opened, with 2000 seeds") func random() {
    for seed in 0..<2000 as Range<UInt64> {
      var dice = Dice(seed: seed)
      var stream = (0..<200).map { _ in UInt8(dice.next() >> 8 & 255) }
      // The kinds of blocks in turn.
      stream[0] = stream[0] & 0xF8 | UInt8(seed % 8)
      _ = DeflateJoint.open(&stream)
    }
  }

  @Test("the check sum of two texts is that of one behind the other") func checkSums() {
    for first in Self.texts {
      for second in Self.texts {
        var sum = CheckSum(first)
        sum.append(CheckSum(second))
        #expect(sum.value == CheckSum(first + second).value)
      }
    }
    var parts = CheckSum()
    let bytes = Self.texts[3]
    for start in stride(from: 0, to: bytes.count, by: 777) {
      parts.append(CheckSum(Array(bytes[start..<min(start + 777, bytes.count)])))
    }
    #expect(parts.value == CheckSum(bytes).value)
  }
}
