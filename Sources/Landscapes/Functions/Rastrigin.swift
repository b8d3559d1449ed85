#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Landscape {
  /// Rastrigin's egg box: a bowl with a dent at every pair of whole numbers, the deepest at zero.
  ///
  /// 121 local minima in the view. Source: L. A. Rastrigin, *Systems of Extremal Control*, 1974.
  public static let rastrigin = Landscape(
    "rastrigin", "Rastrigin", "$f(x,y)=20+x^2-10\\cos 2\\pi x+y^2-10\\cos 2\\pi y$",
    [Minimum(at: 0, 0, value: 0)], view: Window(reach: 5.12), start: Vector2(3.3, -2.4),
    RastriginFormula())
}

private struct RastriginFormula: Formula {
  private static let turn = 2 * Double.pi

  func value(_ x: Double, _ y: Double) -> Double {
    let waves = cos(Self.turn * x) + cos(Self.turn * y)
    return 20 + x * x + y * y - 10 * waves
  }

  func slope(_ x: Double, _ y: Double) -> Slope {
    let steep = 10 * Self.turn
    return Slope(
      value: value(x, y), dx: 2 * x + steep * sin(Self.turn * x),
      dy: 2 * y + steep * sin(Self.turn * y))
  }

  func hessian(_ x: Double, _ y: Double) -> Hessian {
    let steep = 10 * Self.turn * Self.turn
    return Hessian(
      xx: 2 + steep * cos(Self.turn * x), xy: 0, yy: 2 + steep * cos(Self.turn * y))
  }
}
