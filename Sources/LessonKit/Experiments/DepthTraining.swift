/// Deep sigmoid networks trained by several rules: does a better rule make up for a gradient that vanishes?
///
/// Two inputs, the target sin 2x₁ at mean 0 and variance 1, 64 points, full batches; 32 units a layer, normal weights of
/// variance 1/n and no biases to begin with.
public struct DepthTraining: Sendable {
  /// A rule with the rates that it is tried at.
  public typealias Plan = (rule: Rule, rates: [Double])
  /// Updates of each training.
  public static let steps = 400
  /// Units of each hidden layer.
  public static let width = 32

  /// The losses of the rules after their steps, each at its best rate, the median of the seeds.
  public let losses: [Double]
  /// The gradient of the first weights over that of the last, before training, the median of the seeds.
  public let ratio: Double

  /// Trains networks of so many hidden layers from seeds 0, 1, … by every rule at each of its rates.
  public init(depth: Int, seeds: Int, plans: [Plan]) {
    let settings = (0..<seeds).map { Self.setting(depth: depth, seed: $0) }
    losses = plans.map { rule, rates in
      let ends = (0..<rates.count * seeds).map { $0 }.concurrentMap { job in
        let (data, rate) = (settings[job % seeds], rates[job / seeds])
        return LearningRun(data.network, on: data.data, by: rule.with(learningRate: rate), epochs: Self.steps).lossAfter
          ?? .infinity
      }
      return rates.indices.map { Array(ends[$0 * seeds..<($0 + 1) * seeds]).median() }.min() ?? .nan
    }
    ratio = settings.map { Self.ratio($0.network, $0.data) }.median()
  }

  private static func setting(depth: Int, seed: Int) -> (network: Network, data: Dataset) {
    var random = SeededGenerator(seed: UInt64(seed))
    let inputs = random.normal(shape: [64, 2])
    let wave = Tensor((0..<64).map { sin(2 * inputs[$0, 0]) }, shape: [64, 1])
    let centered = wave - wave.mean()
    let data = Dataset(inputs: inputs, numbers: centered / (centered.norm() / 8))
    let hidden = (0..<depth).flatMap { layer -> [any Layer] in
      [Linear(layer == 0 ? 2 : width, width, weight: .lecun, bias: .zero), Sigmoid()]
    }
    let network = Network(hidden + [Linear(width, 1, weight: .lecun, bias: .zero)], using: &random)
    return (network, data)
  }

  private static func ratio(_ network: Network, _ data: Dataset) -> Double {
    let tape = Tape()
    let weights = network.place(on: tape)
    let output = network.evaluate(tape.constant(data.inputs), with: weights)
    let numbers = tape.constant(data.numbers)
    tape.backward(from: Loss.meanSquare.value(output, numbers: numbers))
    let gradients = network.gradients(at: weights)
    return gradients[0].norm() / gradients[gradients.count - 2].norm()
  }
}
