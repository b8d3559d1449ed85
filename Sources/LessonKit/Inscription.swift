/// A short text in the middle of a shape.
public struct Inscription: Mark {
  /// The text.
  public var text: Phrase
  /// Its middle.
  public var at: Point
  /// The number of the series whose colour it has, nil for ink.
  public var series: Int?

  /// A text.
  public init(_ text: Phrase, at: Point, series: Int?) {
    (self.text, self.at, self.series) = (text, at, series)
  }

  /// Asks for the text on its point, where there is room for it.
  public func place(in space: Space, on stage: inout Stage) throws {
    let p = space(at)
    guard p.isFinite, space.frame.contains(p) else { return }
    var request = LabelRequest(
      text, bold: true, color: series.map { space.style.textColor($0) } ?? space.style.theme.ink,
      at: [.init(p, clearance: 0)], rank: .name)
    request.placement = .centered
    stage.label(request)
  }
}
