/// The rectifier max(x, 0); its slope at 0 is taken as 0, as PyTorch does.
///
/// NaN stays NaN.
public struct ReLU: Elementwise, Hashable {
  /// The function.
  public init() {}

  /// max(x, 0).
  public func value(_ x: Double) -> Double { x < 0 ? 0 : x }

  /// 1 above 0, else 0.
  public func slope(_ x: Double, value y: Double) -> Double { x > 0 ? 1 : 0 }

  /// 0.
  public func curvature(_ x: Double, value y: Double) -> Double { 0 }
}

/// The rectifier that lets a share of negative numbers through.
public struct LeakyReLU: Elementwise, Hashable {
  /// The slope below 0.
  public let negativeSlope: Double

  /// The function of a slope below 0; 0.01 is PyTorch's default.
  public init(negativeSlope: Double = 0.01) { self.negativeSlope = negativeSlope }

  /// x above 0, else a share of it.
  public func value(_ x: Double) -> Double { x > 0 ? x : negativeSlope * x }

  /// 1 above 0, else the share.
  public func slope(_ x: Double, value y: Double) -> Double { x > 0 ? 1 : negativeSlope }

  /// 0.
  public func curvature(_ x: Double, value y: Double) -> Double { 0 }
}

extension Variable {
  /// max(x, 0) of every element.
  public func relu() -> Variable { mapped(by: ReLU()) }
}
