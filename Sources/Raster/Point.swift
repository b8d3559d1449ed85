/// A point, or a displacement, in the plane: x to the right, y **down** (pixels) unless a caller says otherwise.
public struct Point: Sendable, Hashable {
  /// Horizontal coordinate.
  public var x: Double
  /// Vertical coordinate.
  public var y: Double

  /// The point (x, y).
  @inlinable public init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }

  /// The origin.
  public static let zero = Point(0, 0)

  /// Whether both coordinates are finite.
  @inlinable public var isFinite: Bool { x.isFinite && y.isFinite }

  /// Distance from the origin.
  @inlinable public var length: Double { (x * x + y * y).squareRoot() }

  /// Distance to another point.
  @inlinable public func distance(to other: Point) -> Double { (self - other).length }

  /// The point a share `t` of the way to another: 0 is here, 1 is there.
  @inlinable public func mixed(with other: Point, by t: Double) -> Point {
    Point(x + (other.x - x) * t, y + (other.y - y) * t)
  }

  /// The displacement turned a quarter: (x, y) to (−y, x).
  @inlinable public var turned: Point { Point(-y, x) }

  /// Sum of two displacements.
  @inlinable public static func + (a: Point, b: Point) -> Point { Point(a.x + b.x, a.y + b.y) }
  /// Displacement from `b` to `a`.
  @inlinable public static func - (a: Point, b: Point) -> Point { Point(a.x - b.x, a.y - b.y) }
  /// The displacement scaled.
  @inlinable public static func * (a: Point, k: Double) -> Point { Point(a.x * k, a.y * k) }
}
