import LessonKit

/// On a row of the map of factors: where a layer keeps the gradient's norm, and the weights that are in use.
struct GrowthKey: Mark {
  /// The row's place on the axis of names.
  let row: Double
  /// The size of weights at which the factor is 1, nil where there is none in view.
  let balance: Double?
  /// The size of the weights in use.
  let used: Double
  /// The number of the series whose colour the dot has.
  let series: Int

  /// Draws a line across the row, and a dot if the weights in use are in view.
  func place(in space: Space, on stage: inout Stage) throws {
    let style = space.style
    if let balance {
      let ends = [space(balance, row - 0.5), space(balance, row + 0.5)]
      stage.stroke(
        .polyline(ends), Stroke(width: style.dataLine, cap: .butt), style.theme.ink, layer: .line)
    }
    let center = space(used, row)
    guard center.isFinite, space.frame.contains(center) else { return }
    stage.fill(
      .circle(center, radius: 1.15 * style.unit), style.theme.background, layer: .marker)
    stage.fill(
      .circle(center, radius: 0.85 * style.unit), style.color(series), layer: .marker)
  }
}
