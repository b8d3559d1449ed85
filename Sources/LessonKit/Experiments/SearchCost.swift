/// What it costs to come near the minimum of a bowl: trials on a grid, or steps along the gradient.
///
/// L = ½ Σ cᵢ (wᵢ − oᵢ)², with curvatures from 1 to 10, an optimum anywhere between −1 and 1, and a grid that divides the same
/// cube. The goal is the loss of the grid's best point.
public struct SearchCost: Sendable {
  /// What a gradient costs in evaluations of the loss: one forward pass, and one back that costs about two.
  public static let gradientCost = 3
  /// The most steps of gradient descent.
  public static let mostSteps = 100_000

  /// cᵢ, and the optimum.
  public let curvatures: [Double], optimum: [Double]
  /// Values that the grid has for each weight, −1 and 1 among them.
  public let values: Int

  /// A bowl of so many weights.
  public init(weights: Int, values: Int, seed: Int) {
    require(weights >= 1 && values >= 2, "a grid of \(values) values for each of \(weights) weights")
    var stream = SeededGenerator(seed: UInt64(seed))
    optimum = (0..<weights).map { _ in stream.uniform(in: -1...1) }
    curvatures = weights == 1 ? [1] : (1...10).evenlySpaced(count: weights)
    self.values = values
  }

  /// The loss.
  public func loss(_ weights: [Double]) -> Double {
    var sum = 0.0
    for i in weights.indices { sum += curvatures[i] * (weights[i] - optimum[i]) * (weights[i] - optimum[i]) }
    return sum / 2
  }

  /// Evaluations that the grid takes: all of its points.
  public var trials: Double { pow(Double(values), Double(optimum.count)) }

  /// The best point of the grid: for each weight the value that is nearest to its optimum.
  public var bestOfGrid: [Double] {
    let gap = 2 / Double(values - 1)
    return optimum.map { ((($0 + 1) / gap).rounded()) * gap - 1 }
  }

  /// Evaluations that gradient descent takes from the middle until its loss is no higher than the grid's best.
  ///
  /// Its rate is that of the steepest direction, 1/max c; NaN if the most steps are not enough.
  public var descent: Double {
    let (goal, rate) = (loss(bestOfGrid), 1 / (curvatures.max() ?? 1))
    var weights = [Double](repeating: 0, count: optimum.count)
    for step in 0...Self.mostSteps {
      if loss(weights) <= goal { return Double(max(1, step) * Self.gradientCost) }
      for i in weights.indices { weights[i] -= rate * curvatures[i] * (weights[i] - optimum[i]) }
    }
    return .nan
  }
}
