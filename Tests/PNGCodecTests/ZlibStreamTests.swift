import Raster
import Testing

@testable import PNGCodec

@Suite("Stripes make one zlib stream") struct ZlibStreamTests {
  private func lines(_ bitmap: Bitmap) -> Scanlines { PixelLayout(bitmap).scanlines() }

  private func parts(_ rows: Int, _ count: Int) -> [Range<Int>] {
    (0..<count).map { rows * $0 / count..<rows * ($0 + 1) / count }
  }

  @Test("zlib reads from any number of stripes what stood in the rows", arguments: Kind.allCases, [1, 2, 3, 7, 60])
  func stripes(kind: Kind, count: Int) throws {
    let lines = lines(kind.picture(width: 70, height: 60))
    let stream = try ZlibStream.packed(lines, in: parts(60, count))
    let bytes = lines.bytes(0..<60)
    #expect(Inflated.zlib(stream, count: bytes.count) == bytes)
  }

  @Test("stripes of one colour and stripes of noise stand behind each other") func mixture() throws {
    var bitmap = Kind.manyColors.picture(width: 90, height: 80)
    for i in 0..<(4 * 90 * 40) { bitmap.pixels[i] = 255 }
    let lines = lines(bitmap)
    let bytes = lines.bytes(0..<80)
    for count in [2, 4, 8] {
      let stream = try ZlibStream.packed(lines, in: parts(80, count))
      #expect(Inflated.zlib(stream, count: bytes.count) == bytes)
    }
  }

  @Test(
    "stripes hold every row once, two and two of them where the picture is large",
    arguments: [
      (1, 1, 1), (40, 30, 1), (1_000_000, 1, 1), (1, 1_000_000, 2), (1000, 334, 2), (1920, 1080, 2), (3840, 2160, 8),
    ]) func rows(width: Int, height: Int, count: Int)
  {
    let parts = ZlibStream.parts(Scanlines(width: width, height: height, channels: 3, samples: [], isFiltered: false))
    #expect(parts.count == count)
    #expect(parts.first?.lowerBound == 0 && parts.last?.upperBound == height)
    for (one, next) in zip(parts, parts.dropFirst()) { #expect(one.upperBound == next.lowerBound) }
    #expect(parts.allSatisfy { !$0.isEmpty })
  }

  @Test("a picture of several stripes comes back, with the same bytes every time") func large() throws {
    let page = Pages.page(width: 900, height: 420)
    #expect(ZlibStream.parts(lines(page)).count == 2)
    let file = try PNG.encode(page)
    #expect(try PNG.decode(file).bitmap == page)
    for _ in 0..<5 { #expect(try PNG.encode(page) == file) }
  }

  @Test(
    "one pixel, one row and one column come back",
    arguments: [(1, 1), (5000, 1), (1, 5000), (400_000, 1), (11_000, 40)]) func narrow(width: Int, height: Int) throws
  {
    let page = Pages.page(width: width, height: height)
    #expect(try PNG.decode(PNG.encode(page)).bitmap == page)
  }

  @Test("the pixels stand in chunks of at most 256 KiB") func chunks() throws {
    let picture = Kind.manyColors.picture(width: 400, height: 300)
    let chunks = Chunks(try PNG.encode(picture)).all.filter { $0.name == "IDAT" }
    #expect(chunks.map(\.data.count).max() == 1 << 18 && chunks.count == 2)
    for chunk in chunks { #expect(chunk.storedSum == chunk.realSum) }
  }
}
