/// A quadratic loss of two weights, ½(w − o)ᵀH(w − o), and where a penalty on the weights moves its minimum.
///
/// Everything is in closed form: a weight that a solution calls zero is zero to the last bit.
public struct PenalisedBowl: Sendable {
  /// H: second derivatives of the loss.
  public let curvature: Hessian
  /// o: the minimum of the loss alone.
  public let optimum: Vector2

  /// A bowl; H must be positive definite.
  public init(curvature: Hessian, optimum: Vector2) { (self.curvature, self.optimum) = (curvature, optimum) }

  /// The bowl of the course's numbers.
  public static let course = PenalisedBowl(curvature: Hessian(xx: 2, xy: 0.6, yy: 1), optimum: Vector2(1.5, 0.3))

  /// H·v.
  public func curved(_ v: Vector2) -> Vector2 {
    Vector2(curvature.xx * v.x + curvature.xy * v.y, curvature.xy * v.x + curvature.yy * v.y)
  }

  /// The loss alone.
  public func loss(_ w: Vector2) -> Double {
    let away = Vector2(w.x - optimum.x, w.y - optimum.y)
    let slope = curved(away)
    return 0.5 * (away.x * slope.x + away.y * slope.y)
  }

  /// −∇L: which way, and how hard, the loss pulls the weights.
  public func pull(_ w: Vector2) -> Vector2 { curved(Vector2(optimum.x - w.x, optimum.y - w.y)) }

  /// The weights that minimise loss plus λ times a penalty, λ ≥ 0.
  public func solution(_ penalty: WeightPenalty, strength: Double) -> Vector2 {
    guard strength > 0 else { return optimum }
    switch penalty {
    case .l1: return lasso(strength)
    case .l2:
      let damped = Hessian(xx: curvature.xx + 2 * strength, xy: curvature.xy, yy: curvature.yy + 2 * strength)
      return Self.solve(damped, curved(optimum))
    }
  }

  /// The weights of lowest loss whose norm is at most a limit, and the strength λ that leads to them.
  ///
  /// The norm falls as λ grows, so that halving finds it to the last bit or two.
  public func solution(_ penalty: WeightPenalty, limit: Double) -> (weights: Vector2, strength: Double) {
    var (weak, strong) = (0.0, 1e3)
    for _ in 0..<100 where penalty.norm(optimum) > limit {
      let middle = 0.5 * (weak + strong)
      if penalty.norm(solution(penalty, strength: middle)) > limit { weak = middle } else { strong = middle }
    }
    let strength = penalty.norm(optimum) > limit ? strong : 0
    return (solution(penalty, strength: strength), strength)
  }

  /// The one point that fits its own signs: none, one or both weights off zero.
  private func lasso(_ strength: Double) -> Vector2 {
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
    fatalError("no lasso solution at λ = \(strength): is H positive definite?")
  }

  /// A number drawn towards zero, and to zero itself where it is not larger than `threshold`.
  private static func softened(_ value: Double, by threshold: Double) -> Double {
    abs(value) <= threshold ? 0 : value > 0 ? value - threshold : value + threshold
  }

  /// The v with M·v = right, by Cramer's rule.
  private static func solve(_ m: Hessian, _ right: Vector2) -> Vector2 {
    let determinant = m.xx * m.yy - m.xy * m.xy
    return Vector2((m.yy * right.x - m.xy * right.y) / determinant, (m.xx * right.y - m.xy * right.x) / determinant)
  }

  /// The loss's contour through a point, or one inside it: an ellipse around the optimum of so many times its size.
  ///
  /// Its first point is the point itself, to the last bit or two. Of two vectors to its edge that are conjugate one leads to the
  /// point, a; with t ⟂ H·a the other is t/√det H, since tᵀHt = det H · aᵀHa.
  public func contour(through w: Vector2, size: Double = 1) -> [Point] {
    let away = Vector2(w.x - optimum.x, w.y - optimum.y)
    let slope = curved(away)
    let root = (curvature.xx * curvature.yy - curvature.xy * curvature.xy).squareRoot()
    return Region(
      ellipse: Point(optimum), Point(away.x, away.y) * size, Point(-slope.y / root, slope.x / root) * size, as: nil
    ).corners
  }

  /// The weights after passes over both, each set to its own minimum with the other held: a soft threshold.
  public func coordinateSteps(strength: Double, passes: Int) -> Vector2 {
    let target = curved(optimum)
    var w = optimum
    for _ in 0..<passes {
      w.x = Self.softened(target.x - curvature.xy * w.y, by: strength) / curvature.xx
      w.y = Self.softened(target.y - curvature.xy * w.x, by: strength) / curvature.yy
    }
    return w
  }

  /// The share of the points of the contour through a solution that lie inside the ball, by more than rounding: 0 where they
  /// touch.
  public func shareInside(_ penalty: WeightPenalty, strength: Double) -> Double {
    let w = solution(penalty, strength: strength)
    let points = contour(through: w)
    let inside = points.count { penalty.norm(Vector2($0)) < penalty.norm(w) - 1e-12 }
    return Double(inside) / Double(points.count)
  }
}
