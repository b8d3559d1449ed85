import LessonKit

/// One of the notes' four networks, before or after its training.
struct CapacityRun: Sendable {
  /// What the network learns from, and the curve behind that at places midway between the samples.
  let samples: Dataset, truth: Dataset
  private(set) var network: Network
  /// The stream that the script has come to: the masks of dropout are drawn from it.
  private(set) var stream: TorchGenerator
  /// The loss of every epoch, as the notes record it: in training mode, before the step.
  private(set) var losses: [Double] = []
  /// The mean square error against the curve after every epoch, in evaluation mode.
  private(set) var errors: [Double] = []
  /// The first epoch whose loss is beyond all bounds, if there is one; nothing is kept of what comes after.
  private(set) var divergedAt: Int?

  /// Units of the hidden layers, and the share dropped after each, in the order in which the notes build them.
  static let shapes = [(hidden: 4, dropout: 0.0), (32, 0), (128, 0), (128, 0.3)]

  /// The notes' four networks as their script builds them from a seed: one stream for data, weights and masks.
  ///
  /// Without dropout a training draws nothing, so that all can be built before the first is trained.
  static func all(seed: Int) -> [CapacityRun] {
    var stream = TorchGenerator(seed: UInt64(seed))
    let samples = Dataset.polynomial(using: &stream)
    let xs = samples.inputs.elements
    let midway = zip(xs, xs.dropFirst()).map { ($0 + $1) / 2 }
    let places = Tensor(midway, shape: [midway.count, 1])
    let truth = Dataset(inputs: places, numbers: places.map(Self.curve))
    return shapes.map { hidden, dropout in
      let layers: [any Layer] = [
        Linear(1, hidden), ReLU(), Dropout(dropout), Linear(hidden, hidden), ReLU(),
        Dropout(dropout), Linear(hidden, 1),
      ]
      let network = Network(layers, using: &stream)
      return CapacityRun(samples: samples, truth: truth, network: network, stream: stream)
    }
  }

  /// The curve behind the samples.
  static func curve(_ x: Double) -> Double { x * x * (x - 1) }

  private init(samples: Dataset, truth: Dataset, network: Network, stream: TorchGenerator) {
    (self.samples, self.truth, self.network, self.stream) = (samples, truth, network, stream)
  }

  /// Trained on all samples at once by Adam, with the notes' weight decay of 0.01 in the gradient.
  func trained(epochs: Int, rate: Double) -> CapacityRun {
    var run = self
    let training = Training(loss: .meanSquare, epochs: epochs)
    let history = training.run(
      &run.network, on: samples, validation: truth,
      by: Adam(learningRate: rate, weightDecay: 0.01), using: &run.stream)
    (run.losses, run.errors) = (history.stepLosses, history.validationLosses)
    let bound = LearningRun.lostBeyond * (run.losses.first ?? 1)
    let lost = run.losses.firstIndex { $0 > bound }
    run.divergedAt = lost ?? (run.losses.count < epochs ? run.losses.count : nil)
    if let end = run.divergedAt {
      run.losses = Array(run.losses.prefix(end + 1))
      run.errors = Array(run.errors.prefix(max(0, end - 1)))
    }
    return run
  }

  /// The network's outputs at the samples' places: in evaluation mode.
  var evaluated: [Double] { network(samples.inputs).elements }

  /// The network's outputs at the samples' places in training mode, pass after pass; the first is what the notes draw.
  func trainingPasses(_ count: Int) -> [[Double]] {
    var (network, stream) = (network, stream)
    let tape = Tape()
    return (0..<count).map { _ in
      tape.reset()
      let weights = network.parameters.map { tape.constant($0.value) }
      let input = tape.constant(samples.inputs)
      return network.forward(input, with: weights, mode: .training, using: &stream).value.elements
    }
  }

  /// The mean square error of outputs at the samples' places against the samples, as the notes' loss has it.
  func loss(_ outputs: [Double]) -> Double {
    zip(outputs, samples.numbers.elements).map { ($0 - $1) * ($0 - $1) }.mean
  }
}
