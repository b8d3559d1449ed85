import Testing

@testable import Raster

@Suite struct BlendTests {
  private let square = Path.rect(Rect(x: 0, y: 0, width: 1, height: 1))

  private func pixel(_ background: Color, _ colors: Color...) -> [UInt8] {
    var canvas = Canvas(width: 1, height: 1, background: background)
    for color in colors { canvas.fill(square, with: .solid(color)) }
    return canvas.bitmap.pixels
  }

  @Test("a colour over an opaque one is their mixture, rounded") func opaque() {
    #expect(pixel(.white, Color(hex: 0x000000, alpha: 0.25)) == [191, 191, 191, 255])
    #expect(pixel(.white, Color(hex: 0x204060, alpha: 1)) == [0x20, 0x40, 0x60, 255])
    // 102 of 255: (255·153 + 32·102) / 255 = 165.8, (255·153 + 64·102) / 255 = 178.6.
    #expect(pixel(.white, Color(hex: 0x204060, alpha: 0.4)) == [166, 179, 191, 255])
    #expect(pixel(Color(hex: 0x102030), Color(hex: 0x204060, alpha: 0)) == [16, 32, 48, 255])
  }

  @Test("a colour over itself stays as it is", arguments: 0...16) func same(sixteenths: Int) {
    let alpha = Double(sixteenths) / 16
    let color = Color(hex: 0xC7FF03)
    #expect(pixel(color, color.opacity(alpha)) == [0xC7, 0xFF, 0x03, 255])
  }

  @Test("on a clear canvas a colour keeps its components and its opacity") func clear() {
    #expect(pixel(.clear, Color(hex: 0xFF8040, alpha: 0.5)) == [255, 128, 64, 128])
    #expect(pixel(.clear, Color(hex: 0xFF8040)) == [255, 128, 64, 255])
    #expect(pixel(.clear) == [0, 0, 0, 0])
  }

  @Test("two translucent colours lie over each other by the rule of Porter and Duff") func translucent() {
    // Alpha 128 of each: ½ over ½ is ¾; red counts ½ · ½, blue ½, of ¾.
    let both = pixel(.clear, Color(hex: 0xFF0000, alpha: 0.5), Color(hex: 0x0000FF, alpha: 0.5))
    #expect(both == [85, 0, 170, 192])
    let opaque = pixel(.clear, Color(hex: 0xFF0000, alpha: 0.5), Color(hex: 0x0000FF))
    #expect(opaque == [0, 0, 255, 255])
  }

  @Test("partly covered pixels of a clear canvas have the colour and less opacity") func partly() {
    var canvas = Canvas(width: 2, height: 1, background: .clear)
    let path = Path.rect(Rect(minX: 0.75, minY: 0, maxX: 1.5, maxY: 1))
    canvas.fill(path, with: .hex(0x336699))
    #expect(canvas.bitmap.pixels == [0x33, 0x66, 0x99, 64, 0x33, 0x66, 0x99, 128])
  }

  @Test("painting on a clear canvas and laying it over white is painting on white") func twoWays() {
    let colors = [Color(hex: 0x265AB9, alpha: 0.7), Color(hex: 0xF06C00, alpha: 0.4), Color(hex: 0x11A781)]
    func paint(_ canvas: inout Canvas) {
      for (i, color) in colors.enumerated() {
        let center = Point(14.5 + 6 * Double(i), 15 + 4 * Double(i % 2))
        canvas.fill(.circle(center, radius: 10), with: .solid(color))
      }
    }
    var white = Canvas(width: 40, height: 32, background: .white)
    paint(&white)
    var clear = Canvas(width: 40, height: 32, background: .clear)
    paint(&clear)
    var laid = Canvas(width: 40, height: 32, background: .white)
    laid.draw(clear.bitmap, x: 0, y: 0)
    for (a, b) in zip(white.bitmap.pixels, laid.bitmap.pixels) { #expect(abs(Int(a) - Int(b)) <= 2) }
  }

  @Test("an opaque canvas stays opaque whatever is painted on it") func staysOpaque() {
    var canvas = Canvas(width: 30, height: 30, background: Color(hex: 0x102030))
    canvas.fill(.circle(Point(15, 15), radius: 9.7), with: .solid(Color(hex: 0xFFFFFF, alpha: 0.3)))
    canvas.stroke(.line((2, 3), (27, 29)), Stroke(width: 0.7), with: .hex(0xFF0000))
    canvas.draw(Bitmap(width: 9, height: 9, fill: Color(hex: 0xFF, alpha: 0.1)), x: 3, y: 3)
    #expect(canvas.bitmap.isOpaque)
  }

  @Test("a copy of a canvas is painted on by itself") func values() {
    let first = Canvas(width: 4, height: 4, background: .white)
    var second = first
    second.fill(.rect(Rect(x: 0, y: 0, width: 4, height: 4)), with: .solid(.black))
    #expect(Ink(canvas: first).total == 0)
    #expect(Ink(canvas: second).total == 16)
  }

  @Test("pixels can be changed in place, and may lose their opacity") func inPlace() {
    var canvas = Canvas(width: 2, height: 1, background: .white)
    let count = canvas.withPixels { bytes in
      bytes[3] = 0
      return bytes.count
    }
    #expect(count == 8)
    canvas.fill(square, with: .solid(Color(hex: 0x336699, alpha: 0.5)))
    #expect(canvas.bitmap.pixels == [0x33, 0x66, 0x99, 128, 255, 255, 255, 255])
  }
}
