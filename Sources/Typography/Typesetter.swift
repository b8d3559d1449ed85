import Raster

/// Turns text with inline math into outlines, in Inter, DejaVu Sans and Noto Sans CJK SC.
///
/// Markup: `$…$` is a formula. In it `^` and `_` raise and lower a character or a group in braces,
/// one Latin letter is a slanted variable and several are an upright word, `-` is a minus sign,
/// spaces are set by what the signs mean, and names such as `\alpha`, `\le`, `\sqrt{…}`,
/// `\mathbb{R}`, `\hat{m}`, `\text{…}` and `\,` are known. Outside of formulas everything is as
/// typed; `\$` is a dollar sign, `\\` a backslash.
///
/// One typesetter may be used from several threads. Errors are `TypesettingError`: malformed
/// markup, a character that no font has, Chinese without a Chinese font.
public final class Typesetter: Sendable {
  /// What a user should know about the fonts found, such as a fallback that was taken.
  public let notes: [Message]

  private let composer: Guarded<Composer>

  /// Looks the fonts up where they are installed. Without Inter, DejaVu Sans is taken, with a note; without
  /// both it throws.
  ///
  /// - Parameter family: A family that comes before them, in every language; it must be installed, with a bold face.
  public convenience init(family: String? = nil) throws { try self.init(.installed, family: family) }

  /// Looks the fonts up with a given finder.
  init(_ finder: FontFinder, family: String? = nil) throws {
    let composer = try Composer(finder, family: family)
    notes = composer.fonts.notes
    self.composer = Guarded(composer)
  }

  /// Text as markup that sets it as it is, dollar signs and backslashes included.
  public static func literal(_ text: String) -> String {
    text.reduce(into: "") { markup, character in
      if character == "$" || character == "\\" { markup.append("\\") }
      markup.append(character)
    }
  }

  /// Lines of the face that texts of a style are aligned by.
  public func metrics(_ style: TextStyle) throws -> TextMetrics {
    let em = try composer.withLock { try $0.fonts.metrics(style.face) }
    return TextMetrics(
      ascent: em.ascent * style.size, descent: em.descent * style.size, capHeight: em.capHeight * style.size,
      xHeight: em.xHeight * style.size)
  }

  /// Sets one line. A line break in it counts as a space.
  public func line(_ markup: String, _ style: TextStyle) throws -> TextLine {
    try composer.withLock { composer in
      let (plain, box) = try composer.line(Composer.Key(markup: markup, style: style.face))
      return try composer.textLine(plain, box, style)
    }
  }

  /// Sets text in lines no wider than `width` pixels; a word or formula that is wider gets a line
  /// of its own.
  ///
  /// Breaks at spaces, between Chinese characters, and at line breaks; never in a formula. No line
  /// begins with a closing sign or ends with an opening one. Empty text gives one empty line.
  public func paragraph(_ markup: String, _ style: TextStyle, width: Double) throws -> [TextLine] {
    try composer.withLock { composer in
      let key = Composer.Key(markup: markup, style: style.face)
      return try composer.paragraph(key, width: width / style.size).map { plain, box in
        try composer.textLine(plain, box, style)
      }
    }
  }
}

extension Composer {
  /// A box at its size in pixels.
  fileprivate func textLine(_ plain: String, _ box: Box, _ style: TextStyle) throws -> TextLine {
    require(style.size > 0 && style.size.isFinite, "text of \(style.size) pixels per em")
    var outline = Path()
    for placed in box.glyphs {
      let scale = placed.scale * style.size
      let map = Transform(
        a: scale, b: 0, c: 0, d: scale, tx: placed.origin.x * style.size, ty: placed.origin.y * style.size)
      outline.append(fonts[placed.face].glyph(placed.glyph).outline.transformed(by: map))
    }
    let map = Transform.scale(style.size, style.size)
    for shape in box.shapes { outline.append(shape.transformed(by: map)) }
    var ink = Rect.null
    if !box.ink.isNull {
      ink.extend(to: map(Point(box.ink.minX, box.ink.minY)))
      ink.extend(to: map(Point(box.ink.maxX, box.ink.maxY)))
    }
    let metrics = try fonts.metrics(style.face)
    return TextLine(
      plain: plain, outline: outline, advance: box.advance * style.size, ascent: metrics.ascent * style.size,
      descent: metrics.descent * style.size, ink: ink)
  }
}
