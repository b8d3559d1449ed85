/// The Gaussian error linear unit x·Φ(x), with the exact Φ, not its approximation by tanh.
///
/// Source: D. Hendrycks and K. Gimpel, *Gaussian Error Linear Units*, 2016.
public struct GELU: Elementwise, Hashable {
  /// The function.
  public init() {}

  /// x·Φ(x).
  public func value(_ x: Double) -> Double { x * Self.share(x) }

  /// Φ(x) + x·φ(x).
  public func slope(_ x: Double, value y: Double) -> Double { Self.share(x) + x * Self.density(x) }

  /// φ(x)·(2 − x²).
  public func curvature(_ x: Double, value y: Double) -> Double { Self.density(x) * (2 - x * x) }

  /// Φ: the share of a standard normal distribution below x.
  private static func share(_ x: Double) -> Double { 0.5 * erfc(-x * 0.5.squareRoot()) }

  /// φ: its density.
  private static func density(_ x: Double) -> Double { exp(-0.5 * x * x) / (2 * Double.pi).squareRoot() }
}
