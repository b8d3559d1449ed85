/// What an area is filled with.
public enum Paint: Sendable, Hashable {
  /// One colour.
  case solid(Color)
  /// Colours along a line.
  case gradient(Gradient)

  /// One colour, from its hex value.
  public static func hex(_ value: UInt32) -> Paint { .solid(Color(hex: value)) }
}

/// Colours along a line, or outwards from a point; the end colours go on beyond the ends.
public struct Gradient: Sendable, Hashable {
  /// A colour and where it stands, 0…1.
  public struct Stop: Sendable, Hashable {
    /// Position, 0 at the start, 1 at the end.
    public var position: Double
    /// The colour there.
    public var color: Color
    /// A colour at a position.
    public init(_ position: Double, _ color: Color) { (self.position, self.color) = (position, color) }
  }

  /// The way the colours run.
  public enum Shape: Sendable, Hashable {
    /// From the first point to the second.
    case linear(from: Point, to: Point)
    /// From the centre to the radius.
    case radial(center: Point, radius: Double)
  }

  /// The way the colours run, in the same units as the path.
  public var shape: Shape
  /// The colours, in ascending order of position.
  public var stops: [Stop]

  /// A gradient with at least one stop.
  public init(_ shape: Shape, stops: [Stop]) {
    require(!stops.isEmpty, "a gradient needs a stop")
    (self.shape, self.stops) = (shape, stops)
  }
}
