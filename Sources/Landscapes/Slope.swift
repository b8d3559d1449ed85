/// A landscape's height at a point, and how it changes from there.
public struct Slope: Sendable, Hashable {
  /// The height: f.
  public var value: Double
  /// Change of height along x: ∂f/∂x.
  public var dx: Double
  /// Change of height along y: ∂f/∂y.
  public var dy: Double

  /// A height and its two partial derivatives.
  @inlinable public init(value: Double, dx: Double, dy: Double) { (self.value, self.dx, self.dy) = (value, dx, dy) }

  /// The gradient ∇f.
  @inlinable public var gradient: Vector2 { Vector2(dx, dy) }
}
