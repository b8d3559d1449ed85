/// From paths to coverage, with buffers that are used again for the next path.
struct Rasterizer: Sendable {
  private var outline = Outline()
  private var centerline = Outline()
  private var dashes = Outline()
  private var extents = Extents()
  private var coverage = CoverageBuffer()

  /// Takes up the area inside a path.
  mutating func load(_ path: Path, _ transform: Transform) {
    outline.removeAll()
    var flattener = Flattener(transform: transform)
    flattener.flatten(path, into: &outline)
  }

  /// Takes up the area of a line along a path, of which only the part that shows in `window` matters.
  mutating func load(_ path: Path, _ stroke: Stroke, _ transform: Transform, window: Rect) {
    outline.removeAll()
    let scale = transform.largestStretch
    guard stroke.width > 0, scale > 0, scale.isFinite else { return }
    if transform.isSimilarity {
      loadLine(path, stroke, transform, scale: scale, tolerance: 1, window: window)
    } else if let inverse = transform.inverse {
      // The pen is stretched too: draw in the path's own units, then stretch the result.
      let seen = inverse(window)
      loadLine(path, stroke, .identity, scale: 1, tolerance: 1 / scale, window: seen)
      for i in outline.points.indices { outline.points[i] = transform(outline.points[i]).limited }
    }
  }

  /// Draws a line around a path that is mapped first; lengths are multiplied by `scale`, a pixel is `tolerance`.
  private mutating func loadLine(
    _ path: Path, _ stroke: Stroke, _ transform: Transform, scale: Double, tolerance: Double, window: Rect
  ) {
    centerline.removeAll()
    var flattener = Flattener(transform: transform, tolerance: 0.1 * tolerance)
    flattener.flatten(path, into: &centerline)
    let width = min(stroke.width * scale, Outline.limit / 1000)
    var stroker = Stroker(stroke, width: width, scale: 1 / tolerance)
    let dasher = Dasher(stroke, width: width, scale: scale, window: window)
    if let dasher, !dasher.hasTooMany(along: centerline) {
      dashes.removeAll()
      dasher.dash(centerline, into: &dashes)
      stroker.stroke(dashes, into: &outline)
    } else {
      stroker.stroke(centerline, into: &outline)
    }
  }

  /// The pixels of an area that the loaded shape may cover.
  mutating func reach(within area: PixelRect) -> PixelRect {
    extents.measure(outline)
    return area.touched(by: extents.box)
  }

  /// Hands the coverage of an area by the loaded and measured shape to a painter.
  mutating func paint(_ area: PixelRect, _ rule: FillRule, into painter: inout some CoveragePainter) {
    guard !area.isEmpty else { return }
    let height = CoverageBuffer.bandHeight(for: area)
    for top in stride(from: area.minY, to: area.maxY, by: height) {
      var band = area
      (band.minY, band.maxY) = (top, min(top + height, area.maxY))
      coverage.begin(band)
      coverage.add(outline, extents)
      coverage.sweep(rule, into: &painter)
    }
  }
}
