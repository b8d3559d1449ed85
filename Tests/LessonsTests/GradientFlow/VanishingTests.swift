import Foundation
import LessonKit
import Testing

@testable import Lessons

@Suite("The vanishing gradient") struct VanishingTests {
  /// sin(start + 1.7k² + 0.3k) for k = 0, 1, …
  private func wave(_ start: Double, _ shape: [Int]) -> Tensor {
    let values = (0..<shape[0] * shape[1]).map { index -> Double in
      let k = Double(index)
      return sin(start + 1.7 * k * k + 0.3 * k)
    }
    return Tensor(values, shape: shape)
  }

  @Test("what a stack leaves of a gradient is what PyTorch finds", arguments: Activation.allCases) func peer(
    activation: Activation
  ) throws {
    let peer = GradientFlowReference.shared
    let weights = (0..<peer.depth).map {
      wave(3 + Double($0), [peer.width, peer.width]) * (2 / Double(peer.width)).squareRoot()
    }
    let shares = DeepStack.shares(
      activation, spread: peer.spread, inputs: wave(1, [peer.batch, peer.width]),
      top: wave(2, [peer.batch, peer.width]), weights: weights)
    let wanted = try #require(peer.shares[activation.rawValue])
    #expect(shares.count == wanted.count)
    for (share, wanted) in zip(shares, wanted) { #expect(abs(share / wanted - 1) < 1e-9) }
  }

  @Test("wide stacks follow the theory of wide networks", arguments: [Activation.sigmoid, .tanh, .relu]) func theory(
    activation: Activation
  ) {
    let stacks = StackGradients([activation], depth: 6, width: 256, scheme: .he, seeds: 8, from: 0)
    let spread = WeightScheme.he.spread(for: activation, width: 256)
    let factor = GrowthModel(activation).factor(spread: spread, depth: 6)
    #expect(abs(pow(stacks.left(activation), 1 / 6.0) / factor - 1) < 0.05)
    #expect(stacks.left(.silu).isNaN && stacks.loss(0) == nil && stacks.shares(0).count == 7)
  }

  @Test(
    "the headline follows the run",
    arguments: [
      ([:], "Sigmoid loses the gradient in 20 layers, ReLU keeps it"),
      (["init": "pytorch"], "Through 20 sigmoid layers the gradient all but disappears"),
      (["depth": "1"], "What 1 layer of a network leave of a gradient"),
      (["act": "relu,tanh"], "What 20 layers of a network leave of a gradient"),
    ]) func headlines(options: [String: String], title: String) throws
  {
    let recipe = try Recipe(Vanishing.self, given: options.map { Options.Given($0.key, $0.value) })
    #expect(try recipe.draw(recipe.figures[0]).title.english == title)
  }
}
