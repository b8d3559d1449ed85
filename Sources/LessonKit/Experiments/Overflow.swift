/// A small tanh network under gradient descent, to the step at which its loss is no number.
public struct Overflow: Sendable {
  /// Updates at most.
  public static let most = 600
  /// The loss before each step, all of them finite.
  public let losses: [Double]
  /// After how many steps the loss or a weight is no finite number; nil if that does not happen.
  public let end: Int?

  /// Trains from weights that are `size` times LeCun's.
  public init(rate: Double, size: Double = 1, seed: Int, steps: Int = Self.most) {
    var random = SeededGenerator(seed: UInt64(seed))
    let inputs = random.normal(shape: [64, 2])
    let wave = Tensor((0..<64).map { sin(2 * inputs[$0, 0]) }, shape: [64, 1])
    let data = Dataset(inputs: inputs, numbers: wave - wave.mean())
    let (units, layers) = (16, [2, 16, 16])
    let hidden = zip(layers, layers.dropFirst()).flatMap { inputs, outputs -> [any Layer] in
      let deviation = size / Double(inputs).squareRoot()
      return [Linear(inputs, outputs, weight: .normal(deviation: deviation), bias: .zero), Tanh()]
    }
    let output = Linear(units, 1, weight: .normal(deviation: size / Double(units).squareRoot()), bias: .zero)
    var network = Network(hidden + [output], using: &random)
    let rule = Rule.sgd.with(learningRate: rate)
    let history = Training(loss: .meanSquare, epochs: steps).run(
      &network, on: data, by: rule.makeOptimizer(), using: &random)
    losses = history.stepLosses
    if case .diverged(let step) = history.outcome { end = step } else { end = nil }
  }
}
