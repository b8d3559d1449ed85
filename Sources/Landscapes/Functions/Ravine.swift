extension Landscape {
  /// A straight valley: a hundred times the curvature across it as along it.
  public static let ravine = Landscape(
    "ravine", "Ravine", "$f(x,y)=(x^2+100\\,y^2)/2$", [Minimum(at: 0, 0, value: 0)], view: Window(x: -2...2, y: -1...1),
    start: Vector2(-1.8, 0.6), RavineFormula())
}

private struct RavineFormula: Formula {
  func slope(_ x: Double, _ y: Double) -> Slope {
    let steep = 100 * y
    return Slope(value: (x * x + steep * y) / 2, dx: x, dy: steep)
  }

  func hessian(_ x: Double, _ y: Double) -> Hessian { Hessian(xx: 1, xy: 0, yy: 100) }
}
