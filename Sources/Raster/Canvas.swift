/// A bitmap that is painted on.
public struct Canvas: Sendable {
  /// What has been painted.
  public private(set) var bitmap: Bitmap
  /// Applied to every path, gradient and stroke width.
  public var transform = Transform.identity

  /// A canvas of one colour.
  public init(width: Int, height: Int, background: Color) {
    bitmap = Bitmap(width: width, height: height, fill: background)
  }

  /// Fills a path. Coverage is raised to 1/gamma: above 1 makes thin light text on dark stronger.
  public mutating func fill(
    _ path: Path, with paint: Paint, rule: FillRule = .nonZero, gamma: Double = 1
  ) {}

  /// Draws a line along a path.
  public mutating func stroke(_ path: Path, _ stroke: Stroke, with paint: Paint) {}

  /// Paints with everything outside a path left as it is. Clips nest.
  public mutating func clipped<Result>(
    to path: Path, rule: FillRule = .nonZero, _ body: (inout Canvas) throws -> Result
  ) rethrows -> Result { try body(&self) }

  /// Lays a bitmap over the canvas, pixel for pixel, its upper left corner at column x, row y.
  public mutating func draw(_ image: Bitmap, x: Int, y: Int) {}

  /// Lays a bitmap over a rectangle of the canvas, scaled bilinearly.
  public mutating func draw(_ image: Bitmap, in rect: Rect) {}
}
