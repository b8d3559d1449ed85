/// The first step of a layer of 50 normal weights, times several factors, under three optimizers.
///
/// A draw is a layer W and a random direction; the goal lies in that direction at the distance ‖W‖/2, the loss is half
/// the squared distance to it, its gradient exact. A layer of every size is the same draw times a factor.
public struct LayerSteps: Sendable {
  /// Weights of the layer.
  public static let weights = 50
  /// Factors on a draw: the standard deviation of the weights.
  public static let sizes = [0.1, 0.2, 0.5, 1, 2, 5, 10]
  /// Divided by the norm, without it, and as published.
  public static let rules = [Rule.lambNotes, .adam, .lamb]

  /// The learning rate.
  public let rate: Double
  /// For each draw, rule and size the length of the first step over the layer's.
  public let draws: Repeated<[[Double]]>

  /// Draws so many layers and takes the first step of each.
  public init(rate: Double, draws count: Int, seed: Int) {
    self.rate = rate
    let optimizers = Self.rules.map { $0.with(learningRate: rate).makeOptimizer() }
    // All draws come from one stream, in order.
    var stream = SeededGenerator(seed: UInt64(seed))
    let numbers = stream.normal(shape: [count, 2, Self.weights])
    draws = Repeated(count, from: 0) { draw in
      let pair = numbers.rows(draw..<draw + 1).reshaped(to: [2, Self.weights])
      let layer = pair.rows(0..<1).reshaped(to: [Self.weights])
      let direction = pair.rows(1..<2).reshaped(to: [Self.weights])
      return optimizers.map { rule in Self.sizes.map { Self.firstStep(layer * $0, towards: direction, by: rule) } }
    }
  }

  private static func firstStep(_ layer: Tensor, towards direction: Tensor, by rule: some Optimizer) -> Double {
    let way = direction * (layer.norm() / 2 / direction.norm())
    var (weights, state) = (layer, rule.initialState(for: layer.shape))
    rule.update(&weights, along: -way, state: &state)
    return (weights - layer).norm() / layer.norm()
  }

  /// The first step of layers of every size under a rule.
  public func shares(_ rule: Rule) -> [Spread] {
    guard let index = Self.rules.firstIndex(of: rule) else { fatalError("\(rule.name) was not measured") }
    return draws.spreads { $0[index] }
  }

  /// How many times farther the smallest layer goes than the largest, each by its own size.
  public func ratio(_ rule: Rule) -> Double {
    let shares = shares(rule)
    return shares[0].median / shares[shares.count - 1].median
  }
}
