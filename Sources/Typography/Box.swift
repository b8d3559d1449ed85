import Raster

/// Text that has been set, in em around a baseline that starts at (0, 0), y down; independent of
/// any size in pixels.
struct Box: Sendable {
  /// A glyph in place.
  struct Placed: Sendable {
    /// Number of the face in its chain.
    var face: Int
    var glyph: UInt32
    var origin: Point
    /// Size against the text around it: 0.7 in a superscript.
    var scale: Double
  }

  var glyphs: [Placed] = []
  /// What is drawn beside glyphs: radical signs.
  var shapes: [Path] = []
  var advance = 0.0
  var ink = Rect.null

  /// How far slanted ink leans over the end.
  var overhang: Double { ink.isNull ? 0 : max(0, ink.maxX - advance) }

  /// Adds another box with its origin moved and its size changed. The advance stays.
  mutating func place(_ other: Box, at origin: Point, scale: Double = 1) {
    for glyph in other.glyphs {
      var moved = glyph
      moved.origin = origin + glyph.origin * scale
      moved.scale = glyph.scale * scale
      glyphs.append(moved)
    }
    let map = Transform(a: scale, b: 0, c: 0, d: scale, tx: origin.x, ty: origin.y)
    shapes += other.shapes.map { $0.transformed(by: map) }
    guard !other.ink.isNull else { return }
    ink.extend(to: map(Point(other.ink.minX, other.ink.minY)))
    ink.extend(to: map(Point(other.ink.maxX, other.ink.maxY)))
  }

  /// Adds another box after this one.
  mutating func append(_ other: Box) {
    place(other, at: Point(advance, 0))
    advance += other.advance
  }
}
