import LessonKit

/// A quadratic loss of two weights, ½(w − o)ᵀH(w − o), and where a penalty on the weights moves its minimum.
///
/// Everything is in closed form: a weight that a solution calls zero is zero to the last bit.
struct PenalisedBowl: Sendable {
  /// H: second derivatives of the loss.
  var curvature = Hessian(xx: 2, xy: 0.6, yy: 1)
  /// o: the minimum of the loss alone.
  var optimum = Vector2(1.5, 0.3)

  /// The two penalties, each times λ.
  enum Penalty: Sendable, CaseIterable {
    /// |w₁| + |w₂|.
    case l1
    /// w₁² + w₂².
    case l2

    /// The penalty without λ.
    func value(_ w: Vector2) -> Double {
      switch self {
      case .l1: abs(w.x) + abs(w.y)
      case .l2: w.x * w.x + w.y * w.y
      }
    }

    /// The norm that the penalty bounds: ‖w‖₁ or ‖w‖₂.
    func norm(_ w: Vector2) -> Double { self == .l1 ? value(w) : w.length }
  }

  /// H·v.
  func curved(_ v: Vector2) -> Vector2 {
    Vector2(
      curvature.xx * v.x + curvature.xy * v.y, curvature.xy * v.x + curvature.yy * v.y)
  }

  /// The loss alone.
  func loss(_ w: Vector2) -> Double {
    let away = Vector2(w.x - optimum.x, w.y - optimum.y)
    let slope = curved(away)
    return 0.5 * (away.x * slope.x + away.y * slope.y)
  }

  /// −∇L: which way, and how hard, the loss pulls the weights.
  func pull(_ w: Vector2) -> Vector2 {
    curved(Vector2(optimum.x - w.x, optimum.y - w.y))
  }

  /// The weights that minimise loss plus λ times a penalty, λ ≥ 0.
  func solution(_ penalty: Penalty, strength: Double) -> Vector2 {
    switch penalty {
    case .l1: lasso(strength)
    case .l2: ridge(strength)
    }
  }

  /// (H + 2λI)w = H·o, by Cramer's rule.
  private func ridge(_ strength: Double) -> Vector2 {
    guard strength > 0 else { return optimum }
    let damped = Hessian(
      xx: curvature.xx + 2 * strength, xy: curvature.xy, yy: curvature.yy + 2 * strength)
    return Self.solve(damped, curved(optimum))
  }

  /// The one point that fits its own signs: none, one or both weights off zero.
  private func lasso(_ strength: Double) -> Vector2 {
    guard strength > 0 else { return optimum }
    let target = curved(optimum)
    if max(abs(target.x), abs(target.y)) <= strength { return Vector2(0, 0) }
    let first = Self.softened(target.x, by: strength) / curvature.xx
    if abs(target.y - curvature.xy * first) <= strength { return Vector2(first, 0) }
    let second = Self.softened(target.y, by: strength) / curvature.yy
    if abs(target.x - curvature.xy * second) <= strength { return Vector2(0, second) }
    for signs in [Vector2(1, 1), Vector2(1, -1), Vector2(-1, 1), Vector2(-1, -1)] {
      let shifted = Vector2(target.x - strength * signs.x, target.y - strength * signs.y)
      let w = Self.solve(curvature, shifted)
      if w.x * signs.x >= 0 && w.y * signs.y >= 0 { return w }
    }
    preconditionFailure("no lasso solution at λ = \(strength): is H positive definite?")
  }

  /// A number drawn towards zero, and to zero itself where it is not larger than `threshold`.
  static func softened(_ value: Double, by threshold: Double) -> Double {
    abs(value) <= threshold ? 0 : value > 0 ? value - threshold : value + threshold
  }

  /// The v with M·v = right.
  private static func solve(_ m: Hessian, _ right: Vector2) -> Vector2 {
    let determinant = m.xx * m.yy - m.xy * m.xy
    return Vector2(
      (m.yy * right.x - m.xy * right.y) / determinant,
      (m.xx * right.y - m.xy * right.x) / determinant)
  }

  /// The loss's contour through a point, as an ellipse around the optimum: two vectors to its edge that are conjugate.
  ///
  /// Its points are optimum + toPoint·cos t + aside·sin t; the point itself is the one at t = 0, to the last bit
  /// or two. With t ⟂ H·a, the vector across is t/√det H, since tᵀHt = det H · aᵀHa.
  func contour(through w: Vector2) -> (toPoint: Point, aside: Point) {
    let away = Vector2(w.x - optimum.x, w.y - optimum.y)
    let slope = curved(away)
    let root = (curvature.xx * curvature.yy - curvature.xy * curvature.xy).squareRoot()
    return (Point(away.x, away.y), Point(-slope.y / root, slope.x / root))
  }

  /// From this λ on, L1 holds the first, and the second, weight at zero.
  ///
  /// Found by halving, since which weight goes first hangs on the bowl.
  var zeroedFrom: (first: Double, second: Double) {
    func strength(_ isZero: (Vector2) -> Bool) -> Double {
      var (low, high) = (0.0, max(abs(curved(optimum).x), abs(curved(optimum).y)))
      for _ in 0..<60 {
        let middle = (low + high) / 2
        if isZero(solution(.l1, strength: middle)) { high = middle } else { low = middle }
      }
      return high
    }
    return (strength { $0.x == 0 }, strength { $0.y == 0 })
  }

  /// The weights after passes over both, each set to its own minimum with the other held: a soft threshold.
  func coordinateSteps(strength: Double, passes: Int) -> Vector2 {
    let target = curved(optimum)
    var w = optimum
    for _ in 0..<passes {
      w.x = Self.softened(target.x - curvature.xy * w.y, by: strength) / curvature.xx
      w.y = Self.softened(target.y - curvature.xy * w.x, by: strength) / curvature.yy
    }
    return w
  }

  /// The weights after steps against the gradient of loss plus λ(|w₁| + |w₂|), taking 0 for the slope of |w| at 0.
  func subgradientSteps(strength: Double, rate: Double, steps: Int) -> Vector2 {
    func sign(_ value: Double) -> Double { value > 0 ? 1 : value < 0 ? -1 : 0 }
    var w = optimum
    for _ in 0..<steps {
      let pull = pull(w)
      w = Vector2(
        w.x + rate * (pull.x - strength * sign(w.x)), w.y + rate * (pull.y - strength * sign(w.y)))
    }
    return w
  }
}
