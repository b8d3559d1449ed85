/// xᵖ for a fixed p.
struct Power: Elementwise {
  let exponent: Double

  func value(_ x: Double) -> Double { pow(x, exponent) }

  func slope(_ x: Double, value y: Double) -> Double { exponent * pow(x, exponent - 1) }

  func curvature(_ x: Double, value y: Double) -> Double { exponent * (exponent - 1) * pow(x, exponent - 2) }
}

/// x².
struct Square: Elementwise {
  func value(_ x: Double) -> Double { x * x }
  func slope(_ x: Double, value y: Double) -> Double { 2 * x }
  func curvature(_ x: Double, value y: Double) -> Double { 2 }
}

/// √x.
struct SquareRoot: Elementwise {
  func value(_ x: Double) -> Double { x.squareRoot() }
  func slope(_ x: Double, value y: Double) -> Double { 0.5 / y }
  func curvature(_ x: Double, value y: Double) -> Double { -0.25 / (x * y) }
}

/// 1 / x.
struct Reciprocal: Elementwise {
  func value(_ x: Double) -> Double { 1 / x }
  func slope(_ x: Double, value y: Double) -> Double { -y * y }
  func curvature(_ x: Double, value y: Double) -> Double { 2 * y * y * y }
}

extension Variable {
  /// xᵖ of every element.
  public func power(_ exponent: Double) -> Variable { mapped(by: Power(exponent: exponent)) }

  /// x² of every element.
  public func squared() -> Variable { mapped(by: Square()) }

  /// √x of every element.
  public func squareRoot() -> Variable { mapped(by: SquareRoot()) }

  /// 1/x of every element.
  public func reciprocal() -> Variable { mapped(by: Reciprocal()) }
}
