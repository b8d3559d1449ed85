import Raster

extension View {
  /// Whether a point lies inside or on the edge; one that is not a number does not.
  public func contains(_ point: Point) -> Bool { x.contains(point.x) && y.contains(point.y) }

  /// The first of some parts of the plane in which none of the points lies; nil where each has one.
  public static func first(of parts: [View], without points: [Point]) -> View? {
    parts.first { part in !points.contains { part.contains($0) } }
  }
}
