import Foundation
import Tensors
import Testing

/// One seed and the calls made one after another, with what a peer drew.
struct DrawSequence: Decodable, CustomTestStringConvertible {
  let peer: String
  let seed: UInt64
  let draws: [Draw]

  var testDescription: String { "\(peer) seed \(seed)" }

  struct Draw: Decodable {
    let call: String
    let numbers: [Double]
    let precision: String?
    let values: [Double]

    var size: Int { Int(numbers.last!) }
    var shape: [Int] { numbers.map { Int($0) } }
    var range: Range<Int> { Int(numbers[0])..<Int(numbers[1]) }
  }

  static func load(_ url: URL) throws -> [DrawSequence] {
    try JSONDecoder().decode([DrawSequence].self, from: Data(contentsOf: url))
  }

  /// What our stream of the same seed draws, call by call; nil where it has no such call.
  func repeated() -> [[Double]?] {
    if peer == "numpy" {
      var random = RandomState(seed: UInt32(seed))
      return draws.map { random.repeating($0) }
    }
    var random = TorchGenerator(seed: seed)
    return draws.map { random.repeating($0) }
  }
}

extension RandomState {
  fileprivate mutating func repeating(_ draw: DrawSequence.Draw) -> [Double]? {
    let numbers = draw.numbers
    switch draw.call {
    case "rand": return rand(draw.size).elements
    case "randn": return randn(draw.size).elements
    case "uniform": return uniform(in: numbers[0]...numbers[1], shape: [draw.size]).elements
    case "normal": return normal(mean: numbers[0], deviation: numbers[1], shape: [draw.size]).elements
    case "permutation": return permutation(draw.size).map { Double($0) }
    case "shuffle":
      var elements = (0..<draw.size).map { Double($0) }
      shuffle(&elements)
      return elements
    case "randint": return randint(draw.range, count: draw.size).map { Double($0) }
    case "choice": return choice(Int(numbers[0]), count: Int(numbers[1]), repeating: numbers[2] == 1).map { Double($0) }
    default: return nil
    }
  }
}

extension TorchGenerator {
  fileprivate mutating func repeating(_ draw: DrawSequence.Draw) -> [Double]? {
    precision = draw.precision == "single" ? .single : .double
    let numbers = draw.numbers
    switch draw.call {
    case "rand": return rand(draw.size).elements
    case "randn": return randn(draw.size).elements
    case "uniform": return uniform(in: numbers[0]...numbers[1], shape: [draw.size]).elements
    case "normal": return normal(mean: numbers[0], deviation: numbers[1], shape: [draw.size]).elements
    case "permutation": return randperm(draw.size).map { Double($0) }
    case "mask": return bernoulli(numbers[0], shape: [draw.size]).elements
    case "bernoulli": return bernoulli(Tensor(repeating: numbers[0], shape: [draw.size])).elements
    case "randint": return randint(draw.range, count: draw.size).map { Double($0) }
    case "kaiming_uniform": return kaimingUniform(draw.shape).elements
    case "kaiming_normal": return kaimingNormal(draw.shape).elements
    case "xavier_uniform": return xavierUniform(draw.shape).elements
    case "xavier_normal": return xavierNormal(draw.shape).elements
    case "linear": return flattened(torchLayer([draw.shape[1], draw.shape[0]]))
    case "conv2d":
      let side = draw.shape[2]
      return flattened(torchLayer([draw.shape[1], draw.shape[0], side, side]))
    default: return nil
    }
  }

  private func flattened(_ layer: (weight: Tensor, bias: Tensor)) -> [Double] {
    layer.weight.elements + layer.bias.elements
  }
}
