import Raster
import Testing

@testable import Typography

@Suite("Lines are measured") struct MeasuringTests {
  private let typesetter: Typesetter

  init() throws { typesetter = try Typesetter() }

  private func advance(_ markup: String) throws -> Double { try typesetter.line(markup, hundred).advance }

  @Test("a pair that is kerned is narrower than its letters", arguments: ["AV", "To", "P,"]) func kerning(pair: String)
    throws
  {
    let apart = try pair.map { try advance(String($0)) }.reduce(0, +)
    #expect(try advance(pair) < apart - 2)
  }

  @Test("nothing becomes something else: no arrow, no multiplication sign, no ligature") func asTyped() throws {
    #expect(try box("->").glyphs.count == 2)
    let x = try box("x").glyphs[0].glyph
    #expect(try box("3x4").glyphs[1].glyph == x)
    #expect(try box("fi").glyphs.count == 2)
    let hyphen = try box("-").glyphs[0].glyph
    #expect(try box("low-rank").glyphs[3].glyph == hyphen)
    #expect(try box("−").glyphs[0].glyph != hyphen)
  }

  @Test("outline, advance and ink grow with the size and nothing else") func scaling() throws {
    let markup = "Adam, $β_1 = \\sqrt{x}$ 值"
    let small = try typesetter.line(markup, TextStyle(size: 10))
    let large = try typesetter.line(markup, TextStyle(size: 40))
    #expect(abs(large.advance - 4 * small.advance) < 1e-9)
    #expect(abs(large.ink.maxX - 4 * small.ink.maxX) < 1e-9)
    #expect(large.outline.elements.count == small.outline.elements.count)
  }

  @Test("ascent and descent are the same for every text of a style") func lineHeight() throws {
    for style in [hundred, TextStyle(size: 34, weight: .bold), TextStyle(size: 20, italic: true)] {
      let metrics = try typesetter.metrics(style)
      for text in ["", "x", "Äg", "$\\sqrt{x^{2}}$", "中文"] {
        let line = try typesetter.line(text, style)
        #expect(line.ascent == metrics.ascent)
        #expect(line.descent == metrics.descent)
      }
      #expect(metrics.xHeight < metrics.capHeight && metrics.capHeight < metrics.ascent)
    }
    // Inter's own numbers: 2728, 680, 2048 of 2816.
    let metrics = try typesetter.metrics(hundred)
    #expect(abs(metrics.ascent - 96.875) < 1e-9)
    #expect(abs(metrics.descent - 24.148) < 1e-3)
    #expect(abs(metrics.capHeight - 72.727) < 1e-3)
  }

  @Test("ink is what the outline covers: an H stands on the baseline and is a capital high") func ink() throws {
    let line = try typesetter.line("H", hundred)
    #expect(abs(line.ink.maxY) < 1e-9)
    #expect(abs(line.ink.minY + 72.727) < 0.01)
    #expect(line.ink.minX > 0 && line.ink.maxX < line.advance)
    #expect(line.ink == line.outline.bounds)
    let low = try typesetter.line("g", hundred)
    #expect(low.ink.maxY > 15 && low.ink.maxY < low.descent)
  }

  @Test("blank text has an advance and no ink", arguments: ["", " ", "   ", "\u{2009}", "\t", "\n"]) func blank(
    text: String
  ) throws {
    let line = try typesetter.line(text, hundred)
    #expect(line.outline.isEmpty)
    #expect(line.ink.isNull)
    #expect(text.isEmpty ? line.advance == 0 : line.advance > 5)
  }

  @Test("bold is wider and italic leans") func styles() throws {
    let bold = try typesetter.line("minimum", TextStyle(size: 100, weight: .bold))
    #expect(try bold.advance > advance("minimum"))
    let upright = try typesetter.line("l", hundred)
    let italic = try typesetter.line("l", TextStyle(size: 100, italic: true))
    #expect(italic.ink.width > upright.ink.width + 5)
  }

  @Test("tabular digits are equally wide, others are not") func tabular() throws {
    let tabular = TextStyle(size: 100, tabular: true)
    let widths = try (0...9).map { try typesetter.line("\($0)", tabular).advance }
    #expect(Set(widths).count == 1)
    #expect(try advance("1") < advance("8"))
  }

  @Test("quadratic and cubic curves are measured where they turn, not at their control points") func tightBounds() {
    var path = Path()
    path.move(to: Point(0, 0))
    path.quad(to: Point(4, 0), control: Point(2, 8))
    #expect(path.tightBounds == Rect(minX: 0, minY: 0, maxX: 4, maxY: 4))
    path = Path.circle(Point(1, 2), radius: 3)
    #expect(path.tightBounds == path.bounds)
    var arch = Path()
    arch.move(to: Point(0, 0))
    arch.cubic(to: Point(4, 0), control1: Point(-2, 4), control2: Point(6, 4))
    #expect(abs(arch.tightBounds.maxY - 3) < 1e-9)
    #expect(arch.tightBounds.minX > -1 && arch.tightBounds.minX < -0.1)
    #expect(abs(arch.tightBounds.center.x - 2) < 1e-9)
  }
}
