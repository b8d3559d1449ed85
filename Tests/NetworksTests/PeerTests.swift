import Autodiff
import Foundation
import Networks
import Tensors
import Testing

/// Layers and losses with values and gradients that PyTorch computed.
@Suite("Layers against PyTorch") struct PeerTests {
  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    let inputShape: [Int]
    let input: [Double]
    let outputShape: [Int]?
    let output: [Double]?
    let value: Double?
    let inputGradient: [Double]
    let target: [Int]?
    let parameters: [String: Weight]?
    var name = ""

    private enum CodingKeys: String, CodingKey {
      case input, output, value, target, parameters
      case inputShape = "input_shape"
      case outputShape = "output_shape"
      case inputGradient = "input_grad"
    }

    struct Weight: Decodable, Sendable {
      let shape: [Int]
      let value: [Double]
      let grad: [Double]
    }

    var testDescription: String { name }
  }

  static let cases: [Case] = {
    let url = Bundle.module.url(forResource: "Reference/layers", withExtension: "json")!
    let all = try! JSONDecoder().decode([String: Case].self, from: Data(contentsOf: url))
    return all.sorted { $0.key < $1.key }.map { name, entry in
      var entry = entry
      entry.name = name
      return entry
    }
  }()

  static let layers: [String: any Layer] = [
    "Linear(4,3)": Linear(4, 3), "Conv2d(4,6,3,padding=1)": Conv2d(4, 6, window: 3, padding: 1),
    "Conv2d(4,2,3,stride=2)": Conv2d(4, 2, window: 3, stride: 2), "BatchNorm1d(4) training": BatchNorm(4),
    "BatchNorm2d(4) training": BatchNorm(4), "LayerNorm(4)": LayerNorm(4),
    "GroupNorm(2,4)": GroupNorm(groups: 2, channels: 4), "MaxPool2d(2)": MaxPool2d(2), "AvgPool2d(2)": AvgPool2d(2),
    "Sigmoid": Sigmoid(), "Tanh": Tanh(), "ReLU": ReLU(), "LeakyReLU(0.2)": LeakyReLU(negativeSlope: 0.2), "ELU": ELU(),
    "SELU": SELU(), "GELU": GELU(), "SiLU": SiLU(), "Softplus": Softplus(), "Softmax(dim=1)": Softmax(),
    "LogSoftmax(dim=1)": LogSoftmax(),
  ]

  static let losses: [String: (Loss, Double?)] = [
    "cross_entropy": (.crossEntropy(), nil), "cross_entropy label_smoothing=0.1": (.crossEntropy(smoothing: 0.1), nil),
    "mse against 0.5": (.meanSquare, 0.5), "l1 against 0.5": (.meanMagnitude, 0.5),
    "huber delta=1 against 0.5": (.huber(), 0.5), "bce_with_logits against 0.3": (.binaryCrossEntropy, 0.3),
  ]

  @Test("every entry of the reference is a layer or a loss of ours, and the other way round") func coverage() {
    let known = Set(Self.layers.keys).union(Self.losses.keys)
    #expect(Set(Self.cases.map(\.name)) == known)
    #expect(Self.cases.count == 26)
  }

  @Test(
    "a layer's output and its gradients agree to 1e-10, fused and spelled out",
    arguments: cases.filter { layers[$0.name] != nil }, [Tape.Order.first, .second]) func layer(
      entry: Case, order: Tape.Order
    ) throws
  {
    var random = SeededGenerator(seed: 0)
    var network = Network(try #require(Self.layers[entry.name]), using: &random)
    let weights = try #require(entry.parameters)
    #expect(Set(network.parameters.map(\.id)) == Set(weights.keys))
    for index in network.parameters.indices {
      let weight = try #require(weights[network.parameters[index].id])
      #expect(network.parameters[index].value.shape == weight.shape)
      network.parameters[index].value = Tensor(weight.value, shape: weight.shape)
    }

    let tape = Tape(order: order)
    let input = tape.variable(Tensor(entry.input, shape: entry.inputShape))
    let placed = network.place(on: tape)
    let output = network.forward(input, with: placed, mode: .training)
    #expect(output.shape == entry.outputShape)
    #expect(distance(output.value, try #require(entry.output)) < 1e-10)

    let count = output.count
    let seed = (0..<count).map { -1 + 2 * Double($0) / Double(count - 1) }
    tape.backward(from: output, seed: Tensor(seed, shape: output.shape))
    #expect(distance(tape.gradient(of: input), entry.inputGradient) < 1e-10)
    for (parameter, gradient) in zip(network.parameters, network.gradients(at: placed)) {
      #expect(distance(gradient, try #require(weights[parameter.id]).grad) < 1e-10)
    }
  }

  @Test(
    "a loss and its gradient agree to 1e-10, fused and spelled out", arguments: cases.filter { losses[$0.name] != nil },
    [Tape.Order.first, .second]) func loss(entry: Case, order: Tape.Order) throws
  {
    let (loss, target) = try #require(Self.losses[entry.name])
    let tape = Tape(order: order)
    let input = tape.variable(Tensor(entry.input, shape: entry.inputShape))
    let value =
      if let target {
        loss.value(input, numbers: tape.constant(Tensor(repeating: target, shape: entry.inputShape)))
      } else { loss.value(input, classes: try #require(entry.target)) }
    #expect(abs(value.scalar - (try #require(entry.value))) < 1e-10)
    tape.backward(from: value)
    #expect(distance(tape.gradient(of: input), entry.inputGradient) < 1e-10)
  }

  /// The greatest difference of corresponding elements; infinite where one is missing or NaN.
  private func distance(_ tensor: Tensor, _ expected: [Double]) -> Double {
    guard tensor.count == expected.count else { return .infinity }
    let differences = zip(tensor.elements, expected).map { abs($0 - $1) }
    return differences.allSatisfy(\.isFinite) ? differences.max() ?? 0 : .infinity
  }
}
