import LessonKit

/// A text beside a range along x, clear of the range on either side.
struct RangeText: Mark {
  /// The text.
  var text: Phrase
  /// The range.
  var range: ClosedRange<Double>
  /// The point within the range that the text speaks of.
  var at: Point
  /// The number of the series whose colour it has.
  var series: Int
  /// On which side of the range it stands, where there is room.
  var side: LabelRequest.Placement

  /// Nothing that the axes need show.
  var extent: Extent { .none }

  /// Asks for the text beyond the end of the range that is farther from its point.
  func place(in space: Space, on stage: inout Stage) throws {
    let (style, p) = (space.style, space(at))
    guard p.isFinite, space.frame.contains(p) else { return }
    let ends = [range.lowerBound, range.upperBound].map { abs(space.x($0) - p.x) }
    let reach = ends.filter(\.isFinite).max() ?? 0
    var request = LabelRequest(
      text, bold: true, color: style.textColor(series),
      at: [.init(p, clearance: reach + 1.3 * style.unit)], rank: .name)
    request.placement = side
    stage.label(request)
  }
}
