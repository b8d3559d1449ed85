import Raster

/// A short text at a point of the plane, placed where it covers least.
public struct Callout: Mark {
  /// The text.
  public var text: Phrase
  /// The point that it speaks of.
  public var at: Point
  /// Whose colour it has, nil for ink.
  public var identity: Identity?
  /// Whether it is bold.
  public var bold: Bool
  /// On which side of its point it stands.
  public var placement = LabelRequest.Placement.free
  /// What it is: a large one is a finding.
  public var role = TextRole.label
  /// The size of the text's type against that of its role and of the lines under it.
  public var scale = 1.0
  /// Lines of the other weight under the text, nil for none.
  public var detail: Phrase?

  /// A text; a line leads from it to its point where it finds no room close by.
  public init(
    _ text: Phrase, at: Point, as identity: Identity? = nil, bold: Bool = false,
    placement: LabelRequest.Placement = .free, detail: Phrase? = nil
  ) {
    (self.text, self.at, self.identity, self.bold) = (text, at, identity, bold)
    (self.placement, self.detail) = (placement, detail)
  }

  /// The point.
  public var extent: Extent { Extent([at]) }

  /// Whether its type is larger than that of a label.
  public var standsWithoutGrid: Bool { role == .finding || scale > 1 }

  /// Asks for the text near its point when that is in view.
  public func place(in space: Space, on stage: inout Stage) throws {
    let p = space(at)
    guard p.isFinite, space.frame.contains(p) else { return }
    let style = space.style
    var request = LabelRequest(
      text, detail: detail, role: role, bold: bold, color: identity.map { style.textColor($0) } ?? style.theme.ink,
      at: [.init(p, clearance: 1.3 * style.unit)], rank: .name)
    request.placement = placement
    request.words.scale = scale
    stage.label(request)
  }
}
