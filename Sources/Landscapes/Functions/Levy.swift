extension Landscape {
  /// Levy's function in two dimensions: a bowl with waves, steep in x and gentle in y.
  ///
  /// In u = (x − 1)/4 and v = (y − 1)/4. Source: A. V. Levy and A. Montalvo, *The Tunneling Algorithm
  /// for the Global Minimization of Functions*, SIAM J. Sci. Stat. Comput. 6, 1985.
  public static let levy = Landscape(
    "levy", "Levy",
    "$f=\\sin(\\pi(1+u))^2+u^2(1+10\\sin(\\pi(1+u)+1)^2)+v^2(1+\\sin(2\\pi v)^2)," + "\\,\\,u=(x-1)/4,\\,\\,v=(y-1)/4$",
    [Minimum(at: 1, 1, value: 0)], view: Window(reach: 10), start: Vector2(-7, 6), LevyFormula())
}

/// The sine of π(1 + u) is written as −sin πu, and that of 2π(1 + v) as sin 2πv, exact at zero.
private struct LevyFormula: Formula {
  func slope(_ x: Double, _ y: Double) -> Slope {
    let (u, v) = ((x - 1) / 4, (y - 1) / 4)
    let (angleX, angleY) = (Double.pi * u, 2 * Double.pi * v)
    let (wave, shifted, ripple) = (sin(angleX), sin(angleX + 1), sin(angleY))
    let (boostX, boostY) = (1 + 10 * (shifted * shifted), 1 + ripple * ripple)
    let value = wave * wave + u * u * boostX + v * v * boostY
    let alongU = Double.pi * sin(2 * angleX) + 2 * (u * boostX) + 10 * Double.pi * (u * u) * sin(2 * (angleX + 1))
    let alongV = 2 * (v * boostY) + 2 * Double.pi * (v * v) * sin(2 * angleY)
    return Slope(value: value, dx: alongU / 4, dy: alongV / 4)
  }

  func hessian(_ x: Double, _ y: Double) -> Hessian {
    let (u, v) = ((x - 1) / 4, (y - 1) / 4)
    let (angleX, angleY) = (Double.pi * u, 2 * Double.pi * v)
    let (shifted, ripple) = (sin(angleX + 1), sin(angleY))
    let (turnX, turnY) = (2 * (angleX + 1), 2 * angleY)
    let pi2 = Double.pi * Double.pi
    let bendU =
      2 * pi2 * cos(2 * angleX) + 2 + 20 * (shifted * shifted) + 40 * Double.pi * u * sin(turnX) + 20 * pi2 * (u * u)
      * cos(turnX)
    let bendV = 2 + 2 * (ripple * ripple) + 8 * Double.pi * v * sin(turnY) + 8 * pi2 * (v * v) * cos(turnY)
    return Hessian(xx: bendU / 16, xy: 0, yy: bendV / 16)
  }
}
