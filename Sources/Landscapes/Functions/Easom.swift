extension Landscape {
  /// Easom's function: a level plain with a single hole, at (π, π).
  ///
  /// Source: E. E. Easom, *A Survey of Global Optimization Techniques*, Louisville 1990.
  public static let easom = Landscape(
    "easom", "Easom", "$f(x,y)=-\\cos(x)\\,\\cos(y)\\,e^{-(x-\\pi)^2-(y-\\pi)^2}$", [Minimum(at: .pi, .pi, value: -1)],
    view: Window(x: 0...6, y: 0...6), start: Vector2(1.7, 2), EasomFormula())
}

private struct EasomFormula: Formula {
  func slope(_ x: Double, _ y: Double) -> Slope {
    let (u, v) = (x - .pi, y - .pi)
    let (cosX, cosY) = (cos(x), cos(y))
    let hole = exp(-(u * u + v * v))
    return Slope(
      value: -cosX * cosY * hole, dx: hole * cosY * (sin(x) + 2 * (u * cosX)),
      dy: hole * cosX * (sin(y) + 2 * (v * cosY)))
  }

  func hessian(_ x: Double, _ y: Double) -> Hessian {
    let (u, v) = (x - .pi, y - .pi)
    let (cosX, cosY, sinX, sinY) = (cos(x), cos(y), sin(x), sin(y))
    let hole = exp(-(u * u + v * v))
    let (a, b) = (sinX + 2 * (u * cosX), sinY + 2 * (v * cosY))
    let bendX = 3 * cosX - 2 * (u * sinX) - 2 * (u * a)
    let bendY = 3 * cosY - 2 * (v * sinY) - 2 * (v * b)
    return Hessian(xx: hole * cosY * bendX, xy: -hole * a * b, yy: hole * cosX * bendY)
  }
}
