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
  /// Whether there is a margin at the right for the names of lines.
  public internal(set) var hasEndMargin = true
  /// The levels of the figure's surface, if it has one.
  let levels: Levels?

  /// Where a point of the plane stands in the picture.
  public func callAsFunction(_ x: Double, _ y: Double) -> Point { Point(self.x(x), self.y(y)) }

  /// Where a point of the plane stands in the picture.
  public func callAsFunction(_ p: Point) -> Point { Point(x(p.x), y(p.y)) }
}
