import Autodiff
import Datasets
import Landscapes
import Networks
import Optimizers
import Tensors

/// Training in the manner of the PyTorch program: the same networks, data, rules and steps.
enum TrainingWorkloads {
  static let all = [valley, fit, perceptron, convolutional, deep]

  private static let valley = Workload("training-adam-2d", measures: "1,000 Adam steps down Rosenbrock's valley") {
    let rule = Rule.adam.with(learningRate: 0.02)
    return { _ = descend(.rosenbrock, from: Vector2(-1.5, 2), by: rule, steps: 1000) }
  }

  private static let fit = Workload(
    "training-fit128", measures: "a 1-128-128-1 network, 300 full-batch Adam steps on 100 points"
  ) {
    let x = Tensor((0..<100).map { -3 + 6 * Double($0) / 99 }, shape: [100, 1])
    let data = Dataset(inputs: x, numbers: x.map { $0 * $0 * $0 - $0 * $0 })
    let layers: [any Layer] = [Linear(1, 128), ReLU(), Linear(128, 128), ReLU(), Linear(128, 1)]
    return {
      var random = SeededGenerator(seed: 0)
      var network = Network(layers, using: &random)
      _ = Training(loss: .meanSquare, epochs: 300).run(&network, on: data, by: Adam(learningRate: 0.01), using: &random)
    }
  }

  private static let perceptron = Workload(
    "training-digits-mlp", measures: "64-128-10 on the digits, 10 epochs in batches of 32"
  ) { digits([Linear(64, 128), ReLU(), Linear(128, 10)], on: Digits.train) }

  private static let convolutional = Workload(
    "training-digits-cnn", measures: "two convolutions on the digits, 10 epochs in batches of 32"
  ) {
    let layers: [any Layer] = [
      Conv2d(1, 16, window: 3, padding: 1), ReLU(), MaxPool2d(2), Conv2d(16, 32, window: 3, padding: 1), ReLU(),
      MaxPool2d(2), Flatten(), Linear(128, 10),
    ]
    return digits(layers, on: Digits.train.reshaped(examples: [1, 8, 8]))
  }

  private static let deep = Workload(
    "training-deep", measures: "20 sigmoid layers of 256 on 256 rows, forward and back, 20 times"
  ) {
    var random = SeededGenerator(seed: 0)
    let layers = (0..<20).flatMap { _ in [Linear(256, 256), Sigmoid()] as [any Layer] }
    var network = Network(layers, using: &random)
    let input = random.normal(shape: [256, 256])
    return {
      let tape = Tape()
      for _ in 0..<20 {
        tape.reset()
        let weights = network.place(on: tape)
        let output = network.forward(tape.constant(input), with: weights, mode: .training)
        tape.backward(from: output.sum())
      }
    }
  }

  private static func digits(_ layers: [any Layer], on data: Dataset) -> () -> Void {
    {
      var random = SeededGenerator(seed: 0)
      var network = Network(layers, using: &random)
      _ = Training(loss: .crossEntropy(), epochs: 10, batchSize: 32).run(&network, on: data, by: Adam(), using: &random)
    }
  }
}
