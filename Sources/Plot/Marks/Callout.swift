import Raster

/// A short text at a point of the plane, placed where it covers least.
public struct Callout: Mark {
  /// The text.
  public var text: Phrase
  /// The point that it speaks of.
  public var at: Point
  /// The number of the series whose colour it has, nil for ink.
  public var series: Int?
  /// Whether it is bold.
  public var bold: Bool
  /// On which side of its point it stands.
  public var placement = LabelRequest.Placement.free

  /// A text.
  public init(
    _ text: Phrase, at: Point, series: Int? = nil, bold: Bool = false,
    placement: LabelRequest.Placement = .free
  ) {
    (self.text, self.at, self.series, self.bold) = (text, at, series, bold)
    self.placement = placement
  }

  /// The point.
  public var extent: Extent { Extent([at]) }

  /// Asks for the text near its point when that is in view.
  public func place(in space: Space, on stage: inout Stage) throws {
    let p = space(at)
    guard p.isFinite, space.frame.contains(p) else { return }
    let style = space.style
    var request = LabelRequest(
      text, bold: bold, color: series.map { style.textColor($0) } ?? style.theme.ink,
      at: [.init(p, clearance: 1.3 * style.unit)], rank: .name)
    request.placement = placement
    stage.label(request)
  }
}
