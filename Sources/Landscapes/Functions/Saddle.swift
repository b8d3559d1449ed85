extension Landscape {
  /// A saddle: lowest at 0 along x, highest at 0 along y, and without a lowest point.
  public static let saddle = Landscape(
    "saddle", "Saddle", "$f(x,y)=x^2-y^2$", [], view: Window(reach: 1.2), start: Vector2(1, -1e-6),
    SaddleFormula(rise: 2, fall: 2))

  /// A saddle that rises `ratio` times as steeply along x as it falls along y, where its curvature is −1.
  public static func saddle(ratio: Double) -> Landscape {
    Landscape(
      "saddle", "Saddle", "$f(x,y)=(\(ratio)\\,x^2-y^2)/2$", [], view: Window(reach: 1.2), start: Vector2(1, -1e-6),
      SaddleFormula(rise: ratio, fall: 1))
  }
}

private struct SaddleFormula: Formula {
  /// Curvature along x.
  let rise: Double
  /// Curvature along y, turned round.
  let fall: Double

  func slope(_ x: Double, _ y: Double) -> Slope {
    let (dx, dy) = (rise * x, -fall * y)
    return Slope(value: (dx * x + dy * y) / 2, dx: dx, dy: dy)
  }

  func hessian(_ x: Double, _ y: Double) -> Hessian { Hessian(xx: rise, xy: 0, yy: -fall) }
}
