import Raster
import Testing

@testable import PNGCodec

@Suite("Broken and hostile files are errors") struct HostileTests {
  private func file(_ seed: UInt64) throws -> [UInt8] {
    let kinds = Kind.allCases
    let picture = kinds[Int(seed) % kinds.count].picture(width: 23, height: 11, seed: seed)
    return try PNG.encode(picture, metadata: PNGMetadata(pixelsPerInch: 144, title: "标题", comment: "lesson x"))
  }

  /// Reads; an error is fine, a picture has to fit together, and anything else ends the test run.
  private func survives(_ bytes: [UInt8]) {
    _ = try? PNG.metadata(of: bytes)
    guard let picture = try? PNG.decode(bytes).bitmap else { return }
    #expect(picture.pixels.count == 4 * picture.width * picture.height)
  }

  @Test("a file cut anywhere is an error", arguments: 0..<5 as Range<UInt64>) func truncated(seed: UInt64) throws {
    let whole = try file(seed)
    for count in stride(from: 0, to: whole.count, by: 3) {
      #expect(throws: PNGError.self) { try PNG.decode(Array(whole.prefix(count))) }
    }
  }

  @Test("flipped bytes give an error or a picture, with 300 seeds") func flipped() throws {
    let files = try (0..<5).map(file)
    for seed in 0..<300 as Range<UInt64> {
      var dice = Dice(seed: seed + 7)
      var bytes = files[Int(seed % 5)]
      for _ in 0..<Int.random(in: 1...6, using: &dice) {
        let at = Int.random(in: 0..<bytes.count, using: &dice)
        bytes[at] = UInt8.random(in: 0...255, using: &dice)
      }
      survives(bytes)
    }
  }

  @Test("flipped bytes behind right check sums give an error or a picture, with 300 seeds") func flippedAndSigned()
    throws
  {
    let files = try (0..<5).map { Chunks(try file($0)).all }
    for seed in 0..<300 as Range<UInt64> {
      var dice = Dice(seed: seed + 99)
      let chunks = files[Int(seed % 5)]
      let victim = Int.random(in: 0..<chunks.count, using: &dice)
      var bytes: [UInt8] = [137, 80, 78, 71, 13, 10, 26, 10]
      for (i, chunk) in chunks.enumerated() {
        var body = chunk.bytes
        if i == victim && body.count > 4 {
          for _ in 0..<3 {
            let at = Int.random(in: 4..<body.count, using: &dice)
            body[at] = UInt8.random(in: 0...255, using: &dice)
          }
        }
        bytes += number(UInt32(body.count - 4)) + body + number(Chunks.crc(body))
      }
      survives(bytes)
    }
  }

  @Test("random bytes after the signature are an error", arguments: 0..<40 as Range<UInt64>) func random(seed: UInt64) {
    var dice = Dice(seed: seed)
    let noise = (0..<300).map { _ in UInt8.random(in: 0...255, using: &dice) }
    #expect(throws: PNGError.self) { try PNG.decode(noise) }
    #expect(throws: PNGError.self) { try PNG.decode([137, 80, 78, 71, 13, 10, 26, 10] + noise) }
  }

  @Test("no bytes and other formats are told apart from PNGs") func notPNG() {
    for bytes in [[], [137], Array("GIF89a......".utf8), [UInt8](repeating: 0, count: 5000)] {
      #expect(throws: PNGError("it does not begin like a PNG")) { try PNG.decode(bytes) }
    }
  }

  @Test(
    "a small file that claims a huge picture is refused before memory is taken",
    arguments: [
      (0x7fff_ffff, 0x7fff_ffff, "Invalid IHDR data"), (0, 5, "Invalid IHDR data"),
      (60_000, 60_000, "the picture has too many pixels"), (8000, 8000, "the file is too short for its pixels"),
      (1 << 26, 1, "the file is too short for its pixels"),
    ] as [(UInt32, UInt32, String)]) func huge(width: UInt32, height: UInt32, message: String) throws
  {
    let header = number(width) + number(height) + [8, 2, 0, 0, 0]
    let chunks = Chunks(try file(0)).all
    var bytes: [UInt8] = [137, 80, 78, 71, 13, 10, 26, 10]
    for chunk in chunks {
      let body = chunk.name == "IHDR" ? Array("IHDR".utf8) + header : chunk.bytes
      bytes += number(UInt32(body.count - 4)) + body + number(Chunks.crc(body))
    }
    #expect(throws: PNGError(message)) { try PNG.decode(bytes) }
  }

  @Test("a chunk that claims to be longer than the file is refused before memory is taken") func longChunk() throws {
    var bytes = try file(0)
    let keyword = try #require(bytes.indices.first { Array(bytes[$0...].prefix(4)) == Array("iTXt".utf8) })
    bytes.replaceSubrange((keyword - 4)..<keyword, with: number(0x7000_0000))
    #expect(throws: PNGError("the file ends too early")) { try PNG.decode(bytes) }
    #expect(throws: PNGError("the file ends too early")) { try PNG.metadata(of: bytes) }
  }

  private func number(_ value: UInt32) -> [UInt8] { [24, 16, 8, 0].map { UInt8(value >> $0 & 255) } }
}
