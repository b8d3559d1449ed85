import Autodiff
import Networks
import Tensors
import Testing

/// Every layer against central differences, by its input and its parameters.
@Suite("A layer's derivatives") struct LayerTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let layer: any Layer
    let shape: [Int]
    var mode = Mode.training

    init(_ name: String, _ layer: any Layer, _ shape: [Int], mode: Mode = .training) {
      (testDescription, self.layer, self.shape, self.mode) = (name, layer, shape, mode)
    }
  }

  static let cases: [Case] = [
    Case("linear", Linear(4, 3), [5, 4]), Case("linear without bias", Linear(4, 3, hasBias: false), [5, 4]),
    Case("linear on a stack", Linear(4, 3), [2, 3, 4]),
    Case("convolution", Conv2d(2, 3, window: 3, padding: 1), [2, 2, 4, 5]),
    Case("convolution with a stride and no bias", Conv2d(2, 3, window: 2, stride: 2, hasBias: false), [2, 2, 5, 4]),
    Case("max pooling", MaxPool2d(2), [2, 3, 4, 4]), Case("mean pooling", AvgPool2d(3, stride: 1), [1, 2, 4, 5]),
    Case("flattening", Flatten(), [2, 3, 2, 2]), Case("batch normalisation of rows", BatchNorm(4), [6, 4]),
    Case("batch normalisation of images", BatchNorm(3), [2, 3, 2, 3]),
    Case("batch normalisation in evaluation", BatchNorm(4), [6, 4], mode: .evaluation),
    Case("layer normalisation", LayerNorm(5), [3, 5]),
    Case("group normalisation", GroupNorm(groups: 2, channels: 4), [2, 4, 2, 3]),
    Case("dropout", Dropout(0.4), [4, 5]), Case("dropout in evaluation", Dropout(0.4), [4, 5], mode: .evaluation),
    Case("softmax", Softmax(), [3, 4]), Case("log softmax", LogSoftmax(), [3, 4]), Case("ReLU", ReLU(), [3, 4]),
    Case("a residual block", Residual([Linear(4, 6), Tanh(), Linear(6, 4)]), [3, 4]),
    Case(
      "layers within layers",
      Sequential([Linear(4, 4), BatchNorm(4), Residual([Linear(4, 4), GELU()]), Sequential([Linear(4, 2)])]), [5, 4]),
  ]

  @Test("gradients and Hessians agree with differences, by input and parameters", arguments: cases) func derivatives(
    entry: Case
  ) {
    var random = SeededGenerator(seed: 1)
    var network = Network(entry.layer, using: &random)
    // Scales of exactly 1 and shifts of 0 would hide mistakes.
    for index in network.parameters.indices {
      let shape = network.parameters[index].value.shape
      network.parameters[index].value = network.parameters[index].value + random.uniform(in: -0.3...0.3, shape: shape)
    }
    for index in network.statistics.indices {
      network.statistics[index].value = random.uniform(in: 0.5...1.5, shape: network.statistics[index].value.shape)
    }

    let (trained, mode) = (network, entry.mode)
    let check = GradientCheck { variables in
      var (copy, stream) = (trained, SeededGenerator(seed: 9))
      return copy.forward(variables[0], with: Array(variables.dropFirst()), mode: mode, using: &stream)
    }
    let inputs = [random.normal(shape: entry.shape)] + network.parameters.map(\.value)
    let tape = Tape()
    let output = check.function(inputs.map { tape.constant($0) })
    let seed = random.uniform(in: -1...1, shape: output.shape)
    #expect(check.gradientError(at: inputs, seed: seed) < 1e-7)
    let directions = inputs.map { random.uniform(in: -1...1, shape: $0.shape) }
    #expect(check.hessianError(at: inputs, along: directions, seed: seed) < 1e-6)
  }

  @Test("activations have the derivatives that their curves show") func curves() {
    let functions: [any Elementwise] = [Sigmoid(), Tanh(), LeakyReLU(), ELU(), SELU(), GELU(), SiLU(), Softplus()]
    for function in functions {
      for x in [-3, -0.7, 0.4, 2.5] {
        let (step, slope) = (1e-5, function.slope(x))
        let rise = function.value(x + step) - function.value(x - step)
        #expect(abs(rise / (2 * step) - slope) < 1e-8)
        let bend = function.slope(x + step) - function.slope(x - step)
        #expect(abs(bend / (2 * step) - function.curvature(x)) < 1e-8)
      }
    }
  }
}
