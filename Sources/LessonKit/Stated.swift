/// Rings around numbers that somebody states, for a measured curve to pass through or to miss.
public struct Stated: Mark {
  /// The points.
  public var points: [Point]
  /// Who states them, once beside the points; nil for none.
  public var label: Phrase?

  /// Stated points.
  public init(_ points: [Point], label: Phrase? = nil) {
    (self.points, self.label) = (points, label)
  }

  /// All points.
  public var extent: Extent { Extent(points) }

  /// Draws an open ring for each point in view, and asks for the label near one of them.
  public func place(in space: Space, on stage: inout Stage) throws {
    let style = space.style
    let radius = 1.15 * style.unit
    let places = points.map { space($0) }.filter { $0.isFinite && space.frame.contains($0) }
    for p in places {
      let ring = Path.circle(p, radius: radius)
      stage.stroke(
        ring, Stroke(width: 0.62 * style.unit), style.theme.background.opacity(0.9),
        layer: .marker, clipped: false)
      stage.stroke(
        ring, Stroke(width: 0.3 * style.unit), style.theme.ink, layer: .marker, clipped: false)
      stage.avoid(disc: p, radius: 1.3 * style.unit)
    }
    guard let label, !places.isEmpty else { return }
    stage.label(
      LabelRequest(
        label, color: style.theme.ink,
        at: places.map { .init($0, clearance: 2.1 * style.unit) }, rank: .name))
  }
}
