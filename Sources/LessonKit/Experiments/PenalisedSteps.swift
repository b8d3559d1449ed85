extension PenalisedBowl {
  /// The weights before each step and after the last, by steps against the gradient of loss plus λ(|w₁| + |w₂|).
  ///
  /// The slope of |w| at 0 is taken to be 0. The start is the minimum of the loss alone.
  public func subgradientWalk(strength: Double, rate: Double, steps: Int) -> [Vector2] {
    func sign(_ value: Double) -> Double { value > 0 ? 1 : value < 0 ? -1 : 0 }
    return walk(steps) { w in
      let pull = pull(w)
      return Vector2(w.x + rate * (pull.x - strength * sign(w.x)), w.y + rate * (pull.y - strength * sign(w.y)))
    }
  }

  /// The weights before each step and after the last, by proximal steps: one against the gradient of the loss alone, then
  /// the norm's own step of strength ηλ.
  public func proximalWalk(_ norm: PNorm, strength: Double, rate: Double, steps: Int) -> [Vector2] {
    walk(steps) { w in
      let pull = pull(w)
      let next = norm.proximal([w.x + rate * pull.x, w.y + rate * pull.y], strength: rate * strength)
      return Vector2(next[0], next[1])
    }
  }

  private func walk(_ steps: Int, _ step: (Vector2) -> Vector2) -> [Vector2] {
    var places = [optimum]
    for _ in 0..<steps { places.append(step(places[places.count - 1])) }
    return places
  }
}
