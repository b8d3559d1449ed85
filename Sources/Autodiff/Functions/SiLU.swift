import Tensors

/// The sigmoid-weighted linear unit x·σ(x), also called swish.
public struct SiLU: Elementwise, Hashable {
  /// The function.
  public init() {}

  /// x·σ(x).
  public func value(_ x: Double) -> Double { x / (1 + exp(-x)) }

  /// σ·(1 + x·(1 − σ)).
  public func slope(_ x: Double, value y: Double) -> Double {
    let s = 1 / (1 + exp(-x))
    return s * (1 + x * (1 - s))
  }

  /// σ·(1 − σ)·(2 + x·(1 − 2σ)).
  public func curvature(_ x: Double, value y: Double) -> Double {
    let s = 1 / (1 + exp(-x))
    return s * (1 - s) * (2 + x * (1 - 2 * s))
  }

  /// The values at `count` numbers.
  public func fill(_ y: UnsafeMutablePointer<Double>, at x: UnsafePointer<Double>, count: Int) {
    VectorMath.sigmoids(x, into: y, count: count)
    for i in 0..<count { y[i] *= x[i] }
  }
}
