import Autodiff
import Tensors

/// One way through a network: hands each layer its parameters and statistics, in order.
public struct Pass {
  /// Whether the pass is for learning or for use.
  public let mode: Mode
  private let weights: [Variable]
  private let names: [String]
  private let statisticNames: [String]
  private var nextParameter = 0
  private var nextStatistic = 0
  /// Running statistics, which layers may change.
  private(set) var statistics: [Tensor]
  /// Where dropout draws from; nil where the caller gave none.
  var random: (any RandomStream)?

  init(_ network: Network, weights: [Variable], mode: Mode, random: (any RandomStream)?) {
    (names, self.weights) = (network.parameters.map(\.id), weights)
    statisticNames = network.statistics.map(\.id)
    statistics = network.statistics.map(\.value)
    (self.mode, self.random) = (mode, random)
    require(
      weights.count == names.count, "forward: \(weights.count) weights for a network of \(names.count) parameters")
  }

  /// The next parameter, which must have this name within its layer.
  public mutating func parameter(_ name: String) -> Variable {
    require(
      nextParameter < names.count && Self.isName(name, endOf: names[nextParameter]),
      "a layer asks for '\(name)', but the next parameter is "
        + "'\(nextParameter < names.count ? names[nextParameter] : "none")'")
    defer { nextParameter += 1 }
    return weights[nextParameter]
  }

  /// Hands the next statistic to `body`, which may change it; it must have this name in its layer.
  public mutating func withStatistic<Result>(_ name: String, _ body: (inout Tensor) -> Result) -> Result {
    require(
      nextStatistic < statisticNames.count && Self.isName(name, endOf: statisticNames[nextStatistic]),
      "a layer asks for the statistic '\(name)', which is not the next")
    defer { nextStatistic += 1 }
    return body(&statistics[nextStatistic])
  }

  /// Draws ones with a probability and zeros otherwise, from the caller's random stream.
  public mutating func draw(keeping probability: Double, shape: [Int]) -> Tensor {
    guard random != nil else { fatalError("dropout in training draws: call forward with a random stream (using:)") }
    return random!.bernoulli(probability, shape: shape)
  }

  /// Draws standard normal numbers from the caller's random stream.
  public mutating func drawNormal(shape: [Int]) -> Tensor {
    guard random != nil else { fatalError("noise in training draws: call forward with a random stream (using:)") }
    return random!.normal(mean: 0, deviation: 1, shape: shape)
  }

  /// Stops the program unless every parameter and statistic was asked for.
  func finish() {
    require(
      nextParameter == names.count && nextStatistic == statisticNames.count,
      "forward asked for \(nextParameter) of \(names.count) parameters and \(nextStatistic) of "
        + "\(statisticNames.count) statistics")
  }

  private static func isName(_ name: String, endOf path: String) -> Bool {
    path == name || (path.hasSuffix(name) && path.utf8.dropLast(name.utf8.count).last == 46)
  }
}
