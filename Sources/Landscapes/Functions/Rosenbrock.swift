extension Landscape {
  /// Rosenbrock's banana: a long bent valley with steep sides, its floor almost level.
  ///
  /// Source: H. H. Rosenbrock, *An Automatic Method for Finding the Greatest or Least Value of a
  /// Function*, Computer Journal 3, 1960.
  public static let rosenbrock = Landscape(
    "rosenbrock", "Rosenbrock", "$f(x,y)=(1-x)^2+100\\,(y-x^2)^2$", [Minimum(at: 1, 1, value: 0)],
    view: Window(x: -2...2, y: -1...3), start: Vector2(-1.5, 2), RosenbrockFormula())
}

private struct RosenbrockFormula: Formula {
  func slope(_ x: Double, _ y: Double) -> Slope {
    let short = 1 - x
    let above = y - x * x
    let steep = 200 * above
    return Slope(value: short * short + 100 * (above * above), dx: -2 * short - 2 * (x * steep), dy: steep)
  }

  func hessian(_ x: Double, _ y: Double) -> Hessian { Hessian(xx: 2 - 400 * (y - 3 * (x * x)), xy: -400 * x, yy: 200) }
}
