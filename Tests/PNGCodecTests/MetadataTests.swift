import Raster
import Testing

@testable import PNGCodec

@Suite("What a PNG says about its picture") struct MetadataTests {
  private let full = PNGMetadata(
    pixelsPerInch: 144, title: "弯曲的山谷：Adam 走到了最小值", description: "A valley, ‖∇f‖ ≤ 10⁻³ 🙂",
    caption: "A valley. 500 steps.", software: "plumbline 1.0", comment: "lesson rosenbrock --opt adam --title 'naïve'")
  private let picture = Kind.fewColors.picture(width: 40, height: 30)

  @Test("all texts and the resolution come back, in Chinese too") func roundTrip() throws {
    let file = try PNG.encode(picture, metadata: full)
    #expect(try PNG.decode(file).metadata == full)
    #expect(try PNG.metadata(of: file) == full)
  }

  @Test("nothing in, nothing out") func empty() throws {
    let file = try PNG.encode(picture)
    #expect(try PNG.decode(file).metadata == PNGMetadata())
    #expect(Chunks(file).names == ["IHDR", "gAMA", "sRGB", "PLTE", "IDAT", "IEND"])
  }

  @Test("texts of any length come back, an empty one too", arguments: [0, 1, 9999]) func lengths(count: Int) throws {
    let text = String(repeating: "长文 long ", count: count)
    let file = try PNG.encode(picture, metadata: PNGMetadata(description: text))
    #expect(try PNG.decode(file).metadata.description == text)
  }

  @Test("the beginning of a file is enough to learn its texts") func prefix() throws {
    let file = try PNG.encode(Kind.manyColors.picture(width: 200, height: 200), metadata: full)
    #expect(file.count > 100_000)
    #expect(try PNG.metadata(of: Array(file.prefix(1000))) == full)
  }

  @Test("chunks stand in the specification's order, with right check sums, and no date among them") func order() throws
  {
    let file = try PNG.encode(picture, metadata: full)
    let chunks = Chunks(file)
    #expect(file.prefix(8) == [137, 80, 78, 71, 13, 10, 26, 10])
    #expect(
      chunks.names == ["IHDR", "gAMA", "sRGB", "PLTE", "pHYs", "iTXt", "iTXt", "iTXt", "iTXt", "iTXt", "IDAT", "IEND"])
    for chunk in chunks.all { #expect(chunk.storedSum == chunk.realSum, "\(chunk.name)") }
    #expect(chunks["sRGB"] == [0])
    #expect(Chunks.number(chunks["gAMA"], 0) == 45455)
    let keywords = chunks.all.filter { $0.name == "iTXt" }.map { chunk in
      String(decoding: chunk.data.prefix { $0 != 0 }, as: UTF8.self)
    }
    #expect(keywords == ["Title", "Description", "Caption", "Software", "Comment"])
  }

  @Test(
    "resolution is stored in whole pixels per metre",
    arguments: [(72.0, 2835), (96, 3780), (144, 5669), (160, 6299), (200, 7874), (600, 23622)]) func resolution(
      pixelsPerInch: Double, pixelsPerMetre: UInt32
    ) throws
  {
    let file = try PNG.encode(picture, metadata: PNGMetadata(pixelsPerInch: pixelsPerInch))
    let stored = Chunks(file)["pHYs"]
    #expect(Chunks.number(stored, 0) == pixelsPerMetre)
    #expect(Chunks.number(stored, 4) == pixelsPerMetre)
    #expect(stored[8] == 1, "the unit is the metre")
    #expect(try PNG.decode(file).metadata.pixelsPerInch == pixelsPerInch)
  }

  @Test("a resolution that is no number is an error", arguments: [0, -1, .nan, .infinity, 1e12]) func badResolution(
    pixelsPerInch: Double
  ) { #expect(throws: PNGError.self) { try PNG.encode(picture, metadata: PNGMetadata(pixelsPerInch: pixelsPerInch)) } }

  @Test("a text with a zero byte is an error that names it") func zeroByte() {
    #expect(throws: PNGError("the Comment of a PNG cannot hold a zero byte")) {
      try PNG.encode(picture, metadata: PNGMetadata(comment: "a\u{0}b"))
    }
  }
}
