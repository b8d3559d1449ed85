import Raster
import Testing

@testable import PNGCodec

@Suite("Fewer colours") struct ColorReductionTests {
  /// A page of one colour with a smooth slope of many in the middle, and a thin red line.
  private static let slope: Bitmap = {
    var bitmap = Bitmap(width: 300, height: 200, fill: .white)
    for y in 20..<180 {
      for x in 20..<280 {
        let i = 4 * (y * 300 + x)
        let (a, b) = (UInt8(60 + x / 2), UInt8(80 + y / 2))
        (bitmap.pixels[i], bitmap.pixels[i + 1], bitmap.pixels[i + 2]) = (a, b, 200)
      }
    }
    for x in 0..<300 {
      let i = 4 * (100 * 300 + x)
      (bitmap.pixels[i], bitmap.pixels[i + 1], bitmap.pixels[i + 2]) = (255, 0, 0)
    }
    return bitmap
  }()

  private func colors(_ bitmap: Bitmap) -> Int {
    Set(stride(from: 0, to: bitmap.pixels.count, by: 4).map { Array(bitmap.pixels[$0..<($0 + 4)]) }).count
  }

  @Test("256 colours are left, none far from what it was, page and line as they were") func reduced() {
    let (before, after) = (Self.slope, ColorReduction.reduced(Self.slope))
    #expect(colors(before) > 5000 && colors(after) <= 256)
    let most = zip(before.pixels, after.pixels).map { abs(Int($0) - Int($1)) }.max()
    #expect(most ?? 0 > 0 && most ?? 255 <= 12)
    #expect(after[0, 0] == .white && after[0, 100] == Color(red: 1, green: 0, blue: 0))
    #expect(ColorReduction.reduced(before) == after)
  }

  @Test("few colours stay as they are") func few() {
    let plain = Bitmap(width: 3, height: 2, fill: .black)
    #expect(ColorReduction.reduced(plain) == plain)
  }

  @Test("only a file above its limit loses colours") func limits() throws {
    let full = try PNG.encode(Self.slope)
    let metadata = PNGMetadata()
    #expect(try PNG.encode(Self.slope, metadata: metadata, limit: full.count) == full)
    let small = try PNG.encode(Self.slope, metadata: metadata, limit: full.count - 1)
    #expect(small.count < full.count)
    #expect(try PNG.decode(small).bitmap == ColorReduction.reduced(Self.slope))
    #expect(try PNG.decode(full).bitmap == Self.slope)
  }

  @Test("a picture that lets the page through keeps its colours") func clear() throws {
    var bitmap = Self.slope
    bitmap.pixels[3] = 0
    let full = try PNG.encode(bitmap)
    #expect(try PNG.encode(bitmap, metadata: PNGMetadata(), limit: 1) == full)
  }
}
