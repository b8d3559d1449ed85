/// A weight that an L1 penalty may set to zero, step by step: against the gradient, and by proximal steps.
public struct PenalisedWalks: Sendable {
  /// The weight before each step and after the last, by steps against the gradient of loss and penalty.
  public let gradient: [Double]
  /// The same by proximal steps.
  public let proximal: [Double]
  /// Whether the best weight is zero.
  public let hasZero: Bool

  /// The second weight of a bowl, from the minimum of the loss alone.
  public init(_ bowl: PenalisedBowl, strength: Double, rate: Double, steps: Int) {
    gradient = bowl.subgradientWalk(strength: strength, rate: rate, steps: steps).map(\.y)
    proximal = bowl.proximalWalk(PNorm(1), strength: strength, rate: rate, steps: steps).map(\.y)
    hasZero = bowl.solution(.l1, strength: strength).y == 0
  }

  /// The step from which on the proximal weight is zero, nil where it is not in the end.
  public var landing: Int? { proximal.last == 0 ? (proximal.lastIndex { $0 != 0 } ?? -1) + 1 : nil }
  /// Whether the gradient's weight goes to the other side of zero, and is never zero itself.
  public var crosses: Bool { gradient.contains { $0 < 0 } && !gradient.contains(0) }

  /// The weights in view, with room for words below zero.
  public var view: ClosedRange<Double> {
    let all = gradient + proximal
    let top = 1.05 * (all.max() ?? 1)
    return min(1.15 * (all.min() ?? 0), -0.35 * top)...top
  }
}
