import Raster

/// A short text in the middle of a shape.
public struct CenteredLabel: Mark {
  /// The text.
  public var text: Phrase
  /// Its middle.
  public var at: Point
  /// Whose colour it has, nil for ink.
  public var identity: Identity?

  /// A text.
  public init(_ text: Phrase, at: Point, as identity: Identity?) {
    (self.text, self.at, self.identity) = (text, at, identity)
  }

  /// Asks for the text on its point, where there is room for it.
  public func place(in space: Space, on stage: inout Stage) throws {
    let p = space(at)
    guard p.isFinite, space.frame.contains(p) else { return }
    var request = LabelRequest(
      text, bold: true, color: identity.map { space.style.textColor($0) } ?? space.style.theme.ink,
      at: [.init(p, clearance: 0)], rank: .name)
    request.placement = .centered
    stage.label(request)
  }
}
