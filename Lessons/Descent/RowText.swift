import LessonKit

/// A title within a panel of bars, above the rows that it speaks of.
struct RowTitle: Mark {
  /// The text.
  var text: Phrase
  /// The row that it takes, counted from the top.
  var row: Double

  /// Nothing that the axes need show.
  var extent: Extent { .none }

  /// Asks for the text at the left end of its row.
  func place(in space: Space, on stage: inout Stage) throws {
    let style = space.style
    var request = LabelRequest(
      text, bold: true, color: style.theme.ink,
      at: [.init(Point(space.frame.minX, space.y(row)), clearance: 0.6 * style.unit)],
      rank: .landmark)
    request.placement = .right
    stage.label(request)
  }
}
