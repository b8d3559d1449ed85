import Raster

/// A short text near a point of the plane that is left out where it would cover something.
public struct OptionalLabel: Mark {
  /// The text.
  public var text: Phrase
  /// The point that it speaks of.
  public var at: Point
  /// Whose colour it has.
  public var identity: Identity

  /// A text.
  public init(_ text: Phrase, at: Point, as identity: Identity) {
    (self.text, self.at, self.identity) = (text, at, identity)
  }

  /// Asks for the text, where there is room for it.
  public func place(in space: Space, on stage: inout Stage) throws {
    let p = space(at)
    guard p.isFinite, space.frame.contains(p) else { return }
    stage.label(
      LabelRequest(
        text, color: space.style.textColor(identity), at: [.init(p, clearance: 1.1 * space.style.unit)], rank: .detail))
  }
}
