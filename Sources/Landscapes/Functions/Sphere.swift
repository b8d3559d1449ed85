extension Landscape {
  /// A round bowl: the same curvature every way.
  public static let sphere = Landscape(
    "sphere", "Sphere", "$f(x,y)=x^2+y^2$", [Minimum(at: 0, 0, value: 0)], view: Window(reach: 2),
    start: Vector2(-1.5, 1.2), SphereFormula())
}

private struct SphereFormula: Formula {
  static let isSum = true

  func slope(_ x: Double, _ y: Double) -> Slope { Slope(value: x * x + y * y, dx: 2 * x, dy: 2 * y) }

  func hessian(_ x: Double, _ y: Double) -> Hessian { Hessian(xx: 2, xy: 0, yy: 2) }
}
