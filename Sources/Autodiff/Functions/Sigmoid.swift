import Tensors

/// The logistic function σ(x) = 1 / (1 + e⁻ˣ), from 0 to 1; its slope is ¼ at most.
public struct Sigmoid: Elementwise, Hashable {
  /// The function.
  public init() {}

  /// 1 / (1 + e⁻ˣ).
  public func value(_ x: Double) -> Double { 1 / (1 + exp(-x)) }

  /// σ·(1 − σ).
  public func slope(_ x: Double, value y: Double) -> Double { y * (1 - y) }

  /// σ·(1 − σ)·(1 − 2σ).
  public func curvature(_ x: Double, value y: Double) -> Double { y * (1 - y) * (1 - 2 * y) }

  /// The values at `count` numbers.
  public func fill(_ y: UnsafeMutablePointer<Double>, at x: UnsafePointer<Double>, count: Int) {
    VectorMath.sigmoids(x, into: y, count: count)
  }
}

extension Variable {
  /// The logistic function of every element.
  public func sigmoid() -> Variable { mapped(by: Sigmoid()) }
}
