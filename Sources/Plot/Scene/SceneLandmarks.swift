import Raster

extension Star: SceneMark {
  /// Draws the star on the surface, hollow where that hides it.
  func place(in scene: SceneSpace, on stage: inout Stage) throws {
    let style = scene.style
    guard let foothold = scene.onSurface(at) else { return }
    guard foothold.isHidden else { return draw(foothold.pixel, style, &stage) }
    stage.record(MarkerRecord(kind: .minimum, label: label[style.language], at: at, color: style.theme.star))
    let star = Path.star(foothold.pixel, radius: 2 * style.unit)
    let pale = style.theme.background.mixed(with: style.theme.star, by: 0.45)
    stage.fill(star, pale.opacity(0.9), layer: .landmark, clipped: false)
    stage.stroke(
      star, Stroke(width: 0.22 * style.unit, join: .miter), style.theme.muted, layer: .landmark, clipped: false)
    stage.avoid(disc: foothold.pixel, radius: 2 * style.unit)
    stage.label(
      LabelRequest(
        label, bold: true, color: style.theme.muted,
        at: [.init(foothold.pixel, clearance: 2.2 * style.unit + style.gap)], rank: .landmark))
  }
}

extension Ring: SceneMark {
  /// Draws the ring on the surface, thinner where that hides it.
  func place(in scene: SceneSpace, on stage: inout Stage) throws {
    let style = scene.style
    guard let foothold = scene.onSurface(at) else { return }
    guard foothold.isHidden else { return draw(foothold.pixel, style, &stage) }
    stage.record(MarkerRecord(kind: .start, label: label[style.language], at: at, color: style.theme.ink))
    let ring = Path.circle(foothold.pixel, radius: style.unit)
    stage.stroke(ring, Stroke(width: 0.22 * style.unit), style.theme.muted, layer: .landmark, clipped: false)
    stage.avoid(disc: foothold.pixel, radius: style.unit)
    stage.label(
      LabelRequest(
        label, bold: true, color: style.theme.muted,
        at: [.init(foothold.pixel, clearance: 1.25 * style.unit + style.gap)], rank: .landmark))
  }
}
