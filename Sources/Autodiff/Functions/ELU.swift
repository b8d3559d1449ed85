/// The exponential linear unit: x above 0, α·(eˣ − 1) below.
///
/// Source: D.-A. Clevert et al., *Fast and Accurate Deep Network Learning by ELUs*, ICLR 2016.
public struct ELU: Elementwise, Hashable {
  /// The depth it approaches far below 0: α.
  public let depth: Double
  /// A factor on everything: 1 in ELU, λ in SELU.
  let scale: Double

  /// The function of a depth α.
  public init(depth: Double = 1) { (self.depth, scale) = (depth, 1) }

  init(depth: Double, scale: Double) { (self.depth, self.scale) = (depth, scale) }

  /// x above 0, else α·(eˣ − 1).
  public func value(_ x: Double) -> Double { scale * (x > 0 ? x : depth * expm1(x)) }

  /// 1 above 0, else α·eˣ.
  public func slope(_ x: Double, value y: Double) -> Double { x > 0 ? scale : y + scale * depth }

  /// 0 above 0, else α·eˣ.
  public func curvature(_ x: Double, value y: Double) -> Double { x > 0 ? 0 : y + scale * depth }
}

/// The scaled ELU, whose constants keep mean 0 and variance 1 from layer to layer.
///
/// Source: G. Klambauer et al., *Self-Normalizing Neural Networks*, NeurIPS 2017, equation 2.
public struct SELU: Elementwise, Hashable {
  private static let unit = ELU(depth: 1.6732632423543772, scale: 1.0507009873554805)

  /// The function.
  public init() {}

  /// λ·x above 0, else λ·α·(eˣ − 1).
  public func value(_ x: Double) -> Double { Self.unit.value(x) }

  /// λ above 0, else λ·α·eˣ.
  public func slope(_ x: Double, value y: Double) -> Double { Self.unit.slope(x, value: y) }

  /// 0 above 0, else λ·α·eˣ.
  public func curvature(_ x: Double, value y: Double) -> Double { Self.unit.curvature(x, value: y) }
}
