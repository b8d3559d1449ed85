/// Stacks of blocks trained from PyTorch's default weights, with skips or without: does depth help, or stop all learning?
///
/// A block is two times ReLU and a linear layer, each after batch normalisation where that is asked for. Before the blocks stands a linear layer of two
/// inputs, after them one with one output. The target sin 2x₁, at mean 0 and variance 1, is learned by Adam from all
/// points at once, so that a loss of 1 is what the mean alone brings.
public struct ResidualTraining: Sendable {
  /// Examples.
  public let points: Int
  /// Units of each layer.
  public let width: Int
  /// Updates.
  public let steps: Int
  /// Adam's learning rate.
  public let rate: Double

  /// A training.
  public init(points: Int = 32, width: Int = 16, steps: Int = 40, rate: Double = 0.01) {
    require(points > 1 && width > 0 && steps >= 0, "\(steps) steps for \(width) units on \(points) points")
    (self.points, self.width, self.steps, self.rate) = (points, width, steps, rate)
  }

  /// The mean squared errors before each step and after the last; shorter where the training diverged.
  ///
  /// Points and weights are a seed's own, the same with skips and without.
  public func losses(blocks: Int, hasSkip: Bool, hasNorm: Bool = true, seed: Int) -> [Double] {
    var random = SeededGenerator(seed: UInt64(bitPattern: Int64(seed)))
    let inputs = random.normal(shape: [points, 2])
    let network = Network(Self.layers(blocks, width: width, hasSkip: hasSkip, hasNorm: hasNorm), using: &random)
    return losses(of: network, inputs: inputs)
  }

  /// The mean squared error after the last step; NaN where the training diverged.
  public func lossAfter(blocks: Int, hasSkip: Bool, hasNorm: Bool = true, seed: Int) -> Double {
    let losses = losses(blocks: blocks, hasSkip: hasSkip, hasNorm: hasNorm, seed: seed)
    return losses.count == steps + 1 ? losses[steps] : .nan
  }

  /// The losses of a network of its own on given inputs, points × 2.
  public func losses(of network: Network, inputs: Tensor) -> [Double] {
    let wave = Tensor((0..<points).map { sin(2 * inputs[$0, 0]) }, shape: [points, 1])
    let centered = wave - wave.mean()
    let targets = centered / (centered.norm() / Double(points).squareRoot())
    var (network, random) = (network, SeededGenerator(seed: 0))
    let history = Training(loss: .meanSquare, epochs: steps + 1).run(
      &network, on: Dataset(inputs: inputs, numbers: targets), by: Rule.adam.with(learningRate: rate).makeOptimizer(),
      using: &random)
    return history.stepLosses
  }

  /// The layers of a stack.
  public static func layers(_ blocks: Int, width: Int, hasSkip: Bool, hasNorm: Bool = true) -> [any Layer] {
    let norm: [any Layer] = hasNorm ? [BatchNorm(width)] : []
    let half = norm + [ReLU(), Linear(width, width)]
    let block: any Layer = hasSkip ? Residual(half + half) : Sequential(half + half)
    return [Linear(2, width)] + Array(repeating: block, count: blocks) + [Linear(width, 1)]
  }
}
