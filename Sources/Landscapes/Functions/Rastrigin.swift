extension Landscape {
  /// Rastrigin's egg box: a bowl with a dent at every pair of whole numbers, the deepest at zero.
  ///
  /// 121 local minima in the view. Source: L. A. Rastrigin, *Systems of Extremal Control*, 1974.
  public static let rastrigin = Landscape(
    "rastrigin", "Rastrigin", "$f(x,y)=20+x^2-10\\cos(2\\pi x)+y^2-10\\cos(2\\pi y)$", [Minimum(at: 0, 0, value: 0)],
    view: Window(reach: 5.12), start: Vector2(3.3, -2.4), RastriginFormula())
}

private struct RastriginFormula: Formula {
  static let isSum = true

  @inline(__always) func slope(_ x: Double, _ y: Double) -> Slope {
    let steep = 20 * Double.pi
    let (sineX, cosineX) = Turns.sineAndCosine(x)
    let (sineY, cosineY) = Turns.sineAndCosine(y)
    return Slope(
      value: 20 + x * x + y * y - 10 * (cosineX + cosineY), dx: 2 * x + steep * sineX, dy: 2 * y + steep * sineY)
  }

  func hessian(_ x: Double, _ y: Double) -> Hessian {
    let steep = 40 * Double.pi * Double.pi
    return Hessian(xx: 2 + steep * Turns.sineAndCosine(x).cosine, xy: 0, yy: 2 + steep * Turns.sineAndCosine(y).cosine)
  }
}
