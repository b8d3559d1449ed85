import Optimizers
import Tensors

/// What a rule did on a landscape: every point it came through, and how it ended.
public struct Walk: Sendable {
  /// How a walk ended.
  public enum Outcome: Sendable, Hashable {
    /// It took every step.
    case finished
    /// The row of this number would have been lost: not finite, or beyond the landscape's horizon.
    case diverged(step: Int)
    /// The point of this number has no height, though it is not far away: the walk left the domain.
    case leftDomain(step: Int)
  }

  /// The rule that walked; nil for an optimizer of one's own.
  public let rule: Rule?
  /// Row k is the point before step k + 1: the start first; after divergence, only what was sound.
  public let points: [Vector2]
  /// The landscape's height at each point.
  public let losses: [Double]
  /// How it ended.
  public let outcome: Outcome
  /// The point at which the walk was lost, perhaps not finite; nil if it took every step.
  public let lost: Vector2?

  /// Steps taken: one less than there are points.
  public var steps: Int { points.count - 1 }

  /// The step at which the walk was lost, far away or out of the domain; nil if it took every step.
  public var lostAt: Int? {
    switch outcome {
    case .finished: nil
    case .diverged(let step), .leftDomain(let step): step
    }
  }

  /// Whether the walk left the domain.
  public var hasLeftDomain: Bool { if case .leftDomain = outcome { true } else { false } }

  /// Whether the walk was lost before its last step.
  public var hasDiverged: Bool { outcome != .finished }

  /// The last point.
  public var end: Vector2 { points[steps] }

  /// The lowest point, the first of several, and the steps it took to get there.
  public var best: (step: Int, point: Vector2, loss: Double) {
    var best = 0
    for (step, loss) in losses.enumerated() where loss < losses[best] { best = step }
    return (best, points[best], losses[best])
  }

  /// Distance of the last point to another.
  public func distance(to target: Vector2) -> Double { end.distance(to: target) }

  /// Distance of every point to another.
  public func distances(to target: Vector2) -> [Double] { points.map { $0.distance(to: target) } }

  /// Median distance to a point over the last rows, which one lucky step cannot sway.
  ///
  /// The start is not among the rows. Infinite for a walk that diverged.
  public func settledDistance(to target: Vector2, overLast rows: Int = 100) -> Double {
    if hasDiverged { return .infinity }
    return distances(to: target).dropFirst().suffix(rows).median()
  }

  /// Steps until the walk first came as near to a point as `reach`; nil if it never did.
  public func firstStep(within reach: Double, of target: Vector2) -> Int? {
    points.firstIndex { $0.distance(to: target) <= reach }
  }
}
