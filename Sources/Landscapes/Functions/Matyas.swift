extension Landscape {
  /// Matyas's function: a shallow elliptic bowl along the diagonal, its condition number 25.
  public static let matyas = Landscape(
    "matyas", "Matyas", "$f(x,y)=0.26\\,(x^2+y^2)-0.48\\,x\\,y$", [Minimum(at: 0, 0, value: 0)],
    view: Window(reach: 10), start: Vector2(-8, 4), MatyasFormula())
}

private struct MatyasFormula: Formula {
  func slope(_ x: Double, _ y: Double) -> Slope {
    Slope(value: 0.26 * (x * x + y * y) - 0.48 * (x * y), dx: 0.52 * x - 0.48 * y, dy: 0.52 * y - 0.48 * x)
  }

  func hessian(_ x: Double, _ y: Double) -> Hessian { Hessian(xx: 0.52, xy: -0.48, yy: 0.52) }
}
