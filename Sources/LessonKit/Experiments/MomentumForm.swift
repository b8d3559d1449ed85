/// A form of momentum, or none.
public enum MomentumForm: CaseIterable, Sendable {
  /// Gradient descent; momentum that sums gradients up, as PyTorch’s does; momentum that averages them.
  case descent, summed, averaged

  /// The optimizer without a rate.
  public var rule: Rule {
    switch self {
    case .descent: .sgd
    case .summed: .momentum
    case .averaged: Rule.momentum.with("ema", 1)
    }
  }

  /// The largest rate that is stable along the steep side of (κx² − y²)/2, where momentum keeps β = 0.9 of its velocity.
  public func limit(_ ratio: Double) -> Double {
    switch self {
    case .descent: 2 / ratio
    case .summed: 2 * (1 + 0.9) / ratio
    case .averaged: 2 * (1 + 0.9) / ((1 - 0.9) * ratio)
    }
  }

  /// Steps at 0.9 of that rate; NaN after 40,000.
  public func steps(ratio: Double, from start: Point) -> Double {
    let rule = rule.with(learningRate: 0.9 * limit(ratio))
    let walk = SaddleEscape.walk(rule, on: .saddle(ratio: ratio), from: start, steps: 40_000)
    return walk.stepOut.map(Double.init) ?? .nan
  }
}
