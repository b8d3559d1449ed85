/// The second derivatives of a landscape at a point: how it curves.
public struct Hessian: Sendable, Hashable {
  /// ∂²f/∂x².
  public var xx: Double
  /// ∂²f/∂x∂y, the same in both orders.
  public var xy: Double
  /// ∂²f/∂y².
  public var yy: Double

  /// Second derivatives.
  public init(xx: Double, xy: Double, yy: Double) { (self.xx, self.xy, self.yy) = (xx, xy, yy) }

  /// Curvature along the direction that curves up most, and along the one across it.
  ///
  /// The first is the larger. The one nearer to zero comes from the determinant, so that it keeps
  /// its digits where the other is far larger.
  public var eigenvalues: (largest: Double, smallest: Double) {
    let mean = (xx + yy) / 2
    let half = (xx - yy) / 2
    let spread = (half * half + xy * xy).squareRoot()
    let far = mean >= 0 ? mean + spread : mean - spread
    let near = far == 0 ? 0 : (xx * yy - xy * xy) / far
    return mean >= 0 ? (far, near) : (near, far)
  }

  /// How much more the landscape curves one way than across: |λ| farthest from 0 over the nearest.
  ///
  /// At least 1; infinite where it is straight one way, NaN where it is flat both ways.
  public var conditionNumber: Double {
    let (largest, smallest) = eigenvalues
    let (a, b) = (abs(largest), abs(smallest))
    return a > b ? a / b : b / a
  }

  /// The rate from which on gradient descent leaves a minimum that curves so: 2/λmax.
  ///
  /// Infinite where nothing curves up.
  public var stableRate: Double {
    let (largest, _) = eigenvalues
    return largest > 0 ? 2 / largest : .infinity
  }
}
