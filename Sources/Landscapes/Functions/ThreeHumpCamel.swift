extension Landscape {
  /// The three-hump camel: a global minimum at zero between two local ones.
  public static let threeHumpCamel = Landscape(
    "three-hump-camel", "Three-hump camel", "$f(x,y)=2x^2-1.05x^4+x^6/6+x\\,y+y^2$", [Minimum(at: 0, 0, value: 0)],
    view: Window(x: -2.5...2.5, y: -2...2), start: Vector2(-1.2, 1.5), ThreeHumpCamelFormula())
}

private struct ThreeHumpCamelFormula: Formula {
  func slope(_ x: Double, _ y: Double) -> Slope {
    let x2 = x * x
    let humps = x2 * (2 + x2 * (x2 / 6 - 1.05))
    return Slope(value: humps + y * (x + y), dx: x * (4 + x2 * (x2 - 4.2)) + y, dy: x + 2 * y)
  }

  func hessian(_ x: Double, _ y: Double) -> Hessian {
    let x2 = x * x
    return Hessian(xx: 4 + x2 * (5 * x2 - 12.6), xy: 1, yy: 2)
  }
}
