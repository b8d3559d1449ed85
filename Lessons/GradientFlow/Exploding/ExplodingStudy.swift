import LessonKit

extension Exploding {
  /// What comes back through deep ReLU stacks whose weights are larger or smaller than He's by some per cent.
  struct Study: Sendable {
    static let width = 100
    /// The sizes of the weights, as multiples of He's, in ascending order; the middle one is 1.
    let sizes: [Double]
    /// By seed and size, the norm of the gradient after 0, 1, … layers.
    let runs: Repeated<[[Double]]>

    init(depth: Int, percent: Double, seeds: Int, from first: Int) {
      let sizes = [-1, 0, 1].map { 1 + $0 * percent / 100 }
      let stack = DeepStack(depth: depth, width: Self.width, scheme: .he)
      let balance = WeightScheme.he.spread(for: .relu, width: Self.width)
      let kinds = sizes.map { (activation: Activation.relu, spread: $0 * balance) }
      self.sizes = sizes
      runs = Repeated(seeds, from: first) { stack.shares(kinds, seed: $0) }
    }

    /// The gradient after 0, 1, … layers, against that of the right weights.
    func against(_ index: Int) -> [Spread] { runs.spreads { zip($0[index], $0[1]).map { $0 / $1 } } }

    /// How many times the gradient of the right weights comes back through these, the median of the seeds.
    func ratio(_ index: Int) -> Double { against(index).last?.median ?? .nan }
  }

  /// A small tanh network under gradient descent, to the step at which its loss is no number.
  struct Overflow: Sendable {
    static let most = 600
    /// The loss before each step, all of them finite.
    let losses: [Double]
    /// After how many steps the loss or a weight is no finite number; nil if that does not happen.
    let end: Int?

    /// Trains from weights that are `size` times LeCun's.
    init(rate: Double, size: Double = 1, seed: Int, steps: Int = Self.most) {
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
}
