import LessonKit

/// Deep sigmoid networks trained by several rules: does a better rule make up for a gradient that vanishes?
///
/// Two inputs, the target sin 2x₁ at mean 0 and variance 1, 64 points, full batches; 32 units a layer, normal weights of
/// variance 1/n and no biases to begin with.
struct DepthTraining: Sendable {
  static let steps = 400
  /// Each rule with the rates that it is tried at; a figure takes the middle one.
  static let plans: [(rule: Rule, rates: [Double])] = [
    (.sgd, [0.03, 0.1, 0.3, 1]), (.momentum, [0.01, 0.03, 0.1, 0.3]), (.adam, [0.003, 0.01, 0.03, 0.1]),
  ]

  /// The losses of the rules after their steps, each at its best rate, the median of the seeds.
  let losses: [Double]
  /// The gradient of the first weights over that of the last, before training, the median of the seeds.
  let ratio: Double

  /// Trains networks of so many hidden layers from seeds 0, 1, …; at one rate each, or at the best of all.
  init(depth: Int, seeds: Int, isTuned: Bool, plans: [(rule: Rule, rates: [Double])] = Self.plans) {
    let settings = (0..<seeds).map { Self.setting(depth: depth, seed: $0) }
    let jobs = plans.indices.flatMap { plan in
      let rates = plans[plan].rates
      return (isTuned ? rates : [rates[1]]).flatMap { rate in settings.indices.map { (plan, rate, $0) } }
    }
    let ends = jobs.concurrentMap { plan, rate, seed in
      LearningRun(
        settings[seed].network, on: settings[seed].data, by: plans[plan].rule.with(learningRate: rate),
        epochs: Self.steps
      ).lossAfter ?? .infinity
    }
    losses = plans.indices.map { plan in
      let own = zip(jobs, ends).filter { $0.0.0 == plan }
      let medians = Set(own.map(\.0.1)).map { rate in own.filter { $0.0.1 == rate }.map(\.1).median() }
      return medians.min() ?? .nan
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
      [Linear(layer == 0 ? 2 : 32, 32, weight: .lecun, bias: .zero), Sigmoid()]
    }
    let network = Network(hidden + [Linear(32, 1, weight: .lecun, bias: .zero)], using: &random)
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
