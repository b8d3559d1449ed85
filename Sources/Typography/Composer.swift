import Raster

/// Sets pieces of text into boxes. Keeps the fonts, and runs that were set before.
///
/// Not safe for use from several threads at once; the typesetter locks it.
final class Composer {
  /// Text that is shaped as a whole.
  private struct Run: Hashable {
    var text: String
    var style: FaceStyle
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

  init(_ finder: FontFinder) throws { fonts = try FontChain(finder) }

  /// One line of markup; a line break in it counts as a space.
  func line(_ key: Key) throws -> (plain: String, box: Box) {
    if let known = lines[key] { return known }
    let elements = try MarkupParser.parse(key.markup).map { element -> Element in
      if case .character(let character) = element, character.isNewline { return .character(" ") }
      return element
    }
    let line = (PlainText.of(elements), try box(elements[...], key.style))
    if lines.count >= Self.mostEntries { lines.removeAll() }
    lines[key] = line
    return line
  }

  /// The box of characters and formulas in a row.
  func box(_ elements: ArraySlice<Element>, _ style: FaceStyle) throws -> Box {
    var box = Box()
    var text: [Character] = []
    var previous: Character?
    for element in elements {
      switch element {
      case .character(let character):
        if text.isEmpty, previous == Self.formula, character.isIdeograph {
          box.advance += Self.languageGap
        }
        text.append(character)
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
    return box
  }

  /// Stands for a formula among characters.
  private static let formula: Character = "\u{fffc}"
  /// Room between a Chinese character and a Latin letter, where no space was typed, in em.
  private static let languageGap = 0.17

  /// Characters in a row, each from the first font that has it.
  func run(_ text: [Character], _ style: FaceStyle) throws -> Box {
    guard !text.isEmpty else { return Box() }
    let key = Run(text: String(text), style: style)
    if let known = runs[key] { return known }
    let chinese = Self.chinese(text)
    var box = Box()
    var start = 0
    var face = try fonts.face(for: text[0], chinese: chinese[0], style)
    for i in 1...text.count {
      let isLast = i == text.count
      let next = isLast ? -1 : try fonts.face(for: text[i], chinese: chinese[i], style)
      let gap = isLast ? 0 : Self.gap(between: text[i - 1], and: text[i])
      guard next != face || gap > 0 else { continue }
      box.append(try shaped(text[start..<i], face: face, tabular: style.tabular))
      box.advance += gap
      (start, face) = (i, next)
    }
    if runs.count >= Self.mostEntries { runs.removeAll() }
    runs[key] = box
    return box
  }

  private func shaped(_ text: ArraySlice<Character>, face number: Int, tabular: Bool) throws -> Box
  {
    let face = fonts[number]
    let (glyphs, advance) = face.shape(String(text), tabular: tabular)
    var box = Box()
    for shaped in glyphs {
      guard shaped.glyph != 0 else {
        throw TypesettingError.missing(
          text.first { !face.has($0) } ?? text[text.startIndex], in: ["the fonts installed"])
      }
      let origin = Point(shaped.x, shaped.y)
      let ink = face.glyph(shaped.glyph).ink
      if !ink.isNull { box.ink = box.ink.union(ink.offset(by: origin)) }
      box.glyphs.append(
        Box.Placed(face: number, glyph: shaped.glyph, origin: origin, scale: 1))
    }
    box.advance = advance
    return box
  }

  private static func gap(between left: Character, and right: Character) -> Double {
    let meets = left.isIdeograph && right.isLatinBeside || left.isLatinBeside && right.isIdeograph
    return meets ? languageGap : 0
  }

  /// Which characters are Chinese; shared punctuation is when it touches a Chinese character, quotes in pairs.
  private static func chinese(_ text: [Character]) -> [Bool] {
    var chinese = text.map(\.isChinese)
    guard chinese.contains(true) else { return chinese }
    let shared = text.map(\.isSharedPunctuation)
    for i in text.indices where shared[i] && !chinese[i] {
      let before = text.indices[..<i].last { !shared[$0] }
      let after = text.indices[i...].first { !shared[$0] }
      chinese[i] = [before, after].contains { $0.map { text[$0].isChinese } ?? false }
    }
    for (open, close) in [("“", "”"), ("‘", "’")] as [(Character, Character)] {
      var opened: Int?
      for i in text.indices {
        if text[i] == open { opened = i }
        guard text[i] == close, let start = opened else { continue }
        let pair = chinese[start] || chinese[i]
        (chinese[start], chinese[i], opened) = (pair, pair, nil)
      }
    }
    return chinese
  }
}
