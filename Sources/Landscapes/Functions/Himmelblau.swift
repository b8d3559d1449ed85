extension Landscape {
  /// Himmelblau's function: four minima, all equally deep.
  ///
  /// Source: D. M. Himmelblau, *Applied Nonlinear Programming*, McGraw-Hill 1972.
  public static let himmelblau = Landscape(
    "himmelblau", "Himmelblau", "$f(x,y)=(x^2+y-11)^2+(x+y^2-7)^2$",
    [
      Minimum(at: 3, 2, value: 0), Minimum(at: -2.805118086952745, 3.131312518250573, value: 0),
      Minimum(at: -3.779310253377747, -3.283185991286170, value: 0),
      Minimum(at: 3.584428340330492, -1.848126526964404, value: 0),
    ], view: Window(reach: 5), start: Vector2(-0.5, -0.5), HimmelblauFormula())
}

private struct HimmelblauFormula: Formula {
  func slope(_ x: Double, _ y: Double) -> Slope {
    let (a, b) = (x * x + y - 11, x + y * y - 7)
    return Slope(value: a * a + b * b, dx: 4 * (x * a) + 2 * b, dy: 2 * a + 4 * (y * b))
  }

  func hessian(_ x: Double, _ y: Double) -> Hessian {
    Hessian(xx: 12 * (x * x) + 4 * y - 42, xy: 4 * (x + y), yy: 12 * (y * y) + 4 * x - 26)
  }
}
