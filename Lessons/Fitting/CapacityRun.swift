import LessonKit

/// One of the notes' four networks: 1 → hidden → hidden → 1 with ReLU, and dropout after both.
struct CapacityNetwork: Sendable {
  let hidden: Int
  let dropout: Double

  /// In the order in which the notes build them.
  static let all = [
    CapacityNetwork(hidden: 4, dropout: 0), CapacityNetwork(hidden: 32, dropout: 0),
    CapacityNetwork(hidden: 128, dropout: 0), CapacityNetwork(hidden: 128, dropout: 0.3),
  ]

  var layers: [any Layer] {
    [
      Linear(1, hidden), ReLU(), Dropout(dropout), Linear(hidden, hidden), ReLU(),
      Dropout(dropout), Linear(hidden, 1),
    ]
  }
}

/// A network of the notes before and after its training.
struct CapacityRun: Sendable {
  /// What it learns from, and the curve behind that.
  let samples: Samples, truth: Samples
  private(set) var network: Network
  /// The stream that the script has come to: the masks of dropout are drawn from it.
  private(set) var stream: TorchGenerator
  /// The loss of every epoch, as the notes record it: in training mode, before the step.
  private(set) var losses: [Double] = []
  /// The mean square error against the curve after every epoch, in evaluation mode.
  private(set) var errors: [Double] = []
  /// The first epoch whose loss is beyond all bounds, if there is one.
  private(set) var divergedAt: Int?

  /// The notes' four networks as their script builds them from a seed: one stream for data, weights and masks.
  ///
  /// Without dropout a training draws nothing, so that all can be built before the first is trained.
  static func all(seed: Int) -> [CapacityRun] {
    var stream = TorchGenerator(seed: UInt64(seed))
    let data = Dataset.polynomial(using: &stream)
    let xs = data.inputs.elements
    let midway = zip(xs, xs.dropFirst()).map { ($0 + $1) / 2 }
    let places = Tensor(midway, shape: [midway.count, 1])
    let truth = Samples(places, values: places.map { $0 * $0 * ($0 - 1) })
    let samples = Samples(data.inputs, values: data.numbers)
    return CapacityNetwork.all.map { kind in
      let network = Network(kind.layers, using: &stream)
      return CapacityRun(samples: samples, truth: truth, network: network, stream: stream)
    }
  }

  private init(samples: Samples, truth: Samples, network: Network, stream: TorchGenerator) {
    (self.samples, self.truth, self.network, self.stream) = (samples, truth, network, stream)
  }

  /// Trained on all samples at once, as in the notes.
  func trained(epochs: Int, rate: Double) -> CapacityRun {
    var run = self
    let training = Training(loss: .meanSquare, epochs: epochs)
    let rule = Adam(learningRate: rate, weightDecay: 0.01)
    let history = training.run(
      &run.network, on: samples, validation: truth, by: rule, using: &run.stream)
    (run.losses, run.errors) = (history.stepLosses, history.validationLosses)
    return run
  }
}
