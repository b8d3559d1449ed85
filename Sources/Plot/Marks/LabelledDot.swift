import Raster

/// A point of the plane that matters, with what it is beside it: a solution, a point of contact.
public struct LabelledDot: Mark {
  /// Where it is.
  public var at: Point
  /// What it is; empty for a dot that speaks for itself.
  public var label: Phrase
  /// Whose it is, which chooses the colour.
  public var identity: Identity
  /// On which side the words stand.
  public var side = LabelRequest.Placement.free
  /// The point that the words stand at, nil for the point itself.
  public var wordsAt: Point?
  /// Whether an arrow leads from the words to the point, where they stand at another.
  public var hasArrow = false
  /// Size against that of other dots.
  public var size = 1.0
  /// Size of its type against that of its role.
  public var scale = 1.0
  /// What its words are: large ones are a finding.
  public var role = TextRole.label

  /// A point.
  public init(
    _ at: Point, label: Phrase, as identity: Identity, side: LabelRequest.Placement = .free, wordsAt: Point? = nil,
    size: Double = 1
  ) {
    (self.at, self.label, self.identity) = (at, label, identity)
    (self.side, self.wordsAt, self.size) = (side, wordsAt, size)
  }

  /// The point.
  public var extent: Extent { Extent([at]) }

  /// Whether its type is larger than that of a label.
  public var standsWithoutGrid: Bool { role == .finding || scale > 1 }

  /// Draws a disc over a halo, and asks for the label.
  public func place(in space: Space, on stage: inout Stage) throws {
    let style = space.style
    let p = space(at)
    guard p.isFinite, space.frame.contains(p) else { return }
    let (radius, color) = (0.95 * size * style.unit, style.color(identity))
    stage.fill(.circle(p, radius: radius + 0.28 * style.unit), style.theme.background, layer: .marker, clipped: false)
    stage.fill(.circle(p, radius: radius), color, layer: .marker, clipped: false)
    stage.avoid(disc: p, radius: radius + 0.28 * style.unit)
    guard label != "" else { return }
    if hasArrow, let tail = wordsAt.map({ space($0) }), tail.isFinite, tail.distance(to: p) > 3 * radius {
      let tip = p + (tail - p) * (radius / tail.distance(to: p))
      stage.arrow(from: tail, to: tip, style.textColor(identity), style)
    }
    var request = LabelRequest(
      label, role: role, bold: true, color: style.textColor(identity),
      at: [.init(wordsAt.map { space($0) } ?? p, clearance: radius + 0.35 * style.unit + style.gap)], rank: .landmark)
    (request.placement, request.scale) = (side, scale)
    stage.label(request)
  }
}
