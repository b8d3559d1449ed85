import LessonKit

/// A dot on a curve with words that stand at a place of their own.
struct Spot: Mark {
  /// Where the dot is; nil for words alone.
  var dot: Point?
  /// The words, and the point that they stand at.
  var words: Phrase, at: Point
  /// On which side of that point they stand.
  var side: LabelRequest.Placement
  /// The number of the series whose colour both have.
  var series: Int

  /// Draws the dot, and asks for the words.
  func place(in space: Space, on stage: inout Stage) throws {
    let style = space.style
    if let dot {
      let center = space(dot)
      stage.fill(.circle(center, radius: style.unit), style.theme.background, layer: .marker)
      stage.fill(.circle(center, radius: 0.75 * style.unit), style.color(series), layer: .marker)
      stage.avoid(disc: center, radius: style.unit)
    }
    var request = LabelRequest(
      words, bold: true, color: style.textColor(series),
      at: [.init(space(at), clearance: 1.2 * style.unit)], rank: .landmark)
    request.placement = side
    stage.label(request)
  }
}
