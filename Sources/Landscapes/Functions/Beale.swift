extension Landscape {
  /// Beale's function: a flat plain between steep corners, the minimum in a narrow bend.
  ///
  /// Source: E. M. L. Beale, *On an Iterative Method for Finding a Local Minimum of a Function of
  /// More than One Variable*, Princeton 1958.
  public static let beale = Landscape(
    "beale", "Beale", "$f(x,y)=(1.5-x+x\\,y)^2+(2.25-x+x\\,y^2)^2+(2.625-x+x\\,y^3)^2$",
    [Minimum(at: 3, 0.5, value: 0)], view: Window(reach: 4.5), start: Vector2(1, 1.5), BealeFormula())
}

/// Sum over k = 1, 2, 3 of (cₖ − x + x·yᵏ)².
private struct BealeFormula: Formula {
  func slope(_ x: Double, _ y: Double) -> Slope {
    let (y2, y3) = (y * y, y * y * y)
    let (a, b, c) = (1.5 - x + x * y, 2.25 - x + x * y2, 2.625 - x + x * y3)
    let (pullA, pullB, pullC) = (2 * a, 2 * b, 2 * c)
    let (alongX, alongY) = (pullC * y3 - pullC + pullB * y2, (pullC * x) * (3 * y2))
    return Slope(
      value: a * a + b * b + c * c, dx: alongX - pullB + pullA * y - pullA,
      dy: alongY + (pullB * x) * (2 * y) + pullA * x)
  }

  func hessian(_ x: Double, _ y: Double) -> Hessian {
    var hessian = Hessian(xx: 0, xy: 0, yy: 0)
    var (power, before, twoBefore) = (y, 1.0, 0.0)
    for (k, constant) in [(1.0, 1.5), (2, 2.25), (3, 2.625)] {
      let term = constant - x + x * power
      let (alongX, alongY) = (power - 1, k * x * before)
      hessian.xx += 2 * alongX * alongX
      hessian.xy += 2 * (alongX * alongY + term * k * before)
      hessian.yy += 2 * (alongY * alongY + term * x * k * (k - 1) * twoBefore)
      (power, before, twoBefore) = (power * y, power, before)
    }
    return hessian
  }
}
