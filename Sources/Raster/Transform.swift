/// An affine map: (x, y) to (a·x + c·y + tx, b·x + d·y + ty).
public struct Transform: Sendable, Hashable {
  /// First column of the matrix.
  public var a: Double, b: Double
  /// Second column of the matrix.
  public var c: Double, d: Double
  /// The translation.
  public var tx: Double, ty: Double

  /// The map with the given matrix, column by column.
  @inlinable public init(a: Double, b: Double, c: Double, d: Double, tx: Double, ty: Double) {
    (self.a, self.b, self.c, self.d, self.tx, self.ty) = (a, b, c, d, tx, ty)
  }

  /// The map that changes nothing.
  public static let identity = Transform(a: 1, b: 0, c: 0, d: 1, tx: 0, ty: 0)

  /// Moves by (x, y).
  public static func translation(_ x: Double, _ y: Double) -> Transform {
    Transform(a: 1, b: 0, c: 0, d: 1, tx: x, ty: y)
  }

  /// Scales about the origin.
  public static func scale(_ x: Double, _ y: Double) -> Transform { Transform(a: x, b: 0, c: 0, d: y, tx: 0, ty: 0) }

  /// Turns about the origin so that (1, 0) goes to (cosine, sine): with y down, clockwise.
  public static func rotation(cosine: Double, sine: Double) -> Transform {
    Transform(a: cosine, b: sine, c: -sine, d: cosine, tx: 0, ty: 0)
  }

  /// This map first, then the other.
  public func then(_ next: Transform) -> Transform {
    Transform(
      a: next.a * a + next.c * b, b: next.b * a + next.d * b, c: next.a * c + next.c * d, d: next.b * c + next.d * d,
      tx: next.a * tx + next.c * ty + next.tx, ty: next.b * tx + next.d * ty + next.ty)
  }

  /// Where a point goes.
  @inlinable public func callAsFunction(_ p: Point) -> Point { Point(a * p.x + c * p.y + tx, b * p.x + d * p.y + ty) }

  /// The map back, if there is one: none for maps that flatten the plane or are not finite.
  public var inverse: Transform? {
    let determinant = a * d - b * c
    guard determinant != 0 else { return nil }
    let k = 1 / determinant
    let map = Transform(a: d * k, b: -b * k, c: -c * k, d: a * k, tx: (c * ty - d * tx) * k, ty: (b * tx - a * ty) * k)
    let isFinite = map(Point(1, 1)).isFinite && map(Point(-1, -1)).isFinite
    return isFinite ? map : nil
  }

  /// The box around a mapped rectangle.
  func callAsFunction(_ rect: Rect) -> Rect {
    var box = Rect.null
    for corner in rect.corners { box.extend(to: self(corner)) }
    return box
  }

  /// Whether shapes keep their form, if not their size, place, direction or handedness.
  var isSimilarity: Bool {
    let size = max(abs(a), abs(b), abs(c), abs(d))
    let turned = max(abs(a - d), abs(b + c))
    let mirrored = max(abs(a + d), abs(b - c))
    return min(turned, mirrored) <= 1e-9 * size
  }

  /// The largest factor by which a length grows.
  var largestStretch: Double {
    // The larger singular value of the matrix.
    let half = (a * a + b * b + c * c + d * d) / 2
    let determinant = a * d - b * c
    return (half + max(0, half * half - determinant * determinant).squareRoot()).squareRoot()
  }
}
