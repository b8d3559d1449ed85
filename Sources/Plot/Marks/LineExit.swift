import Raster

/// A place where a curve leaves the view through its upper or lower border.
struct LineExit {
  /// The place on the border.
  var point: Point
  /// Whether the curve goes on above.
  var isUp: Bool

  /// The places where stretches of a curve cross the lower and upper border, no two on one border nearer than `apart`.
  static func all(of runs: [[Point]], in frame: Rect, apart: Double) -> [LineExit] {
    var exits: [LineExit] = []
    for (a, b) in runs.flatMap({ zip($0, $0.dropFirst()) }) {
      for (border, isUp) in [(frame.minY, true), (frame.maxY, false)] {
        let (above, below) = (min(a.y, b.y), max(a.y, b.y))
        guard above < border, border < below else { continue }
        let point = a.mixed(with: b, by: (border - a.y) / (b.y - a.y))
        let isNear = exits.contains { $0.isUp == isUp && $0.point.distance(to: point) < apart }
        guard !isNear, frame.minX <= point.x, point.x <= frame.maxX else { continue }
        exits.append(LineExit(point: point, isUp: isUp))
      }
    }
    return exits
  }

  /// A triangle on the border that points to where the curve goes on.
  func arrowhead(_ style: Style) -> Path {
    let (half, height) = (0.85 * style.unit, (isUp ? -1.3 : 1.3) * style.unit)
    return .polygon([point + Point(-half, 0), point + Point(half, 0), point + Point(0, height)])
  }
}
