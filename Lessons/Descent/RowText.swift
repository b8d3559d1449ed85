import LessonKit

/// A text in a row of a panel of bars: a title at its left end, or a number beyond what is drawn in it.
struct RowText: Mark {
  /// The text.
  var text: Phrase
  /// The row, counted from the top.
  var row: Double
  /// What it stands to the right of; nil for the left end of the row.
  var x: Double?
  /// The number of the series whose colour it has, nil for ink.
  var series: Int?

  /// Nothing that the axes need show.
  var extent: Extent { .none }

  /// Asks for the text, to the right of its place.
  func place(in space: Space, on stage: inout Stage) throws {
    let style = space.style
    let left = x.map { space.x($0) } ?? space.frame.minX
    var request = LabelRequest(
      text, bold: true, color: series.map { style.textColor($0) } ?? style.theme.ink,
      at: [
        .init(
          Point(left, space.y(row)), clearance: (x == nil ? 0.6 : 1.9) * style.unit)
      ], rank: .landmark)
    request.placement = .right
    stage.label(request)
  }
}
