extension Landscape {
  /// Ackley's function: a rippled plain with one pointed pit at zero.
  ///
  /// At the pit's tip the gradient is given as zero, and the second derivatives as NaN: there are
  /// none. Source: D. H. Ackley, *A Connectionist Machine for Genetic Hillclimbing*, Kluwer 1987.
  public static let ackley = Landscape(
    "ackley", "Ackley", "$f(x,y)=20+e-20\\,e^{-0.2\\sqrt{(x^2+y^2)/2}}-e^{(\\cos(2\\pi x)+\\cos(2\\pi y))/2}$",
    [Minimum(at: 0, 0, value: 0)], view: Window(reach: 5), start: Vector2(-2.6, 1.7), AckleyFormula())
}

private struct AckleyFormula: Formula {
  private static let turn = 2 * Double.pi

  func slope(_ x: Double, _ y: Double) -> Slope {
    let radius = ((x * x + y * y) / 2).squareRoot()
    let pit = 20 * exp(-0.2 * radius)
    let ripple = exp((cos(Self.turn * x) + cos(Self.turn * y)) / 2)
    // Grouped so that the tip is at zero exactly, and not a rounding error below.
    let value = (20 - pit) + (exp(1) - ripple)
    guard radius > 0 else { return Slope(value: value, dx: 0, dy: 0) }
    let (inward, wave) = (0.1 * pit / radius, Double.pi * ripple)
    return Slope(value: value, dx: inward * x + wave * sin(Self.turn * x), dy: inward * y + wave * sin(Self.turn * y))
  }

  func hessian(_ x: Double, _ y: Double) -> Hessian {
    let radius = ((x * x + y * y) / 2).squareRoot()
    guard radius > 0 else { return Hessian(xx: .nan, xy: .nan, yy: .nan) }
    let inward = 2 * exp(-0.2 * radius) / radius
    let bend = inward * (0.1 + 0.5 / radius) / radius
    let ripple = exp((cos(Self.turn * x) + cos(Self.turn * y)) / 2)
    let (waveX, waveY) = (Double.pi * sin(Self.turn * x), Double.pi * sin(Self.turn * y))
    let (crestX, crestY) = (Double.pi * Self.turn * cos(Self.turn * x), Double.pi * Self.turn * cos(Self.turn * y))
    return Hessian(
      xx: inward - bend * (x * x) + ripple * (crestX - waveX * waveX), xy: -bend * (x * y) - ripple * (waveX * waveY),
      yy: inward - bend * (y * y) + ripple * (crestY - waveY * waveY))
  }
}
