import Optimizers
import Tensors

/// A bowl or a saddle of any number of weights, ½ Σ λᵢxᵢ², whose gradient comes with normal noise on each component: what a
/// loss is like near a critical point when batches are small.
public struct NoisyQuadratic: Sendable {
  /// λᵢ, one a weight; a negative one is a direction that falls.
  public let curvatures: Tensor
  /// The standard deviation of the noise on each component of the gradient.
  public let noise: Double

  /// A function of as many weights as there are curvatures.
  public init(curvatures: [Double], noise: Double) {
    require(!curvatures.isEmpty, "a quadratic function without a curvature")
    require(noise >= 0 && noise.isFinite, "noise of standard deviation \(noise)")
    (self.curvatures, self.noise) = (Tensor(curvatures), noise)
  }

  /// The loss before the first step and after each, of a walk by a rule.
  ///
  /// - Parameters:
  ///   - start: The weights at first, as many as curvatures.
  ///   - rule: Who walks, with a learning rate from which the schedule starts.
  ///   - steps: How many updates.
  ///   - schedule: How the rate changes; a plateau looks at the loss, which has no noise.
  ///   - stream: Where the noise comes from.
  /// - Returns: One number more than steps; fewer where a loss is not finite.
  public func losses(
    from start: Tensor, by rule: Rule, steps: Int, schedule: Schedule = .constant, using stream: inout some RandomStream
  ) -> [Double] {
    var losses: [Double] = []
    losses.reserveCapacity(steps + 1)
    walk(from: start, by: rule, steps: steps, schedule, &stream) { _, _, loss in
      losses.append(loss)
      return loss.isFinite
    }
    return losses
  }

  /// The first step after which the weights are as asked, of a walk by a rule; nil if they never are.
  public func firstStep(
    from start: Tensor, by rule: Rule, steps: Int, using stream: inout some RandomStream,
    where isThere: (_ weights: Tensor) -> Bool
  ) -> Int? {
    var found: Int?
    walk(from: start, by: rule, steps: steps, .constant, &stream) { step, weights, loss in
      if isThere(weights) { found = step }
      return found == nil && loss.isFinite
    }
    return found
  }

  private func walk(
    from start: Tensor, by rule: Rule, steps: Int, _ schedule: Schedule, _ stream: inout some RandomStream,
    see: (Int, Tensor, Double) -> Bool
  ) {
    require(start.shape == curvatures.shape, "a start of shape \(start.shape), not \(curvatures.shape)")
    require(steps >= 0, "a walk of \(steps) steps")
    walk(from: start, by: rule.makeOptimizer(), steps: steps, schedule, &stream, see: see)
  }

  /// The walk itself, with the optimizer's type open.
  private func walk<Recipe: Optimizer>(
    from start: Tensor, by optimizer: Recipe, steps: Int, _ schedule: Schedule, _ stream: inout some RandomStream,
    see: (Int, Tensor, Double) -> Bool
  ) {
    var optimizer = optimizer
    var pace = schedule.pace(from: optimizer.learningRate, over: steps)
    var (weights, state) = (start, optimizer.initialState(for: start.shape))
    for step in 0...steps {
      var gradient = curvatures * weights
      let loss = 0.5 * gradient.dot(weights)
      guard see(step, weights, loss), step < steps else { return }
      if noise > 0 { gradient = gradient + stream.normal(mean: 0, deviation: noise, shape: start.shape) }
      optimizer.learningRate = pace.rate
      pace.advance(after: loss)
      optimizer.update(&weights, along: gradient, state: &state)
    }
  }
}
