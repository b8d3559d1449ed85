import Autodiff
import Datasets
import Foundation
import Networks
import Optimizers
import Tensors
import Testing

/// The notes' own scripts, which PyTorch ran in single precision, from the same random numbers.
@Suite("The notes' networks against PyTorch") struct NotesTests {
  struct Reference: Decodable {
    let first: Losses
    let race: Race
    let capacity: Capacity

    enum CodingKeys: String, CodingKey {
      case first = "003 SimpleNN"
      case race = "003 optimizers"
      case capacity = "003 capacity"
    }
  }

  struct Losses: Decodable {
    let perEpoch: [Double]

    enum CodingKeys: String, CodingKey { case perEpoch = "loss_per_epoch" }
  }

  struct Race: Decodable {
    let perEpoch: [String: [Double]]

    enum CodingKeys: String, CodingKey { case perEpoch = "loss_per_epoch" }
  }

  struct Capacity: Decodable {
    let epochs: [Int]
    let loss: [String: [Double]]
  }

  static let reference: Reference = {
    let url = Bundle.module.url(forResource: "Reference/notes", withExtension: "json")!
    return try! JSONDecoder().decode(Reference.self, from: Data(contentsOf: url))
  }()

  @Test("the first network has PyTorch's hundred losses to 1e-4") func first() {
    var torch = TorchGenerator(seed: 42)
    let data = Self.line(100, &torch)
    var network = Network([Linear(1, 10), ReLU(), Linear(10, 1)], using: &torch)
    let history = Training(loss: .meanSquare, epochs: 100).run(
      &network, on: data, by: SGD(learningRate: 0.01), using: &torch)
    #expect(Self.distance(history.stepLosses, Self.reference.first.perEpoch) < 1e-4)
  }

  @Test("the race of five rules has PyTorch's losses to 1e-4") func race() throws {
    var torch = TorchGenerator(seed: 42)
    let data = Self.line(200, &torch)
    let rules: [(String, any Optimizer)] = [
      ("SGD", SGD(learningRate: 0.01)), ("Momentum", SGD(learningRate: 0.01, momentum: 0.9)),
      ("RMSprop", RMSprop(learningRate: 0.01, squareDecay: 0.99)), ("Adam", Adam(learningRate: 0.01)),
      ("AdamW", AdamW(learningRate: 0.01, weightDecay: 0.01)),
    ]
    for (name, rule) in rules {
      var network = Network([Linear(1, 1)], using: &torch)
      let history = Training(loss: .meanSquare, epochs: 100).run(&network, on: data, by: rule, using: &torch)
      let expected = try #require(Self.reference.race.perEpoch[name])
      #expect(Self.distance(history.stepLosses, expected) < 1e-4, "\(name)")
    }
  }

  @Test("the networks of three sizes have PyTorch's losses to 1e-3 for ten epochs") func capacity() throws {
    var torch = TorchGenerator(seed: 42)
    let x = Tensor((0..<100).map { -3 + 6 * Double($0) / 99 }, shape: [100, 1])
    let noise = torch.normal(shape: [100, 1])
    let y = x.map { $0 * $0 * $0 - $0 * $0 } + noise * 0.5
    let data = Dataset(inputs: x, numbers: y)
    for width in [4, 32, 128] {
      let layers: [any Layer] = [Linear(1, width), ReLU(), Linear(width, width), ReLU(), Linear(width, 1)]
      var network = Network(layers, using: &torch)
      let history = Training(loss: .meanSquare, epochs: 300).run(
        &network, on: data, by: Adam(learningRate: 0.01, weightDecay: 0.01), using: &torch)
      let expected = try #require(Self.reference.capacity.loss["hidden=\(width)"])
      let early = Self.reference.capacity.epochs.filter { $0 <= 10 }
      let losses = early.map { history.stepLosses[$0] }
      #expect(Self.distance(losses, Array(expected.prefix(early.count))) < 1e-3, "\(width)")
    }
  }

  /// y = 2x + 1 + ε on points of deviation 5, as the notes draw it.
  private static func line(_ count: Int, _ torch: inout TorchGenerator) -> Dataset {
    let x = torch.normal(shape: [count, 1]) * 5
    return Dataset(inputs: x, numbers: x * 2 + 1 + torch.normal(shape: [count, 1]))
  }

  /// The greatest relative distance.
  private static func distance(_ values: [Double], _ expected: [Double]) -> Double {
    guard values.count == expected.count else { return .infinity }
    return zip(values, expected).map { abs($0 / $1 - 1) }.max() ?? .infinity
  }
}
