import Autodiff
import Datasets
import Foundation
import Networks
import Optimizers
import Tensors
import Testing

@Suite("Training") struct TrainingTests {
  /// y = 2x + 1 on 32 points.
  static let line: Dataset = {
    let x = Tensor((0..<32).map { Double($0) / 16 - 1 }, shape: [32, 1])
    return Dataset(inputs: x, numbers: x * 2 + 1)
  }()

  static func network() -> Network {
    var random = SeededGenerator(seed: 5)
    return Network([Linear(1, 8), Tanh(), Linear(8, 1)], using: &random)
  }

  @Test("lowers the loss, and its history has a row for every step and epoch") func history() {
    var (network, random) = (Self.network(), SeededGenerator(seed: 1))
    var training = Training(loss: .meanSquare, epochs: 40, batchSize: 12)
    training.recordsGradientNorms = true
    let history = training.run(
      &network, on: Self.line, validation: Self.line, by: Adam(learningRate: 0.02), using: &random)
    #expect(history.outcome == .finished)
    #expect(history.stepLosses.count == 40 * 3)
    #expect(history.rates == [Double](repeating: 0.02, count: 120))
    #expect(history.gradientNorms.count == 120)
    #expect(history.epochLosses.count == 40)
    #expect(history.validationLosses.count == 40)
    #expect(history.epochLosses[39] < history.epochLosses[0] / 20)
    #expect(training.loss(of: network, on: Self.line) == history.validationLosses[39])
  }

  @Test("with the same seed gives the same bits") func determinism() {
    let runs = (0..<2).map { _ in
      var (network, random) = (Self.network(), SeededGenerator(seed: 1))
      let training = Training(loss: .meanSquare, epochs: 5, batchSize: 8)
      _ = training.run(&network, on: Self.line, by: Adam(), using: &random)
      return network.parameters
    }
    #expect(runs[0] == runs[1])
  }

  @Test("follows a schedule, step by step") func schedule() {
    var (network, random) = (Self.network(), SeededGenerator(seed: 1))
    var training = Training(loss: .meanSquare, epochs: 6)
    training.schedule = Schedule("step").with("size", 2).with("gamma", 0.5)
    let history = training.run(&network, on: Self.line, by: SGD(learningRate: 0.08), using: &random)
    #expect(history.rates == [0.08, 0.08, 0.04, 0.04, 0.02, 0.02])
  }

  @Test("takes the first steps of a longer schedule where it is told its length") func shortened() {
    var (network, random) = (Self.network(), SeededGenerator(seed: 1))
    var training = Training(loss: .meanSquare, epochs: 3)
    (training.schedule, training.scheduledSteps) = (.cosine, 50)
    let history = training.run(&network, on: Self.line, by: SGD(learningRate: 0.08), using: &random)
    #expect(history.rates == Array(Schedule.cosine.rates(from: 0.08, over: 50).prefix(3)))
  }

  @Test("lets its caller watch the network after every epoch") func watching() {
    var (network, random) = (Self.network(), SeededGenerator(seed: 1))
    var seen: [[Parameter]] = []
    _ = Training(loss: .meanSquare, epochs: 3, batchSize: 7).run(&network, on: Self.line, by: Adam(), using: &random) {
      seen.append($0.parameters)
    }
    #expect(seen.count == 3 && seen[0] != seen[1] && seen[2] == network.parameters)
    _ = Training(loss: .meanSquare, epochs: 3).run(
      &network, on: Self.line, by: SGD(learningRate: 1e200), using: &random
    ) { _ in Issue.record("the first epoch diverged") }
  }

  @Test("stops when the validation loss no longer falls, and goes back to the best epoch") func earlyStopping() {
    var (network, random) = (Self.network(), SeededGenerator(seed: 1))
    var training = Training(loss: .meanSquare, epochs: 500)
    training.patience = 4
    let other = Dataset(inputs: Self.line.inputs, numbers: Self.line.numbers * 0.3)
    let history = training.run(&network, on: Self.line, validation: other, by: Adam(learningRate: 0.05), using: &random)
    guard case .stopped(let epoch) = history.outcome, let best = history.bestEpoch else {
      Issue.record("the training did not stop: \(history.outcome)")
      return
    }
    #expect(epoch == best + 4)
    #expect(history.validationLosses.count == epoch + 1)
    #expect(training.loss(of: network, on: other) == history.validationLosses.min())
  }

