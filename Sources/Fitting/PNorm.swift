/// The norm ‖w‖ₚ = (Σ|wᵢ|ᵖ)^(1/p) of weights for a p above 0, infinity too: its ball, and the step that a penalty on it makes.
///
/// Below p = 1 it is no norm, since its ball is not convex, but is called one all the same.
public struct PNorm: Sendable, Hashable {
  /// The exponent, above 0; infinity for the largest absolute weight.
  public let p: Double

  /// A norm; `p` must be above 0.
  public init(_ p: Double) {
    require(p > 0, "the p-norm of p = \(p)")
    self.p = p
  }

  /// ‖w‖ₚ.
  public func size(_ w: [Double]) -> Double {
    let largest = w.map { abs($0) }.max() ?? 0
    guard p.isFinite, largest > 0, largest.isFinite else { return largest }
    return largest * pow(w.reduce(0) { $0 + pow(abs($1) / largest, p) }, 1 / p)
  }

  /// The proximal step: the weights x that minimise ½‖x − v‖² + λ‖x‖ₚᵖ, or λ‖x‖∞ where p is infinite.
  ///
  /// - Parameters:
  ///   - v: The weights before the step, finite.
  ///   - strength: λ, at least 0.
  /// - Returns: As many weights; those called zero are zero to the last bit. Of two minima of one depth the one at zero.
  public func proximal(_ v: [Double], strength: Double) -> [Double] {
    guard p.isFinite else { return Self.levelled(v, strength: strength) }
    return v.map { proximal($0, strength: strength) }
  }

  /// The proximal step of one weight.
  public func proximal(_ v: Double, strength: Double) -> Double {
    require(strength >= 0, "a penalty of strength \(strength)")
    let size = shrunk(abs(v), strength)
    return v < 0 && size > 0 ? -size : size
  }

  private func shrunk(_ v: Double, _ strength: Double) -> Double {
    if strength == 0 || v == 0 { return v }
    if p == 1 || p.isInfinite { return max(v - strength, 0) }
    if p == 2 { return v / (1 + 2 * strength) }
    // Where x + λp·xᵖ⁻¹ = v. From the place where the left side is least on, 0 for p > 1, it grows.
    func slope(_ x: Double) -> Double { x - v + strength * p * pow(x, p - 1) }
    let least = p > 1 ? 0 : pow(strength * p * (1 - p), 1 / (2 - p))
    if p < 1 && (least >= v || slope(least) >= 0) { return 0 }
    var (low, high) = (least, v)
    while true {
      let middle = low + 0.5 * (high - low)
      if middle <= low || middle >= high { break }
      if slope(middle) > 0 { high = middle } else { low = middle }
    }
    // Below p = 1 zero is a minimum as well.
    let isWorth = 0.5 * (high - v) * (high - v) + strength * pow(high, p) < 0.5 * v * v
    return p > 1 || isWorth ? high : 0
  }

  /// The step for the largest absolute weight: all weights beyond a level are cut to it, by λ in sum.
  private static func levelled(_ v: [Double], strength: Double) -> [Double] {
    let sizes = v.map { abs($0) }.sorted(by: >)
    guard strength > 0 else { return v }
    var (sum, level) = (0.0, 0.0)
    for (index, size) in sizes.enumerated() {
      sum += size
      let next = index + 1 < sizes.count ? sizes[index + 1] : 0
      level = max(0, (sum - strength) / Double(index + 1))
      if level >= next { break }
    }
    return v.map { $0 < 0 && level > 0 ? -min(-$0, level) : min($0, level) }
  }
}
