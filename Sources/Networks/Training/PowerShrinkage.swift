/// Where ½(x − a)² + t/p·xᵖ is least over x ≥ 0, for p above 0: the proximal step of a power.
///
/// Without a closed form the slope x − a + t·xᵖ⁻¹, or the same in u = xᵖ⁻¹, is convex and rises where the
/// minimum is; Newton's method from above then falls to its root without overshooting.
/// Sources: C. Chaux et al., Inverse Problems 23, 2007, example 4.4 (p ≥ 1); G. Marjanovic and V. Solo,
/// IEEE Transactions on Signal Processing 60, 2012 (p < 1).
struct PowerShrinkage {
  let p: Double
  /// Rate times strength.
  let t: Double

  /// The least point for a of 0 or more.
  func callAsFunction(_ a: Double) -> Double {
    guard a > 0, t > 0, a.isFinite else { return a }
    if p == 1 { return max(0, a - t) }
    if p == 2 { return a / (1 + t) }
    return p < 1 ? jump(a) : p < 2 ? gentle(a) : steep(a)
  }

  /// p above 2: x + t·xᵖ⁻¹ = a.
  private func steep(_ a: Double) -> Double {
    Self.root(from: min(a, pow(a / t, 1 / (p - 1)))) { x in
      let power = pow(x, p - 2)
      return (x + t * power * x - a, 1 + t * (p - 1) * power)
    }
  }

  /// p between 1 and 2: with u = xᵖ⁻¹, u^(1/(p−1)) + t·u = a, which is not steep at 0.
  private func gentle(_ a: Double) -> Double {
    let q = 1 / (p - 1)
    let u = Self.root(from: min(pow(a, 1 / q), a / t)) { u in
      let power = pow(u, q - 1)
      return (power * u + t * u - a, q * power + t)
    }
    return pow(u, q)
  }

  /// p below 1: the cost has a minimum at 0, and perhaps a second one beyond its point of inflection; the lower counts.
  private func jump(_ a: Double) -> Double {
    let inflection = pow(t * (1 - p), 1 / (2 - p))
    guard inflection < a, inflection - a + t * pow(inflection, p - 1) < 0 else { return 0 }
    let x = Self.root(from: a) { x in
      let power = pow(x, p - 2)
      return (x - a + t * power * x, 1 - t * (1 - p) * power)
    }
    let cost = 0.5 * (x - a) * (x - a) + t / p * pow(x, p)
    return cost < 0.5 * a * a ? x : 0
  }

  /// The root below a start of a convex function that rises there, given with its slope.
  private static func root(from start: Double, of function: (Double) -> (value: Double, slope: Double)) -> Double {
    var x = start
    // Each step at least halves what is too much of one term; a hundred are never needed.
    for _ in 0..<100 {
      let (value, slope) = function(x)
      let next = x - value / slope
      guard next < x, next > 0 else { break }
      x = next
    }
    return x
  }
}
