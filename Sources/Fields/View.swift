/// The part of the plane that a panel shows.
public struct View: Sendable, Hashable {
  /// From left to right.
  public var x: ClosedRange<Double>
  /// From bottom to top.
  public var y: ClosedRange<Double>

  /// A part of the plane.
  public init(x: ClosedRange<Double>, y: ClosedRange<Double>) { (self.x, self.y) = (x, y) }
}
