extension PNorm {
  /// The edge of the ball ‖w‖ₚ ≤ 1 of two weights, in order around, its four tips on the axes exact.
  public var ball: [Point] {
    guard p.isFinite else { return [Point(1, 1), Point(-1, 1), Point(-1, -1), Point(1, -1)] }
    if p == 1 { return [Point(1, 0), Point(0, 1), Point(-1, 0), Point(0, -1)] }
    let count = 90
    let quarter = (0..<count).map { i -> Point in
      let turn = 0.5 * Double.pi * Double(i) / Double(count)
      return i == 0 ? Point(1, 0) : Point(pow(cos(turn), 2 / p), pow(sin(turn), 2 / p))
    }
    return (0..<4).flatMap { side in quarter.map { point in (0..<side).reduce(point) { p, _ in Point(-p.y, p.x) } } }
  }

  /// The point of that edge nearest to another point, to within the edge's 360 pieces.
  public func nearest(to point: Point) -> Point {
    let edge = ball
    let places = zip(edge, edge.dropFirst() + edge.prefix(1)).map { start, end in
      let way = end - start
      let along = (point - start).x * way.x + (point - start).y * way.y
      return start.mixed(with: end, by: min(1, max(0, along / (way.x * way.x + way.y * way.y))))
    }
    return places.min { $0.distance(to: point) < $1.distance(to: point) } ?? .zero
  }

  /// The area of the ball of two weights: 4Γ(1 + 1/p)²/Γ(1 + 2/p).
  public var area: Double { p.isFinite ? 4 * pow(tgamma(1 + 1 / p), 2) / tgamma(1 + 2 / p) : 4 }

  /// The corners of the ball of so many weights: the tips on the axes up to p = 1, all combinations of signs where p is
  /// infinite, none between.
  ///
  /// - Parameter count: How many weights, 1 to 20.
  public func corners(of count: Int) -> [[Double]] {
    require((1...20).contains(count), "the corners of \(count) weights")
    if p <= 1 {
      return (0..<count).flatMap { axis in [1.0, -1].map { sign in (0..<count).map { $0 == axis ? sign : 0 } } }
    }
    guard p.isInfinite else { return [] }
    return (0..<(1 << count)).map { bits in (0..<count).map { bits >> $0 & 1 == 1 ? -1 : 1 } }
  }

  /// Who a norm is in every figure: one whose corners on the axes make zeros has L1's colour, any other L2's.
  public var identity: Identity {
    let name: Phrase = p.isFinite ? "$p$ = \(p)" : "$p$ = ∞"
    return p <= 1 ? Identity.l1.named(name) : Identity.l2.named(name)
  }
}

extension PenalisedBowl {
  /// The weights that minimise loss plus λ‖w‖₁ plus ½μ‖w‖², the elastic net; strengths at least 0.
  public func elasticNet(_ strength: Double, ridge: Double) -> Vector2 {
    let target = curved(optimum)
    let damped = Hessian(xx: curvature.xx + ridge, xy: curvature.xy, yy: curvature.yy + ridge)
    let determinant = damped.xx * damped.yy - damped.xy * damped.xy
    let moved = Vector2(
      (damped.yy * target.x - damped.xy * target.y) / determinant,
      (damped.xx * target.y - damped.xy * target.x) / determinant)
    return PenalisedBowl(curvature: damped, optimum: moved).solution(.l1, strength: strength)
  }
}
