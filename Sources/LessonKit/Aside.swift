/// A short text near a point of the plane that is left out where it would cover something.
public struct Aside: Mark {
  /// The text.
  public var text: Phrase
  /// The point that it speaks of.
  public var at: Point
  /// The number of the series whose colour it has.
  public var series: Int

  /// A text.
  public init(_ text: Phrase, at: Point, series: Int) {
    (self.text, self.at, self.series) = (text, at, series)
  }

  /// Asks for the text, where there is room for it.
  public func place(in space: Space, on stage: inout Stage) throws {
    let p = space(at)
    guard p.isFinite, space.frame.contains(p) else { return }
    stage.label(
      LabelRequest(
        text, color: space.style.textColor(series),
        at: [.init(p, clearance: 1.1 * space.style.unit)], rank: .detail))
  }
}
