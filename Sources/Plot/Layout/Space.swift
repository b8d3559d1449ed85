import Raster

/// The plane of a panel: where values of x and y stand in the picture.
public struct Space: Sendable {
  /// From values of x to columns of pixels.
  public let x: Scale
  /// From values of y to rows of pixels.
  public let y: Scale
  /// The plot area in pixels, on whole ones.
  public let frame: Rect
  /// Look and sizes.
  public let style: Style
  /// The axes that the scales belong to, nil in a scene.
  var axes: (x: Axis, y: Axis)?
  /// Whether there is a margin at the right for the names of lines.
  public internal(set) var hasEndMargin = true
  /// The levels of the panel's surface, if it has one.
  let levels: Levels?
  /// Points of the plane that a star lies on: a trail that ends there needs no mark of its own.
  var covered: [Point] = []
  /// Whether the panel is the one whose map says what its colours mean.
  var hasColorNote = true

  /// Thickness of lines and size of dots against those of a panel that fills a page: less on small plots.
  var weight: Double { min(1, max(0.68, min(frame.width, frame.height) / (46 * style.unit))) }

  /// Where a point of the plane stands in the picture.
  public func callAsFunction(_ x: Double, _ y: Double) -> Point { Point(self.x(x), self.y(y)) }

  /// Where a point of a curve stands: zero, which has no place on a log axis, at its foot, and what is beyond all numbers at its
  /// head.
  func onCurve(_ p: Point) -> Point {
    guard y.kind == .log, p.y == 0 || p.y == .infinity else { return self(p) }
    return Point(x(p.x), p.y == 0 ? frame.maxY : frame.minY)
  }

  /// Where a point of the plane stands in the picture.
  public func callAsFunction(_ p: Point) -> Point { Point(x(p.x), y(p.y)) }
}
