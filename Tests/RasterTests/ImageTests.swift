import Testing

@testable import Raster

@Suite struct ImageTests {
  /// Red counts columns, green rows.
  private func numbered(_ width: Int, _ height: Int, alpha: UInt8 = 255) -> Bitmap {
    var pixels: [UInt8] = []
    for y in 0..<height { for x in 0..<width { pixels += [UInt8(10 * x), UInt8(10 * y), 7, alpha] } }
    return Bitmap(width: width, height: height, pixels: pixels)
  }

  @Test(
    "a bitmap is laid pixel for pixel, cut at the borders",
    arguments: [(0, 0), (2, 3), (-2, 1), (1, -3), (5, 6), (-4, -4), (9, 9), (-9, 0), (Int.max, 0), (0, Int.min)])
  func placed(x: Int, y: Int) {
    let image = numbered(5, 4)
    var canvas = Canvas(width: 8, height: 7, background: .white)
    canvas.transform = .scale(3, 3)
    canvas.draw(image, x: x, y: y)
    for row in 0..<7 {
      for column in 0..<8 {
        let (u, v) = (Double(column) - Double(x), Double(row) - Double(y))
        let isInside = u >= 0 && u < 5 && v >= 0 && v < 4
        let expected = isInside ? image[Int(u), Int(v)] : Color.white
        #expect(canvas.bitmap[column, row] == expected, "column \(column), row \(row)")
      }
    }
  }

  @Test("a translucent bitmap is mixed with what lies below") func translucent() {
    var canvas = Canvas(width: 2, height: 1, background: .white)
    canvas.draw(Bitmap(width: 1, height: 1, fill: Color(hex: 0, alpha: 0.5)), x: 0, y: 0)
    #expect(canvas.bitmap.pixels == [127, 127, 127, 255, 255, 255, 255, 255])
    canvas.draw(Bitmap(width: 2, height: 1, fill: .clear), x: 0, y: 0)
    #expect(canvas.bitmap.pixels == [127, 127, 127, 255, 255, 255, 255, 255])
  }

  @Test("at its own size a bitmap over a rectangle is the bitmap") func sameSize() {
    let image = numbered(5, 4)
    var scaled = Canvas(width: 8, height: 7, background: .white)
    scaled.draw(image, in: Rect(x: 2, y: 1, width: 5, height: 4))
    var placed = Canvas(width: 8, height: 7, background: .white)
    placed.draw(image, x: 2, y: 1)
    #expect(scaled.bitmap == placed.bitmap)
  }

  @Test("enlarged, colours run evenly between the centres of pixels and stay beyond the outermost") func enlarged() {
    let image = Bitmap(width: 2, height: 1, pixels: [0, 0, 0, 255, 200, 0, 0, 255])
    var canvas = Canvas(width: 8, height: 2, background: .white)
    canvas.draw(image, in: Rect(x: 0, y: 0, width: 8, height: 2))
    // Centres at 2 and 6: between them 200 · (x + ½ − 2) / 4.
    let reds = (0..<8).map { canvas.bitmap.pixels[4 * $0] }
    #expect(reds == [0, 0, 25, 75, 125, 175, 200, 200])
    #expect(canvas.bitmap.pixels[36] == 0 && canvas.bitmap.isOpaque)
  }

  @Test("the border of a bitmap over parts of pixels is smooth") func smoothBorder() {
    let ink = Ink(6, 4) { canvas in
      let image = Bitmap(width: 3, height: 3, fill: .black)
      canvas.draw(image, in: Rect(minX: 1.5, minY: 1, maxX: 4.25, maxY: 3))
    }
    #expect(ink.row(1) == [0, 128, 255, 255, 64, 0])
    #expect(ink.row(3) == [0, 0, 0, 0, 0, 0])
  }

  @Test("clear pixels lend no colour to their neighbours") func clearNeighbours() {
    let image = Bitmap(width: 2, height: 1, pixels: [255, 255, 255, 255, 0, 0, 0, 0])
    var canvas = Canvas(width: 4, height: 1, background: .clear)
    canvas.draw(image, in: Rect(x: 0, y: 0, width: 4, height: 1))
    for x in 0..<4 where canvas.bitmap.pixels[4 * x + 3] > 0 { #expect(canvas.bitmap.pixels[4 * x] == 255) }
    #expect((0..<4).map { canvas.bitmap.pixels[4 * $0 + 3] } == [255, 191, 64, 0])
  }

  @Test(
    "a rectangle that is empty or not finite takes no picture",
    arguments: [
      Rect.null, Rect(x: 1, y: 1, width: 0, height: 3), Rect(minX: .nan, minY: 0, maxX: 4, maxY: 4),
      Rect(minX: -.infinity, minY: 0, maxX: .infinity, maxY: 4),
    ]) func noRectangle(rect: Rect)
  {
    let ink = Ink(4, 4) { $0.draw(Bitmap(width: 2, height: 2, fill: .black), in: rect) }
    #expect(ink.total == 0)
  }

  @Test("a rectangle far larger than the canvas shows the middle of the bitmap") func huge() {
    let ink = Ink(4, 4) { canvas in
      let rect = Rect(minX: -1e9, minY: -1e9, maxX: 1e9, maxY: 1e9)
      canvas.draw(Bitmap(width: 2, height: 2, fill: .black), in: rect)
    }
    #expect(ink.total == 16)
  }
}
