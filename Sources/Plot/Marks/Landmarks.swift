import Raster

/// A golden star with its name: where a minimum is.
public struct Star: Mark {
  /// Where it is.
  public var at: Point
  /// Its name.
  public var label: Phrase

  /// A star.
  public init(_ at: Point, label: Phrase) { (self.at, self.label) = (at, label) }

  /// Draws the star when it is in view.
  public func place(in space: Space, on stage: inout Stage) throws {
    let style = space.style
    let p = space(at)
    guard p.isFinite, space.frame.contains(p) else { return }
    draw(p, style, &stage)
  }

  /// Draws the star at a pixel, and asks for its name.
  func draw(_ p: Point, _ style: Style, _ stage: inout Stage) {
    let star = Path.star(p, radius: 2.2 * style.unit)
    stage.stroke(
      star, Stroke(width: 0.62 * style.unit), style.theme.background.opacity(0.85),
      layer: .landmark,
      clipped: false)
    stage.stroke(
      star, Stroke(width: 0.3 * style.unit, join: .miter), Color(hex: 0x1F2430), layer: .landmark,
      clipped: false)
    stage.fill(star, style.theme.star, layer: .landmark, clipped: false)
    stage.avoid(disc: p, radius: 2.1 * style.unit)
    stage.label(
      LabelRequest(
        label, bold: true, color: style.theme.ink,
        at: [.init(p, clearance: 2.2 * style.unit + style.gap)],
        rank: .landmark))
    stage.record(
      MarkerRecord(
        kind: .minimum, label: label[style.language], at: at, color: style.theme.star))
  }
}

/// An open ring with its name: where runs start.
public struct Ring: Mark {
  /// Where it is.
  public var at: Point
  /// Its name.
  public var label: Phrase

  /// A ring.
  public init(_ at: Point, label: Phrase) { (self.at, self.label) = (at, label) }

  /// Draws the ring when it is in view.
  public func place(in space: Space, on stage: inout Stage) throws {
    let style = space.style
    let p = space(at)
    guard p.isFinite, space.frame.contains(p) else { return }
    draw(p, style, &stage)
  }

  /// Draws the ring at a pixel, and asks for its name.
  func draw(_ p: Point, _ style: Style, _ stage: inout Stage) {
    let outer = 1.15 * style.unit
    stage.fill(
      .circle(p, radius: outer + 0.25 * style.unit), style.theme.background, layer: .landmark,
      clipped: false)
    stage.stroke(
      .circle(p, radius: outer - 0.22 * style.unit), Stroke(width: 0.44 * style.unit),
      style.theme.ink, layer: .landmark, clipped: false)
    stage.avoid(disc: p, radius: outer)
    stage.label(
      LabelRequest(
        label, bold: true, color: style.theme.ink,
        at: [.init(p, clearance: 1.25 * style.unit + style.gap)],
        rank: .landmark))
    stage.record(
      MarkerRecord(kind: .start, label: label[style.language], at: at, color: style.theme.ink))
  }
}
