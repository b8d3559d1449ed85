import LessonKit

extension Initialization {
  /// How loud a signal is in each layer of a deep ReLU stack before training.
  struct SignalStudy: Sendable {
    static let batch = 64
    /// By seed and scheme, the root mean square of the activations of layers 0, 1, …; layer 0 is the input.
    let runs: Repeated<[[Double]]>

    init(_ schemes: [WeightScheme] = Initialization.schemes, depth: Int, width: Int, seeds: Int, from first: Int) {
      runs = Repeated(seeds, from: first) { seed in
        var random = SeededGenerator(seed: UInt64(seed))
        let inputs = random.normal(shape: [Self.batch, width])
        let weights = (0..<depth).map { _ in WeightScheme.he.unitWeights(width: width, using: &random) }
        return schemes.map { Self.sizes(of: inputs, weights, spread: $0.spread(for: .relu, width: width)) }
      }
    }

    /// The root mean square of the signal at the input and after every layer.
    static func sizes(of inputs: Tensor, _ weights: [Tensor], spread: Double) -> [Double] {
      var signal = inputs
      let root = Double(inputs.count).squareRoot()
      return [inputs.norm() / root]
        + weights.map { weight in
          signal = Activation.relu.response(to: signal.matmul(weight, transposingSecond: true) * spread).values
          return signal.norm() / root
        }
    }

    /// The size of the signal after 0, 1, … layers.
    func sizes(_ scheme: Int) -> [Spread] { runs.spreads { $0[scheme] } }

    /// The first layer at which less than a share of the input's size is left; nil where there is none.
    func lost(_ scheme: Int, below share: Double) -> Int? {
      let medians = sizes(scheme).map(\.median)
      return medians.firstIndex { $0 < share * medians[0] }
    }
  }

  /// What gradient descent makes of one network from several initialisations: digits, six hidden layers.
  struct LearningStudy: Sendable {
    static let (steps, hidden, width, digits) = (100, 6, 32, 200)
    /// By seed and scheme.
    let runs: Repeated<[LearningRun]>

    init(_ schemes: [WeightScheme] = Initialization.schemes, rate: Double, seeds: Int, from first: Int) {
      let data = Digits.train.rows(0..<Self.digits)
      runs = Repeated(seeds, from: first) { seed in
        schemes.map { scheme in
          var random = SeededGenerator(seed: UInt64(seed))
          let network = Network(Self.layers(scheme), using: &random)
          return LearningRun(
            network, on: data, loss: .crossEntropy(), by: .sgd.with(learningRate: rate), epochs: Self.steps)
        }
      }
    }

    private static func layers(_ scheme: WeightScheme) -> [any Layer] {
      let sizes = [64] + Array(repeating: width, count: hidden) + [10]
      let layers = zip(sizes, sizes.dropFirst()).flatMap { inputs, outputs -> [any Layer] in
        [Linear(inputs, outputs, weight: initializer(scheme), bias: .zero), ReLU()]
      }
      return layers.dropLast()
    }

    private static func initializer(_ scheme: WeightScheme) -> Initializer {
      switch scheme {
      case .he, .matched: .kaimingNormal()
      case .xavier: .xavierNormal()
      case .lecun: .lecun
      case .pytorch: .standard
      case .orthogonal: .orthogonal()
      case .normal(let deviation): .normal(deviation: deviation)
      }
    }

    /// The loss before each step and after the last, as long as no seed is lost.
    func losses(_ scheme: Int) -> [Spread] { runs.spreads { $0[scheme].lossesByStep } }
    /// The loss after the last step, the median of the seeds.
    func last(_ scheme: Int) -> Double { runs.spread { $0[scheme].lossAfter ?? .infinity }.median }
    /// The loss before the first.
    func first(_ scheme: Int) -> Double { runs.spread { $0[scheme].losses.first ?? .nan }.median }
  }

  /// Which of four minima gradient descent reaches, from each start.
  struct BasinStudy {
    static let landscape = Landscape.himmelblau
    static let rule = Rule.sgd.with(learningRate: 0.004)
    static let (side, steps) = (640, 80)
    static let window = Landscape.Window(x: -5...5, y: -5...5)
    let map = StartMap(of: landscape, by: rule, over: window, columns: side, rows: side, steps: steps)
    /// Of each start, the minimum that it leads to.
    var cells: [UInt8] { map.nearest(of: Self.landscape.minima.map { [$0.point] }) }
  }
}
