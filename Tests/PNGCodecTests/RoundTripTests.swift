import Raster
import Testing

@testable import PNGCodec

@Suite("A PNG gives back what was put in") struct RoundTripTests {
  @Test(
    "every kind of picture at every size comes back the same", arguments: Kind.allCases,
    [(1, 1), (1, 7), (7, 1), (3, 5), (17, 13), (64, 48), (257, 3)]) func pixels(kind: Kind, size: (Int, Int)) throws
  {
    let picture = kind.picture(width: size.0, height: size.1)
    #expect(try PNG.decode(PNG.encode(picture)).bitmap == picture)
  }

  @Test("the colour type follows the content", arguments: Kind.allCases) func colorType(kind: Kind) throws {
    let header = Chunks(try PNG.encode(kind.picture(width: 64, height: 48)))["IHDR"]
    #expect(header[9] == kind.colorType)
    #expect(header[8] == 8, "bits a sample")
    #expect(header[12] == 0, "interlace")
    #expect(header.prefix(8) == [0, 0, 0, 64, 0, 0, 0, 48])
  }

  @Test("exactly 256 colours are a palette and 257 are not", arguments: [(256, 3), (257, 2)]) func paletteLimit(
    colors: Int, type: UInt8
  ) throws {
    let pixels = (0..<1024).flatMap { i -> [UInt8] in
      let color = i % colors
      return [UInt8(color & 255), UInt8(color >> 8), 9, 255]
    }
    let picture = Bitmap(width: 32, height: 32, pixels: pixels)
    let file = try PNG.encode(picture)
    #expect(Chunks(file)["IHDR"][9] == type)
    #expect(try PNG.decode(file).bitmap == picture)
  }

  @Test("a palette lists translucent colours first and tRNS holds only those") func translucentFirst() throws {
    let opaque: [UInt8] = [1, 2, 3, 255]
    let pixels = [opaque, [9, 9, 9, 0], opaque, [4, 5, 6, 128]].flatMap { $0 }
    let picture = Bitmap(width: 64, height: 4, pixels: (0..<64).flatMap { _ in pixels })
    let chunks = Chunks(try PNG.encode(picture))
    #expect(chunks["tRNS"] == [0, 128])
    #expect(chunks["PLTE"] == [9, 9, 9, 4, 5, 6, 1, 2, 3])
  }

  @Test("invisible pixels keep their colour") func invisible() throws {
    let picture = Bitmap(width: 2, height: 1, pixels: [200, 100, 50, 0, 1, 2, 3, 0])
    #expect(try PNG.decode(PNG.encode(picture)).bitmap == picture)
  }

  @Test("a continuous tone is stored as differences and is smaller for it") func continuousTone() throws {
    let pixels = (0..<(200 * 200)).flatMap { i -> [UInt8] in
      let (x, y) = (i % 200, i / 200)
      return [UInt8(x), UInt8(y), UInt8((x + y) / 2), 255]
    }
    let picture = Bitmap(width: 200, height: 200, pixels: pixels)
    #expect(PixelLayout(picture).isContinuous)
    #expect(!PixelLayout(Bitmap(width: 200, height: 200, fill: .white)).isContinuous)
    let file = try PNG.encode(picture)
    #expect(file.count < 10_000)
    #expect(try PNG.decode(file).bitmap == picture)
  }

  @Test("the same picture gives the same bytes", arguments: Kind.allCases) func deterministic(kind: Kind) throws {
    let picture = kind.picture(width: 90, height: 70)
    let metadata = PNGMetadata(pixelsPerInch: 144, title: "t")
    let first = try PNG.encode(picture, metadata: metadata)
    #expect(try PNG.encode(picture, metadata: metadata) == first)
  }

  @Test("gray with alpha, two bits, sixteen bits and interlaced files of others are read") func foreign() throws {
    for (name, file) in foreignFiles {
      let picture = try PNG.decode(file).bitmap
      #expect((picture.width, picture.height) == (2, 2), "\(name)")
      #expect(Array(picture.pixels.prefix(4)) == [0, 0, 0, 255], "\(name)")
      #expect(Array(picture.pixels.suffix(4)) == [255, 255, 255, 255], "\(name)")
    }
  }

  /// Pictures of 2×2 pixels, black at the upper left and white elsewhere, stored uncompressed.
  private var foreignFiles: [(String, [UInt8])] {
    [
      ("gray, 2 bits", file(bits: 2, type: 0, interlace: 0, raw: [0, 0x30, 0, 0xf0])),
      ("gray, 16 bits", file(bits: 16, type: 0, interlace: 0, raw: [0, 0, 0, 255, 255, 0, 255, 255, 255, 255])),
      ("gray with alpha", file(bits: 8, type: 4, interlace: 0, raw: [0, 0, 255, 255, 255, 0, 255, 255, 255, 255])),
      ("interlaced", file(bits: 8, type: 0, interlace: 1, raw: [0, 0, 0, 255, 0, 255, 255])),
    ]
  }

  private func file(bits: UInt8, type: UInt8, interlace: UInt8, raw: [UInt8]) -> [UInt8] {
    var (low, high): (UInt32, UInt32) = (1, 0)
    for byte in raw {
      low = (low + UInt32(byte)) % 65521
      high = (high + low) % 65521
    }
    let count = UInt8(raw.count)
    let zlib = [0x78, 0x01, 1, count, 0, ~count, 0xff] + raw + bytes(of: high << 16 | low)
    let header: [UInt8] = [0, 0, 0, 2, 0, 0, 0, 2, bits, type, 0, 0, interlace]
    return [137, 80, 78, 71, 13, 10, 26, 10] + chunk("IHDR", header) + chunk("IDAT", zlib) + chunk("IEND", [])
  }

  private func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
    let body = Array(name.utf8) + data
    return bytes(of: UInt32(data.count)) + body + bytes(of: Chunks.crc(body))
  }

  private func bytes(of number: UInt32) -> [UInt8] { [24, 16, 8, 0].map { UInt8(number >> $0 & 255) } }
}
