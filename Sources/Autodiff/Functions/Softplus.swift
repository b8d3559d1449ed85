/// The smooth rectifier log(1 + eˣ), whose slope is the sigmoid.
public struct Softplus: Elementwise, Hashable {
  /// The function.
  public init() {}

  /// log(1 + eˣ), without overflow.
  public func value(_ x: Double) -> Double { max(x, 0) + log1p(exp(-abs(x))) }

  /// σ(x).
  public func slope(_ x: Double, value y: Double) -> Double { 1 / (1 + exp(-x)) }

  /// σ·(1 − σ).
  public func curvature(_ x: Double, value y: Double) -> Double {
    let s = 1 / (1 + exp(-x))
    return s * (1 - s)
  }
}

extension Variable {
  /// log(1 + eˣ) of every element.
  public func softplus() -> Variable { mapped(by: Softplus()) }
}
