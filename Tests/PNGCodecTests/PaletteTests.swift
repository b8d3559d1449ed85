import Raster
import Testing

@testable import PNGCodec

@Suite("Pages of few colours are palettes") struct PaletteTests {
  @Test("a page of 256 colours keeps each of them and every pixel, whatever the limit") func exact() throws {
    let page = Pages.page(width: 700, height: 500, colors: 256)
    let file = try PNG.encode(page)
    let chunks = Chunks(file)
    #expect(chunks["IHDR"][9] == 3 && chunks["PLTE"].count == 3 * 256 && chunks["tRNS"].isEmpty)
    #expect(try PNG.decode(file).bitmap == page)
    #expect(try PNG.encode(page, metadata: PNGMetadata(), limit: 1) == file)
  }

  @Test("one colour more is none") func oneMore() throws {
    let page = Pages.page(width: 700, height: 500, colors: 257)
    let file = try PNG.encode(page)
    #expect(Chunks(file)["IHDR"][9] == 2)
    #expect(try PNG.decode(file).bitmap == page)
  }

  @Test("colours are numbered as they come up, however many") func numbers() {
    var table = ColorTable()
    var known: [UInt32: Int] = [:]
    var dice = Dice(seed: 3)
    for _ in 0..<50_000 {
      let color = UInt32(truncatingIfNeeded: dice.next() >> 11) & 0x7F0F_03FF
      let number = known[color] ?? known.count
      known[color] = number
      #expect(table.number(color) == number)
    }
    #expect(known.allSatisfy { table.colors[$1] == $0 } && table.colors.count == known.count)
  }

  @Test("runs cover the pixels in their order, and end when told to") func runs() {
    let picture = Kind.fewColors.picture(width: 31, height: 17)
    var next = 0
    let isWhole = ColorRuns(picture).forEach { color, run in
      #expect(run.lowerBound == next && !run.isEmpty)
      next = run.upperBound
      return true
    }
    #expect(isWhole && next == 31 * 17)
    #expect(!ColorRuns(picture).forEach { _, run in run.lowerBound < 5 })
  }

  @Test("the nearest point is the one that a look at all of them finds", arguments: 0..<20 as Range<UInt64>)
  func nearest(seed: UInt64) {
    var dice = Dice(seed: seed)
    // Whole numbers, so that several points are as near.
    func spot() -> SIMD4<Float> { SIMD4(SIMD4((0..<3).map { _ in UInt8(dice.next() >> 9 & 15) } + [0])) }
    let spots = (0..<Int(1 + 15 * seed)).map { _ in spot() }
    let search = NearestSpot(spots)
    for _ in 0..<200 {
      let place = spot()
      let distances = spots.map { (($0 - place) * ($0 - place)).sum() }
      #expect(search.index(to: place) == distances.firstIndex(of: distances.min() ?? 0))
    }
  }

  @Test("gray and clear pixels are noticed wherever they are", arguments: [0, 1, 500, 998, 999]) func traits(place: Int)
  {
    let gray = Bitmap(width: 100, height: 10, fill: .white)
    #expect(PixelTraits(gray).isGray && PixelTraits(gray).isOpaque)
    #expect(PixelTraits(gray).repeats == 999)
    var (tinted, clear) = (gray, gray)
    tinted.pixels[4 * place + 2] = 254
    clear.pixels[4 * place + 3] = 254
    #expect(!PixelTraits(tinted).isGray && PixelTraits(tinted).isOpaque)
    #expect(PixelTraits(clear).isGray && !PixelTraits(clear).isOpaque)
  }
}
