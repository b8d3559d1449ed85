import Raster

/// A golden star with its name: where a minimum is.
public struct Star: Mark {
  /// Where it is.
  public var at: Point
  /// Its name.
  public var label: Phrase
  /// What is said of it in a second line, as in "step 711".
  public var detail: Phrase?

  /// Whether trails that end here are drawn over it, with their last step.
  public var isUnderTrails = false

  /// From its middle to its tips, in units of a style.
  static let radius = 2.5

  /// A star.
  public init(_ at: Point, label: Phrase, detail: Phrase? = nil) {
    (self.at, self.label, self.detail) = (at, label, detail)
  }

  /// Its place.
  public var covers: [Point] { isUnderTrails ? [] : [at] }

  /// Draws the star when it is in view.
  public func place(in space: Space, on stage: inout Stage) throws {
    let style = space.style
    let p = space(at)
    guard p.isFinite, space.frame.contains(p) else { return }
    draw(p, style, &stage, weight: space.weight)
  }

  /// Draws the star at a pixel, and asks for its name.
  func draw(_ p: Point, _ style: Style, _ stage: inout Stage, weight: Double = 1) {
    let unit = weight * style.unit
    let layer = isUnderTrails ? Stage.Layer.area : .landmark
    let star = Path.star(p, radius: Self.radius * unit)
    stage.stroke(star, Stroke(width: 0.62 * unit), style.theme.background.opacity(0.85), layer: layer, clipped: false)
    stage.stroke(star, Stroke(width: 0.3 * unit, join: .miter), Color(hex: 0x1F2430), layer: layer, clipped: false)
    stage.fill(star, style.theme.star, layer: layer, clipped: false)
    stage.avoid(disc: p, radius: 0.95 * Self.radius * unit)
    stage.label(
      LabelRequest(
        label, detail: detail, bold: true, color: style.theme.ink,
        at: [.init(p, clearance: Self.radius * unit + style.gap)], rank: .landmark))
    stage.record(MarkerRecord(kind: .minimum, label: label[style.language], at: at, color: style.theme.star))
  }
}

/// An open ring with its name: where runs start.
public struct Ring: Mark {
  /// Where it is.
  public var at: Point
  /// Its name.
  public var label: Phrase
  /// Whose start it is, which chooses the colour; nil for one that all share.
  public var identity: Identity?

  /// From its middle to its edge, in units of a style.
  static let radius = 1.35

  /// A ring.
  public init(_ at: Point, label: Phrase, as identity: Identity? = nil) {
    (self.at, self.label, self.identity) = (at, label, identity)
  }

  /// Draws the ring when it is in view.
  public func place(in space: Space, on stage: inout Stage) throws {
    let style = space.style
    let p = space(at)
    guard p.isFinite, space.frame.contains(p) else { return }
    draw(p, style, &stage, weight: space.weight)
  }

  /// Draws the ring at a pixel, and asks for its name.
  func draw(_ p: Point, _ style: Style, _ stage: inout Stage, weight: Double = 1) {
    let unit = weight * style.unit
    let outer = Self.radius * unit
    stage.fill(.circle(p, radius: outer + 0.25 * unit), style.theme.background, layer: .landmark, clipped: false)
    stage.stroke(
      .circle(p, radius: outer - 0.26 * unit), Stroke(width: 0.52 * unit),
      identity.map { style.color($0) } ?? style.theme.ink, layer: .landmark, clipped: false)
    stage.avoid(disc: p, radius: outer)
    stage.label(
      LabelRequest(
        label, bold: true, color: identity.map { style.textColor($0) } ?? style.theme.ink,
        at: [.init(p, clearance: outer + 0.1 * unit + style.gap)], rank: .landmark))
    stage.record(MarkerRecord(kind: .start, label: label[style.language], at: at, color: style.theme.ink))
  }
}
