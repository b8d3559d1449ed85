import Raster

/// Sets pieces of text into boxes. Keeps the fonts, and runs that were set before.
///
/// Not safe for use from several threads at once; the typesetter locks it.
final class Composer {
  /// Text that is shaped as a whole.
  private struct Run: Hashable {
    var text: String
    /// Which characters are wide; empty if none is.
    var wide: [Bool]
    var style: FaceStyle
    var isRightToLeft: Bool

    init(_ letters: [Letter], _ style: FaceStyle, isRightToLeft: Bool) {
      self.isRightToLeft = isRightToLeft
      text = String(letters.map(\.character))
      wide = letters.contains(where: \.isWide) ? letters.map(\.isWide) : []
      self.style = style
    }
  }

  /// A text that was set.
  struct Key: Hashable {
    var markup: String
    var style: FaceStyle
  }

  /// Entries after which a cache starts anew: more than the texts of any figure.
  private static let mostEntries = 1000

  let fonts: FontChain
  private var runs: [Run: Box] = [:]
  private var lines: [Key: (plain: String, box: Box)] = [:]

  init(_ finder: FontFinder, family: String? = nil) throws { fonts = try FontChain(finder, family: family) }

  /// One line of markup; a line break in it counts as a space.
  func line(_ key: Key) throws -> (plain: String, box: Box) {
    if let known = lines[key] { return known }
    let elements = try MarkupParser.parse(key.markup).map { element in
      element.character?.isNewline == true ? .character(" ", wide: false) : element
    }
    let line = (PlainText.of(elements), try box(elements[...], key.style))
    if lines.count >= Self.mostEntries { lines.removeAll() }
    lines[key] = line
    return line
  }

  /// The box of characters and formulas in a line; the empty halves of wide signs at its ends are
  /// cut off.
  func box(_ elements: ArraySlice<Element>, _ style: FaceStyle) throws -> Box {
    guard let bidi = Bidi(elements) else { return try straightBox(elements, style) }
    return try box(Array(elements), 0..<elements.count, bidi, style)
  }

  /// The box of elements that run from left to right.
  func straightBox(_ elements: ArraySlice<Element>, _ style: FaceStyle) throws -> Box {
    var box = Box()
    if Self.isWide(elements.first, \.isWideOpening) { box.advance = -Self.blankHalf }
    var text: [Letter] = []
    var previous: Character?
    for element in elements {
      switch element {
      case .character(let character, let wide):
        if text.isEmpty, previous == Self.formula { box.advance += Self.room(after: box, before: character) }
        text.append(Letter(character: character, isWide: wide))
        previous = character
      case .math(let nodes):
        box.append(try run(text, style))
        text = []
        if let previous, previous.isIdeograph { box.advance += Self.languageGap }
        box.append(try formula(nodes, style))
        previous = Self.formula
      }
    }
    box.append(try run(text, style))
    if Self.isWide(elements.last, \.isWideClosing) { box.advance -= Self.blankHalf }
    return box
  }

  /// The empty half of a wide sign's square, in em.
  private static let blankHalf = 0.5

  private static func isWide(_ element: Element?, _ kind: (Character) -> Bool) -> Bool {
    if case .character(let character, wide: true) = element { kind(character) } else { false }
  }

  /// Room between a formula and a character: the top of a slanted letter keeps clear of it.
  private static func room(after formula: Box, before character: Character) -> Double {
    if character.isIdeograph { return languageGap }
    return character.isWhitespace ? 0 : formula.overhang
  }

  /// Stands for a formula among characters.
  private static let formula: Character = "\u{fffc}"
  /// Room between a Chinese character and a Latin letter, where no space was typed, in em.
  private static let languageGap = 0.17

  /// Characters in a row, each from the first font that has it; in the order in which they are read.
  func run(_ text: [Letter], _ style: FaceStyle, isRightToLeft: Bool = false) throws -> Box {
    guard !text.isEmpty else { return Box() }
    let key = Run(text, style, isRightToLeft: isRightToLeft)
    if let known = runs[key] { return known }
    var (box, boxes) = (Box(), [Box]())
    var start = 0
    var face = try fonts.face(for: text[0], style)
    for i in 1...text.count {
      let isLast = i == text.count
      let next = isLast ? -1 : try fonts.face(for: text[i], style)
      let gap = isLast ? 0 : Self.gap(between: text[i - 1], and: text[i])
      guard next != face || gap != 0 else { continue }
      var part = try shaped(text[start..<i], face: face, tabular: style.tabular, isRightToLeft: isRightToLeft)
      if !isRightToLeft { part.advance += gap }
      boxes.append(part)
      (start, face) = (i, next)
    }
    for part in isRightToLeft ? boxes.reversed() : boxes { box.append(part) }
    if runs.count >= Self.mostEntries { runs.removeAll() }
    runs[key] = box
    return box
  }

  private func shaped(_ letters: ArraySlice<Letter>, face number: Int, tabular: Bool, isRightToLeft: Bool) throws -> Box
  {
    let face = fonts[number]
    let text = letters.map(\.character)
    let (glyphs, advance) = face.shape(String(text), tabular: tabular, isRightToLeft: isRightToLeft)
    var box = Box()
    for shaped in glyphs {
      guard shaped.glyph != 0 else {
        throw TypesettingError.missing(text.first { !face.has($0) } ?? text[0], in: ["the fonts installed"])
      }
      let origin = Point(shaped.x, shaped.y)
      let ink = face.glyph(shaped.glyph).ink
      if !ink.isNull { box.ink = box.ink.union(ink.offset(by: origin)) }
      box.glyphs.append(Box.Placed(face: number, glyph: shaped.glyph, origin: origin, scale: 1))
    }
    box.advance = advance
    return box
  }

  /// Room between two letters: beside Chinese before Latin, and less where two wide signs leave
  /// half a square empty.
  private static func gap(between left: Letter, and right: Letter) -> Double {
    let (a, b) = (left.character, right.character)
    if a.isIdeograph && b.isLatinBeside || a.isLatinBeside && b.isIdeograph { return languageGap }
    let squeezes = a.isWideClosing && (b.isWideOpening || b.isWideClosing) || a.isWideOpening && b.isWideOpening
    return squeezes && left.isWide && right.isWide ? -blankHalf : 0
  }
}
