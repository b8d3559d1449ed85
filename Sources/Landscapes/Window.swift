import Tensors

extension Landscape {
  /// A rectangle of the plane, its sides along the axes.
  public struct Window: Sendable, Hashable {
    /// From left to right.
    public var x: ClosedRange<Double>
    /// From bottom to top.
    public var y: ClosedRange<Double>

    /// A rectangle.
    public init(x: ClosedRange<Double>, y: ClosedRange<Double>) { (self.x, self.y) = (x, y) }

    /// A square around the origin, from −`reach` to `reach` both ways.
    public init(reach: Double) { self.init(x: -reach...reach, y: -reach...reach) }

    /// Whether a point lies inside or on the edge.
    public func contains(_ point: Vector2) -> Bool { x.contains(point.x) && y.contains(point.y) }

    /// Points drawn evenly from the rectangle, x before y.
    public func randomPoints(_ count: Int, using generator: inout some RandomNumberGenerator) -> [Vector2] {
      (0..<count).map { _ in
        let x = generator.uniform(in: x)
        return Vector2(x, generator.uniform(in: y))
      }
    }
  }
}
