import LessonKit

/// The star of a minimum once more, over the mark at the end of a trail that arrived there.
struct RaisedStar: Mark {
  /// Where it is.
  let at: Point

  /// Draws the star over all markers; its name is the star's below.
  func place(in space: Space, on stage: inout Stage) throws {
    let style = space.style
    let p = space(at)
    guard p.isFinite, space.frame.contains(p) else { return }
    let star = Path.star(p, radius: 1.5 * style.unit)
    stage.stroke(
      star, Stroke(width: 0.3 * style.unit, join: .miter), Color(hex: 0x1F2430), layer: .marker,
      clipped: false)
    stage.fill(star, style.theme.star, layer: .marker, clipped: false)
  }
}
