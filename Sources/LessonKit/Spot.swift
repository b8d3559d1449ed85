/// A point of the plane that matters, with what it is beside it: a solution, a point of contact.
public struct Spot: Mark {
  /// Where it is.
  public var at: Point
  /// What it is.
  public var label: Phrase
  /// The number of the series, which chooses the colour.
  public var series: Int
  /// On which side the words stand.
  public var side = LabelRequest.Placement.free
  /// The point that the words stand at, nil for the point itself.
  public var wordsAt: Point?

  /// A point.
  public init(
    _ at: Point, label: Phrase, series: Int, side: LabelRequest.Placement = .free,
    wordsAt: Point? = nil
  ) {
    (self.at, self.label, self.series) = (at, label, series)
    (self.side, self.wordsAt) = (side, wordsAt)
  }

  /// The point.
  public var extent: Extent { Extent([at]) }

  /// Draws a disc over a halo, and asks for the label.
  public func place(in space: Space, on stage: inout Stage) throws {
    let style = space.style
    let p = space(at)
    guard p.isFinite, space.frame.contains(p) else { return }
    let (radius, color) = (0.95 * style.unit, style.color(series))
    stage.fill(
      .circle(p, radius: radius + 0.28 * style.unit), style.theme.background, layer: .marker,
      clipped: false)
    stage.fill(.circle(p, radius: radius), color, layer: .marker, clipped: false)
    stage.avoid(disc: p, radius: radius + 0.28 * style.unit)
    var request = LabelRequest(
      label, bold: true, color: style.textColor(series),
      at: [.init(wordsAt.map { space($0) } ?? p, clearance: 1.3 * style.unit + style.gap)],
      rank: .landmark)
    request.placement = side
    stage.label(request)
  }
}
