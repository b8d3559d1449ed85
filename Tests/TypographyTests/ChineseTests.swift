import Raster
import Testing

@testable import Typography

@Suite("Chinese, and Chinese with Latin") struct ChineseTests {
  private let typesetter: Typesetter

  init() throws { typesetter = try Typesetter() }

  private func advance(_ markup: String) throws -> Double { try typesetter.line(markup, hundred).advance }

  @Test("a Chinese character is one em wide and as high as a line") func square() throws {
    let line = try typesetter.line("最小值", hundred)
    #expect(line.advance == 300)
    #expect(line.ink.height > 85 && line.ink.height < 100)
    #expect(-line.ink.minY < line.ascent && line.ink.maxY < line.descent)
  }

  @Test("Latin letters in a Chinese line are those of Inter") func mixed() throws {
    let (latin, mixed) = (try box("Adam"), try box("走Adam走"))
    #expect(mixed.glyphs.dropFirst().dropLast().map(\.glyph) == latin.glyphs.map(\.glyph))
    #expect(Set(mixed.glyphs.map(\.face)).count == 2)
  }

  @Test(
    "between Chinese and Latin there is a sixth of an em where none was typed",
    arguments: [
      ("走", "A", 17.0), ("A", "走", 17), ("第", "3", 17), ("3", "步", 17), ("，", "A", 0), ("A", "，", 0), ("（", "A", 0),
      ("走", "到", 0), ("A", "b", 0), ("走", "。", 0), ("走 ", "A", 0),
    ]) func gaps(left: String, right: String, gap: Double) throws
  {
    let composer = try Composer(.fontconfig)
    func width(_ text: String) throws -> Double {
      let letters = text.map { Letter(character: $0, isWide: $0.isChinese) }
      return try composer.run(letters, FaceStyle()).advance
    }
    let room = try width(left + right) - width(left) - width(right)
    #expect(abs(100 * room - gap) < 1e-9)
    let plain = try typesetter.line(left + right, hundred).plain
    #expect(plain == left + right, "the room is not a character")
  }

  @Test("a formula beside Chinese has the same room") func formula() throws {
    let apart = try advance("值") + advance("$η$")
    #expect(abs(try advance("值$η$") - apart - 17) < 1e-9)
    #expect(abs(try advance("$η$值") - apart - 17) < 1e-9)
    #expect(abs(try advance("值，$η$") - advance("值，值") + 100 - advance("$η$")) < 1e-9)
  }

  @Test(
    "quotes, dashes and ellipses beside Chinese are wide, in Latin text narrow",
    arguments: [
      ("走“到”了", [1, 3]), ("走“Adam”了", [1, 6]), ("“Adam”了", [0, 5]), ("好——好", [1, 2]), ("好……", [1, 2]),
      ("“Adam” — it’s…", []), ("好 “Adam” 好", []), ("Adam’s 值", []),
    ] as [(String, [Int])]) func sharedPunctuation(text: String, wide: [Int]) throws
  {
    let elements = try MarkupParser.parse(text)
    let found = elements.indices.filter { i in
      guard case .character(let character, wide: true) = elements[i] else { return false }
      return character.isSharedPunctuation
    }
    #expect(found == wide)
  }

  @Test("quotes around a formula are a pair") func quotedFormula() throws {
    let elements = try MarkupParser.parse("（“$x$”）值")
    guard case .character("“", let first) = elements[1], case .character("”", let last) = elements[3] else {
      Issue.record("\(elements)")
      return
    }
    #expect(first && last)
  }

  @Test("two wide signs share their empty halves, and so do the ends of a line") func squeezed() throws {
    #expect(try advance("值。”值") == advance("值。值") + 50)
    #expect(try advance("值：“值") == advance("值：值") + 50)
    #expect(try advance("值。") == 150)
    #expect(try advance("（值）") == 200)
    #expect(try typesetter.line("（值", hundred).ink.minX < 20)
  }

  @Test("Chinese has no italic and has a bold") func styles() throws {
    let upright = try typesetter.line("值", hundred)
    #expect(try typesetter.line("值", TextStyle(size: 100, italic: true)).outline == upright.outline)
    let bold = try typesetter.line("值", TextStyle(size: 100, weight: .bold))
    #expect(bold.outline != upright.outline)
  }
}