  @Test("that diverges ends and says at which step") func divergence() {
    var (network, random) = (Self.network(), SeededGenerator(seed: 1))
    let history = Training(loss: .meanSquare, epochs: 2_000).run(
      &network, on: Self.line, by: SGD(learningRate: 1e6), using: &random)
    guard case .diverged(let step) = history.outcome else {
      Issue.record("the training did not diverge: \(history.outcome)")
      return
    }
    #expect(step < 2_000)
    #expect(history.stepLosses.count == step)
    #expect(history.stepLosses.filter { !$0.isFinite }.isEmpty)
  }

  @Test("a rate of NaN is reported as divergence at the first step") func notANumber() {
    var (network, random) = (Self.network(), SeededGenerator(seed: 1))
    let history = Training(loss: .meanSquare, epochs: 3).run(
      &network, on: Self.line, by: SGD(learningRate: .nan), using: &random)
    #expect(history.outcome == .diverged(step: 1))
  }

  @Test("proximal L1 makes weights exactly zero, which the gradient's L1 does not") func sparsity() {
    let zeros = [true, false].map { isProximal in
      var (network, random) = (Self.network(), SeededGenerator(seed: 1))
      var training = Training(loss: .meanSquare, epochs: 300)
      (training.penalty, training.isProximal) = (.l1(0.05), isProximal)
      _ = training.run(&network, on: Self.line, by: SGD(learningRate: 0.05), using: &random)
      let weights = network.parameters.filter { $0.value.rank == 2 }
      return weights.reduce(0) { $0 + $1.value.elements.filter { $0 == 0 }.count }
    }
    #expect(zeros[0] > 4)
    #expect(zeros[1] == 0)
  }

  @Test("clipping bounds the first step of plain gradient descent") func clipping() {
    var (network, random) = (Self.network(), SeededGenerator(seed: 1))
    let before = network.parameters
    var training = Training(loss: .meanSquare, epochs: 1)
    training.clipping = .norm(0.01)
    _ = training.run(&network, on: Self.line, by: SGD(learningRate: 1), using: &random)
    let moves = zip(network.parameters, before).map { $0.value - $1.value }
    #expect(abs(Clipping.norm(of: moves) - 0.01) < 1e-5)
  }

  static let perceptron: [any Layer] = [Linear(64, 128), ReLU(), Linear(128, 10)]

  static let convolutional: [any Layer] = [
    Conv2d(1, 16, window: 3, padding: 1), ReLU(), MaxPool2d(2), Conv2d(16, 32, window: 3, padding: 1), ReLU(),
    MaxPool2d(2), Flatten(), Linear(128, 10),
  ]

  @Test("allocates nothing for the tape after the first step") func memory() {
    let data = Digits.train.reshaped(examples: [1, 8, 8])
    let memories = [1, 3].map { epochs in
      var random = SeededGenerator(seed: 1)
      var network = Network(Self.convolutional, using: &random)
      // The last of three batches is smaller.
      let training = Training(loss: .crossEntropy(), epochs: epochs, batchSize: 32)
      let history = training.run(&network, on: data.rows(0..<80), by: Adam(), using: &random)
      return history.memory
    }
    #expect(memories[0].allocations > 20)
    #expect(memories[0] == memories[1])
  }

  /// PyTorch 2.13 in double precision: the mean of seeds 0 to 4, as `torch_bench.py` trains.
  @Test(
    "on the digits is within 1.5 points of PyTorch's mean accuracy over five seeds",
    arguments: [(false, 0.8794), (true, 0.8928)]) func digits(isConvolutional: Bool, peer: Double)
  {
    let shape = isConvolutional ? [1, 8, 8] : [64]
    let (train, test) = (Digits.train.reshaped(examples: shape), Digits.test.reshaped(examples: shape))
    let accuracies = (0..<5).map { seed in
      var random = SeededGenerator(seed: UInt64(seed))
      let layers = isConvolutional ? Self.convolutional : Self.perceptron
      var network = Network(layers, using: &random)
      _ = Training(loss: .crossEntropy(), epochs: 10, batchSize: 32).run(
        &network, on: train, by: Adam(), using: &random)
      let found = network(test.inputs).positionsOfGreatest(along: 1)
      let right = zip(found, test.classes).filter { $0 == $1 }.count
      return Double(right) / Double(test.count)
    }
    let mean = accuracies.reduce(0, +) / 5
    #expect(abs(mean - peer) < 0.015, "\(accuracies)")
  }

  @Test("on no data changes nothing") func noData() {
    var (network, random) = (Self.network(), SeededGenerator(seed: 1))
    let empty = Dataset(inputs: .zeros([0, 1]), numbers: .zeros([0, 1]))
    let history = Training(loss: .meanSquare, epochs: 3).run(&network, on: empty, by: Adam(), using: &random)
    #expect(history.stepLosses.isEmpty)
    #expect(network.parameters == Self.network().parameters)
  }
}
