/// A pair of coordinates of a landscape: a point, a displacement or a gradient; y points up.
public struct Vector2: Sendable, Hashable {
  /// The first parameter.
  public var x: Double
  /// The second parameter.
  public var y: Double

  /// The vector (x, y).
  @inlinable public init(_ x: Double, _ y: Double) { (self.x, self.y) = (x, y) }

  /// Euclidean length.
  @inlinable public var length: Double { (x * x + y * y).squareRoot() }

  /// Whether both coordinates are finite.
  @inlinable public var isFinite: Bool { x.isFinite && y.isFinite }

  /// Euclidean distance to another point.
  @inlinable public func distance(to other: Vector2) -> Double { Vector2(x - other.x, y - other.y).length }
}
