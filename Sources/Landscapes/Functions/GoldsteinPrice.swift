extension Landscape {
  /// Goldstein and Price's function: heights from 3 to a million, four local minima.
  ///
  /// Written in s = x + y + 1 and t = 2x − 3y, of which its two factors are polynomials. Source:
  /// A. A. Goldstein and J. F. Price, *On Descent from Local Minima*, Math. Comp. 25, 1971.
  public static let goldsteinPrice = Landscape(
    "goldstein-price", "Goldstein–Price", "$f=(1+36s^2-20s^3+3s^4)(30+18t^2-16t^3+3t^4),\\,\\,s=x+y+1,\\,\\,t=2x-3y$",
    [Minimum(at: 0, -1, value: 3)], view: Window(x: -2...2, y: -3...1), start: Vector2(1.5, 0.5),
    GoldsteinPriceFormula())
}

private struct GoldsteinPriceFormula: Formula {
  func slope(_ x: Double, _ y: Double) -> Slope {
    let (p, q) = (Factor.first(x + y + 1), Factor.second(2 * x - 3 * y))
    let (across, along) = (p.slope * q.value, p.value * q.slope)
    return Slope(value: p.value * q.value, dx: across + 2 * along, dy: across - 3 * along)
  }

  func hessian(_ x: Double, _ y: Double) -> Hessian {
    let (p, q) = (Factor.first(x + y + 1), Factor.second(2 * x - 3 * y))
    let (a, b, c) = (p.bend * q.value, p.slope * q.slope, p.value * q.bend)
    return Hessian(xx: a + 4 * b + 4 * c, xy: a - b - 6 * c, yy: a - 6 * b + 9 * c)
  }
}

/// One factor: its value and its first two derivatives.
private struct Factor {
  var value: Double
  var slope: Double
  var bend: Double

  /// 1 + 36s² − 20s³ + 3s⁴.
  static func first(_ s: Double) -> Factor {
    Factor(
      value: 1 + s * s * (36 + s * (3 * s - 20)), slope: s * (72 + s * (12 * s - 60)), bend: 72 + s * (36 * s - 120))
  }

  /// 30 + 18t² − 16t³ + 3t⁴.
  static func second(_ t: Double) -> Factor {
    Factor(
      value: 30 + t * t * (18 + t * (3 * t - 16)), slope: t * (36 + t * (12 * t - 48)), bend: 36 + t * (36 * t - 96))
  }
}
