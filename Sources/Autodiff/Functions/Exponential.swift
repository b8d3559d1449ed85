import Tensors

/// eˣ.
struct Exponential: Elementwise {
  func value(_ x: Double) -> Double { exp(x) }
  func slope(_ x: Double, value y: Double) -> Double { y }
  func curvature(_ x: Double, value y: Double) -> Double { y }

  func fill(_ y: UnsafeMutablePointer<Double>, at x: UnsafePointer<Double>, count: Int) {
    VectorMath.exponentials(x, into: y, count: count)
  }
}

/// The natural logarithm.
struct Logarithm: Elementwise {
  func value(_ x: Double) -> Double { log(x) }
  func slope(_ x: Double, value y: Double) -> Double { 1 / x }
  func curvature(_ x: Double, value y: Double) -> Double { -1 / (x * x) }
}

extension Variable {
  /// eˣ of every element.
  public func exponential() -> Variable { mapped(by: Exponential()) }

  /// The natural logarithm of every element.
  public func logarithm() -> Variable { mapped(by: Logarithm()) }
}
