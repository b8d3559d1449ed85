extension Landscape {
  /// Booth's function: a slanted elliptic bowl, its condition number 9.
  public static let booth = Landscape(
    "booth", "Booth", "$f(x,y)=(x+2y-7)^2+(2x+y-5)^2$", [Minimum(at: 1, 3, value: 0)], view: Window(reach: 10),
    start: Vector2(-8, -6), BoothFormula())
}

private struct BoothFormula: Formula {
  func slope(_ x: Double, _ y: Double) -> Slope {
    let (a, b) = (x + 2 * y - 7, 2 * x + y - 5)
    return Slope(value: a * a + b * b, dx: 2 * a + 4 * b, dy: 4 * a + 2 * b)
  }

  func hessian(_ x: Double, _ y: Double) -> Hessian { Hessian(xx: 10, xy: 8, yy: 10) }
}
