extension Path {
  /// An open line through points.
  public static func polyline(_ points: some Sequence<Point>) -> Path {
    var path = Path()
    for (i, p) in points.enumerated() { path.elements.append(i == 0 ? .move(p) : .line(p)) }
    return path
  }

  /// A closed shape with straight edges.
  public static func polygon(_ points: some Sequence<Point>) -> Path {
    var path = polyline(points)
    if !path.isEmpty { path.close() }
    return path
  }

  /// A rectangle.
  public static func rect(_ r: Rect) -> Path { polygon(r.corners) }

  /// A rectangle with round corners.
  public static func roundedRect(_ r: Rect, radius: Double) -> Path {
    let q = min(radius, r.width / 2, r.height / 2)
    guard q > 0 else { return rect(r) }
    let k = q * (1 - kappa)
    var path = Path()
    path.move(to: Point(r.minX + q, r.minY))
    path.line(to: Point(r.maxX - q, r.minY))
    path.cubic(to: Point(r.maxX, r.minY + q), control1: Point(r.maxX - k, r.minY), control2: Point(r.maxX, r.minY + k))
    path.line(to: Point(r.maxX, r.maxY - q))
    path.cubic(to: Point(r.maxX - q, r.maxY), control1: Point(r.maxX, r.maxY - k), control2: Point(r.maxX - k, r.maxY))
    path.line(to: Point(r.minX + q, r.maxY))
    path.cubic(to: Point(r.minX, r.maxY - q), control1: Point(r.minX + k, r.maxY), control2: Point(r.minX, r.maxY - k))
    path.line(to: Point(r.minX, r.minY + q))
    path.cubic(to: Point(r.minX + q, r.minY), control1: Point(r.minX, r.minY + k), control2: Point(r.minX + k, r.minY))
    path.close()
    return path
  }

  /// A circle.
  public static func circle(_ center: Point, radius: Double) -> Path { ellipse(center, radii: Point(radius, radius)) }

  /// An ellipse with axes along x and y, as four cubics (off by at most 0.03 % of the radius).
  public static func ellipse(_ c: Point, radii r: Point) -> Path {
    let (kx, ky) = (r.x * kappa, r.y * kappa)
    var path = Path()
    path.move(to: Point(c.x + r.x, c.y))
    path.cubic(to: Point(c.x, c.y + r.y), control1: Point(c.x + r.x, c.y + ky), control2: Point(c.x + kx, c.y + r.y))
    path.cubic(to: Point(c.x - r.x, c.y), control1: Point(c.x - kx, c.y + r.y), control2: Point(c.x - r.x, c.y + ky))
    path.cubic(to: Point(c.x, c.y - r.y), control1: Point(c.x - r.x, c.y - ky), control2: Point(c.x - kx, c.y - r.y))
    path.cubic(to: Point(c.x + r.x, c.y), control1: Point(c.x + kx, c.y - r.y), control2: Point(c.x + r.x, c.y - ky))
    path.close()
    return path
  }

  /// A five-pointed star, one point up.
  public static func star(_ center: Point, radius: Double, inner: Double = 0.42) -> Path {
    // Cosine and sine of 72° and 36°: the turns between points, and between a point and a notch.
    let (c72, s72) = (0.30901699437494745, 0.9510565162951535)
    let (c36, s36) = (0.8090169943749475, 0.5877852522924731)
    var points: [Point] = []
    var spoke = Point(0, -radius)
    for _ in 0..<5 {
      let notch = Point(spoke.x * c36 - spoke.y * s36, spoke.x * s36 + spoke.y * c36) * inner
      points += [center + spoke, center + notch]
      spoke = Point(spoke.x * c72 - spoke.y * s72, spoke.x * s72 + spoke.y * c72)
    }
    return polygon(points)
  }
}

/// The arm of a cubic that comes nearest to a quarter of a unit circle.
private let kappa = 0.5522847498307936
