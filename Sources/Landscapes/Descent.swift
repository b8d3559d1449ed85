import Optimizers
import Tensors

/// Walks down a landscape by a rule, and records every point.
///
/// A rule without a learning rate takes PyTorch's default, and the schedule starts from it. A walk that is lost ends there, and keeps
/// the rows before; one that is where `isThere` asks ends there too. The start must be finite; it is row 0 even where the landscape
/// has no finite height there.
///
/// - Parameters:
///   - landscape: Where to walk.
///   - start: The first point.
///   - rule: The optimizer, by its name in the catalog.
///   - steps: How many updates, at least 0.
///   - schedule: How the learning rate changes.
///   - limit: The longest gradient that is followed as it is; a longer one is shortened to it. Nil for any.
///   - isThere: Whether a point is where the walk may end.
public func descend(
  _ landscape: Landscape, from start: Vector2, by rule: Rule, steps: Int, schedule: Schedule = .constant,
  clipping limit: Double? = nil, until isThere: ((Vector2) -> Bool)? = nil
) -> Walk {
  walk(
    rule.makeOptimizer(), schedule, named: rule, on: landscape, from: start, steps: steps, clipping: limit,
    until: isThere)
}

/// Walks down a landscape by any optimizer, one of the reader's own too; otherwise as with a rule.
public func descend(
  _ landscape: Landscape, from start: Vector2, by optimizer: some Optimizer, steps: Int, schedule: Schedule = .constant,
  clipping limit: Double? = nil, until isThere: ((Vector2) -> Bool)? = nil
) -> Walk {
  walk(optimizer, schedule, named: nil, on: landscape, from: start, steps: steps, clipping: limit, until: isThere)
}

/// The walk itself, with the optimizer's type open, so that its state lies in place.
private func walk<Recipe: Optimizer>(
  _ optimizer: Recipe, _ schedule: Schedule, named rule: Rule?, on landscape: Landscape, from start: Vector2,
  steps: Int, clipping limit: Double?, until isThere: ((Vector2) -> Bool)?
) -> Walk {
  require(start.isFinite, "a walk from (\(start.x), \(start.y)), which is not finite")
  require(steps >= 0, "a walk of \(steps) steps")
  require(limit.map { $0 > 0 } ?? true, "gradients clipped to \(limit ?? 0), which is not above 0")
  var (optimizer, pace) = (optimizer, schedule.pace(from: optimizer.learningRate, over: steps))
  let isConstant = pace.isConstant
  let slope = landscape.kernel.slope
  let horizon = landscape.horizon(from: start)
  var state = optimizer.initialState(for: [2])
  var parameter = Tensor([start.x, start.y])
  var gradient = Tensor.zeros([2])
  var here = slope(start.x, start.y)
  var (points, losses) = ([start], [here.value])
  points.reserveCapacity(steps + 1)
  losses.reserveCapacity(steps + 1)
  guard here.value.isFinite else { return finish(.diverged(step: 0), lost: start) }

  if let isThere, isThere(start) { return finish(.finished) }
  for step in 0..<steps {
    let share = limit.map { min(1, $0 / hypot(here.dx, here.dy)) } ?? 1
    gradient.withMutableElements { ($0[0], $0[1]) = (share * here.dx, share * here.dy) }
    if !isConstant {
      optimizer.learningRate = pace.rate
      pace.advance(after: here.value)
    }
    optimizer.update(&parameter, along: gradient, state: &state)
    let point = parameter.withElements { Vector2($0[0], $0[1]) }
    here = slope(point.x, point.y)
    guard isSound(point, height: here.value, within: horizon) else {
      // Far away heights are no numbers either, once they overflow.
      let isNear = abs(point.x) <= 1e-4 * horizon && abs(point.y) <= 1e-4 * horizon
      let hasLeft = isNear && here.value.isNaN || gradient.withElements { $0[0].isInfinite || $0[1].isInfinite }
      return finish(hasLeft ? .leftDomain(step: step + 1) : .diverged(step: step + 1), lost: point)
    }
    points.append(point)
    losses.append(here.value)
    if let isThere, isThere(point) { break }
  }
  return finish(.finished)

  func finish(_ outcome: Walk.Outcome, lost: Vector2? = nil) -> Walk {
    Walk(rule: rule, points: points, losses: losses, outcome: outcome, lost: lost)
  }
}

/// Whether a walk may go on from a point: it and its height are finite, and it is not far gone.
@inline(__always) func isSound(_ point: Vector2, height: Double, within horizon: Double) -> Bool {
  // Comparisons with NaN are false.
  abs(point.x) <= horizon && abs(point.y) <= horizon && height.isFinite
}
