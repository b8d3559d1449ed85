import Raster

extension Stage {
  /// A cross: where a line ends because its numbers do.
  mutating func cross(_ p: Point, color: Color, style: Style) {
    let arm = 0.9 * style.unit
    let strokes = [Point(arm, arm), Point(arm, -arm)].map { Path.polyline([p - $0, p + $0]) }
    for (width, ink) in [(1.1, style.theme.background), (0.55, color)] {
      for stroke in strokes {
        self.stroke(stroke, Stroke(width: width * style.unit), ink, layer: .marker, clipped: false)
      }
    }
  }
}
