import Raster
import Testing

@testable import Typography

@Suite("Text from right to left") struct BidiTests {
  private let composer: Composer

  init() throws { composer = try Composer(.fontconfig) }

  /// The text in the order in which it stands on the line, letters mirrored nowhere.
  private func visual(_ markup: String) throws -> String {
    let elements = try MarkupParser.parse(markup)
    guard let bidi = Bidi(elements) else { return markup }
    return bidi.runs(of: 0..<elements.count).map { places, isRightToLeft in
      let texts = elements[places].map { $0.character.map(String.init) ?? "¤" }
      return (isRightToLeft ? texts.reversed() : texts).joined()
    }.joined()
  }

  @Test(
    "words stand in the order of the bidirectional algorithm",
    arguments: [
      ("abc", "abc"), ("אבג", "גבא"), ("אבג דהו", "והד גבא"), ("abc אבג דהו def", "abc והד גבא def"),
      ("אבג abc דהו", "והד abc גבא"), ("אבג 123 דהו", "והד 123 גבא"), ("abc אבג 123", "abc 123 גבא"),
      ("אבג 1.5, abc", "abc ,1.5 גבא"), ("abc (אבג) def", "abc (גבא) def"), ("אבג (abc)", ")abc( גבא"),
      ("אבג: $x^2$ דהו", "והד ¤ :גבא"), ("abc $x$ אבג", "abc ¤ גבא"), ("٣٤ مع", "عم ٣٤"), ("走 אבג 走", "走 גבא 走"),
    ]) func order(markup: String, expected: String) throws
  { #expect(try visual(markup) == expected) }

  @Test("the first letter of a Hebrew word is its rightmost glyph") func hebrew() throws {
    let (word, first, last) = (try box("שלום"), try box("ש"), try box("ם"))
    #expect(word.glyphs.last?.glyph == first.glyphs.first?.glyph)
    #expect(word.glyphs.first?.glyph == last.glyphs.first?.glyph)
    let xs = word.glyphs.map(\.origin.x)
    #expect(xs == xs.sorted())
  }

  @Test("Arabic letters join: in a word they are other glyphs than alone") func arabic() throws {
    let alone = try "مرحبا".flatMap { try box(String($0)).glyphs.map(\.glyph) }
    let word = try box("مرحبا").glyphs.map(\.glyph)
    #expect(word != alone && word != alone.reversed())
    #expect(try box("لا").glyphs.count == 1, "lam and alef are one glyph")
  }

  @Test("parentheses are mirrored") func mirrored() throws {
    let (line, open, close) = (try box("(אב)"), try box("("), try box(")"))
    #expect(line.glyphs.first?.glyph == open.glyphs.first?.glyph)
    #expect(line.glyphs.last?.glyph == close.glyphs.first?.glyph)
  }

  @Test("Latin words and numbers inside are set as they are outside", arguments: ["Adam", "123", "3.5", "$x^2$"])
  func inside(part: String) throws {
    let (line, alone) = (try box("שלום \(part) עולם"), try box(part))
    let glyphs = line.glyphs.map(\.glyph)
    let wanted = alone.glyphs.map(\.glyph)
    #expect(glyphs.indices.contains { glyphs[$0...].starts(with: wanted) })
  }

  @Test("the text for readers and files keeps the order in which it is read") func plain() throws {
    let text = "שלום Adam 123"
    #expect(try Typesetter().line(text, hundred).plain == text)
  }

  @Test("a paragraph is broken in reading order, each line turned by itself, no wider than asked") func lines() throws {
    let text = "שלום עולם Adam מגיע ל-$x^2$ אחרי 40 צעדים (מהר) ואז הוא עוצר"
    for width in [300.0, 500, 900] {
      let lines = try Typesetter().paragraph(text, hundred, width: width)
      #expect(lines.map(\.plain).joined(separator: " ") == Markup.plain(text))
      for line in lines { #expect(line.advance <= width || !line.plain.contains(" ")) }
    }
    // The second line runs from right to left as its paragraph does, though it begins with Latin.
    let typesetter = try Typesetter()
    let end = try typesetter.line("abcdef אב", hundred)
    let second = try #require(try typesetter.paragraph("שלום abcdef אב", hundred, width: end.advance + 1).last)
    #expect(second.plain == end.plain)
    let (first, own) = (second.outline.tightBounds, end.outline)
    #expect(own != second.outline && first.minX >= -5)
  }

  @Test("texts without such letters have no levels", arguments: ["", "Adam", "值 $x$", "−1.5 é"]) func none(text: String)
    throws
  { #expect(Bidi(try MarkupParser.parse(text)) == nil) }
}
