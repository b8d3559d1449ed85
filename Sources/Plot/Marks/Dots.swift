import Raster

/// Points that are not joined: measured values, samples.
///
/// Their name stands in the record alone; a `LabelledDot` or a `Callout` shows it in the picture.
public struct Dots: Mark {
  /// The points; those that are not finite are left out.
  public var points: [Point]
  /// The name in the record; the picture does not show it.
  public var name: Phrase
  /// Whose it is, which chooses the colour; nil for open circles in ink.
  public var identity: Identity?
  /// Whether the points are so many that they stand small and pale behind all lines.
  public var isBackground = false
  /// Whether lines are drawn over the points, which are then a little transparent.
  public var isUnderLines = false
  /// The area of each point against the usual one, as many as there are points; nil where all are alike.
  public var areas: [Double]?

  /// Points.
  public init(_ points: [Point], name: Phrase, as identity: Identity? = nil) {
    (self.points, self.name, self.identity) = (points, name, identity)
  }

  /// Points under the name of what they stand for.
  public init(_ points: [Point], as identity: Identity) { self.init(points, name: identity.name, as: identity) }

  /// All points.
  public var extent: Extent { Extent(points) }

  /// x and y of every point.
  public func series(x: Axis, y: Axis) -> [Series] {
    [Series(of: name, [x.name.or("x"), y.name.or("y")], rows: points.map { [$0.x, $0.y] })]
  }

  /// A scatter plot.
  public var kind: Phrase? { Phrase("scatter plot", zh: "散点图") }

  /// Draws a small disc for each point in view.
  public func place(in space: Space, on stage: inout Stage) throws {
    let style = space.style
    let radius = (isBackground ? 0.4 : 0.92 * space.weight) * style.unit
    let color = identity.map { style.color($0) } ?? style.theme.ink
    if isBackground { return drawBehind(radius, color, space, &stage) }
    require(areas.map { $0.count == points.count } ?? true, "\(areas?.count ?? 0) areas for \(points.count) points")
    for (place, point) in points.enumerated() {
      let (p, radius) = (space(point), radius * (areas.map { $0[place].squareRoot() } ?? 1))
      guard p.isFinite, space.frame.contains(p) else { continue }
      if identity == nil {
        stage.fill(.circle(p, radius: radius), style.theme.background, layer: .marker, clipped: false)
        stage.stroke(
          .circle(p, radius: radius - 0.16 * style.unit), Stroke(width: 0.32 * style.unit), color, layer: .marker,
          clipped: false)
      } else if isUnderLines {
        stage.fill(.circle(p, radius: 0.85 * radius), color.opacity(0.55), layer: .area)
      } else {
        stage.fill(.circle(p, radius: radius), style.theme.background.opacity(0.9), layer: .marker, clipped: false)
        stage.fill(.circle(p, radius: 0.78 * radius), color, layer: .marker, clipped: false)
      }
      stage.avoid(disc: p, radius: radius)
    }
    record(radius, color, style, &stage)
  }

  /// Draws the points pale and under everything else; labels may stand over them.
  private func drawBehind(_ radius: Double, _ color: Color, _ space: Space, _ stage: inout Stage) {
    for p in points.map({ space($0) }) where p.isFinite && space.frame.contains(p) {
      stage.fill(.circle(p, radius: radius), color.opacity(0.13), layer: .area)
    }
    record(radius, color, space.style, &stage)
  }

  private func record(_ radius: Double, _ color: Color, _ style: Style, _ stage: inout Stage) {
    guard let first = points.first(where: \.isFinite), let last = points.last(where: \.isFinite) else { return }
    stage.record(
      SeriesRecord(
        name: name[style.language], color: color, width: 2 * radius,
        halo: isBackground || isUnderLines ? nil : style.theme.background, marker: identity == nil ? .ring : .circle,
        start: first, end: last, points: points.count, divergedAt: nil, milestones: []))
  }
}
