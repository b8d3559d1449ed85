import Raster

/// The strip of colours beside a plot that tells what the colours of a surface mean.
enum ColorBar {
  /// Width of the strip, in pixels.
  static func width(_ style: Style) -> Double { (2.4 * style.unit).rounded() }

  /// Distance between a plot area and a bar at its right.
  static func gap(_ style: Style) -> Double { (2.2 * style.unit).rounded() }

  /// The bands of a surface as boxes in a strip that stands between two columns of pixels.
  static func boxes(_ levels: Levels, scale: Scale, from left: Double, to right: Double) -> [(Rect, Color)] {
    let (low, high) = (scale.domain.lowerBound, scale.domain.upperBound)
    var edges = levels.bands.filter { $0 > low && $0 < high }
    edges = [low] + edges + [high]
    return zip(edges, edges.dropFirst()).map { bottom, top in
      let middle = levels.scale == .log ? (bottom * top).squareRoot() : (bottom + top) / 2
      // On whole pixels: two edges that share a pixel would let the page shine through.
      let (upper, lower) = (scale(top).rounded(), scale(bottom).rounded())
      let box = Rect(minX: left, minY: upper, maxX: right, maxY: lower)
      return (box, levels.color(of: middle))
    }
  }
}
