/// The sine.
struct Sine: Elementwise {
  func value(_ x: Double) -> Double { sin(x) }
  func slope(_ x: Double, value y: Double) -> Double { cos(x) }
  func curvature(_ x: Double, value y: Double) -> Double { -y }
}

/// The cosine.
struct Cosine: Elementwise {
  func value(_ x: Double) -> Double { cos(x) }
  func slope(_ x: Double, value y: Double) -> Double { -sin(x) }
  func curvature(_ x: Double, value y: Double) -> Double { -y }
}

extension Variable {
  /// The sine of every element.
  public func sine() -> Variable { mapped(by: Sine()) }

  /// The cosine of every element.
  public func cosine() -> Variable { mapped(by: Cosine()) }
}
