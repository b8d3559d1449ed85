import LessonKit

/// The name of a minimum inside a contour: beside its star where the contour is wide, over the contour where it is narrow.
struct MinimumName: Mark {
  let text: Phrase
  /// Where the star is.
  let at: Point
  /// Points of the contour around it.
  let contour: [Point]

  /// Asks for the name over the star, so far up that it does not lie on the contour.
  func place(in space: Space, on stage: inout Stage) throws {
    let (style, p) = (space.style, space(at))
    guard p.isFinite, space.frame.contains(p) else { return }
    let reach = 5 * style.unit
    let heights = contour.map { space($0) }.filter { abs($0.x - p.x) < reach && $0.y < p.y }
    let height = p.y - (heights.map(\.y).min() ?? p.y)
    let (star, isWide) = (2.2 * style.unit, height > 14 * style.unit)
    let clearance = isWide ? star : max(star, height + 0.6 * style.unit)
    var request = LabelRequest(
      text, bold: true, color: style.theme.ink, at: [.init(p, clearance: clearance + style.gap)],
      rank: .landmark)
    request.placement = .above
    stage.label(request)
  }
}
