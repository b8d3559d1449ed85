import Raster

/// One set line of text: outlines around a baseline that starts at (0, 0), y down.
public struct TextLine: Sendable {
  /// The text as a reader would type it, without markup.
  public let plain: String
  /// The glyphs, filled with the non-zero rule.
  public let outline: Path
  /// Where the next text would start.
  public let advance: Double
  /// Height of the line above the baseline, the same for every text of a style.
  public let ascent: Double
  /// Depth of the line below the baseline, positive.
  public let descent: Double
  /// What the glyphs really cover; null for blank text.
  public let ink: Rect

  /// A line from its parts.
  public init(plain: String, outline: Path, advance: Double, ascent: Double, descent: Double, ink: Rect) {
    (self.plain, self.outline, self.advance) = (plain, outline, advance)
    (self.ascent, self.descent, self.ink) = (ascent, descent, ink)
  }
}
