import Tensors

/// The hyperbolic tangent, from −1 to 1; its slope is 1 at most.
public struct Tanh: Elementwise, Hashable {
  /// The function.
  public init() {}

  /// tanh x.
  public func value(_ x: Double) -> Double { tanh(x) }

  /// 1 − tanh².
  public func slope(_ x: Double, value y: Double) -> Double { 1 - y * y }

  /// −2·tanh·(1 − tanh²).
  public func curvature(_ x: Double, value y: Double) -> Double { -2 * y * (1 - y * y) }

  /// The values at `count` numbers.
  public func fill(_ y: UnsafeMutablePointer<Double>, at x: UnsafePointer<Double>, count: Int) {
    VectorMath.tangents(x, into: y, count: count)
  }
}

extension Variable {
  /// The hyperbolic tangent of every element.
  public func hyperbolicTangent() -> Variable { mapped(by: Tanh()) }
}
