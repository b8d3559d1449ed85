/// |x|; its slope at 0 is taken as 0.
struct Magnitude: Elementwise {
  func value(_ x: Double) -> Double { abs(x) }
  func slope(_ x: Double, value y: Double) -> Double { x > 0 ? 1 : x < 0 ? -1 : 0 }
  func curvature(_ x: Double, value y: Double) -> Double { 0 }
}

/// Huber's function: ½x² within ±δ, and straight lines of slope δ beyond.
///
/// Source: P. J. Huber, *Robust Estimation of a Location Parameter*, 1964.
public struct HuberFunction: Elementwise, Hashable {
  /// Where the square ends: δ.
  public let bound: Double

  /// The function that is a square within ±`bound`.
  public init(bound: Double = 1) { self.bound = bound }

  /// ½x² within ±δ, else δ·(|x| − ½δ).
  public func value(_ x: Double) -> Double { abs(x) <= bound ? 0.5 * x * x : bound * (abs(x) - 0.5 * bound) }

  /// x within ±δ, else ±δ.
  public func slope(_ x: Double, value y: Double) -> Double { max(-bound, min(bound, x)) }

  /// 1 within ±δ, else 0.
  public func curvature(_ x: Double, value y: Double) -> Double { abs(x) <= bound ? 1 : 0 }
}

extension Variable {
  /// |x| of every element.
  public func magnitude() -> Variable { mapped(by: Magnitude()) }
}
