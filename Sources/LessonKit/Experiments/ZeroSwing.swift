/// How steps against the gradient keep a weight swinging about the zero that an L1 penalty has for it.
public struct ZeroSwing: Sendable {
  /// The jumps of a step down and up, as signed differences: the least and the greatest.
  public let jumps: ClosedRange<Double>
  /// The largest distance of the weight from zero.
  public let reach: Double

  /// The second weight of a bowl over the last 5,000 of 20,000 steps, from the minimum of the loss alone.
  public init(_ bowl: PenalisedBowl, strength: Double, rate: Double) {
    let weights = bowl.subgradientWalk(strength: strength, rate: rate, steps: 20_000).suffix(5000).map(\.y)
    let jumps = zip(weights.dropFirst(), weights).map { $0 - $1 }
    self.jumps = (jumps.min() ?? 0)...(jumps.max() ?? 0)
    reach = weights.map { abs($0) }.max() ?? 0
  }
}
