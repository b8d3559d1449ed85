extension Landscape {
  /// Styblinski and Tang's function: four pits, one for each sign of x and y, the lowest at − −.
  ///
  /// Source: M. A. Styblinski and T.-S. Tang, *Experiments in Nonconvex Optimization*, Neural
  /// Networks 3, 1990.
  public static let styblinskiTang = Landscape(
    "styblinski-tang", "Styblinski–Tang", "$f(x,y)=(x^4-16x^2+5x+y^4-16y^2+5y)/2$",
    [Minimum(at: -2.903534027771177, -2.903534027771177, value: -78.33233140754282)], view: Window(reach: 5),
    start: Vector2(0.5, -4.5), StyblinskiTangFormula())
}

private struct StyblinskiTangFormula: Formula {
  static let isSum = true

  func slope(_ x: Double, _ y: Double) -> Slope {
    let (x2, y2) = (x * x, y * y)
    let (alongX, alongY) = (x2 * (x2 - 16) + 5 * x, y2 * (y2 - 16) + 5 * y)
    return Slope(value: (alongX + alongY) / 2, dx: x * (2 * x2 - 16) + 2.5, dy: y * (2 * y2 - 16) + 2.5)
  }

  func hessian(_ x: Double, _ y: Double) -> Hessian { Hessian(xx: 6 * (x * x) - 16, xy: 0, yy: 6 * (y * y) - 16) }
}
