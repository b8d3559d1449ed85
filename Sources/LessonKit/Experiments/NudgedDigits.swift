/// What small changes of the pictures do to a network that tells digits apart.
///
/// A nudge changes every pixel by the same amount, lighter or darker; pixels stay between paper, 0, and ink, 1.
public struct NudgedDigits: Sendable {
  /// Which way each pixel is nudged.
  public enum Direction: Sendable, CaseIterable {
    /// A coin for each pixel.
    case random
    /// The way that raises the loss. Source: I. Goodfellow et al., ICLR 2015, the fast gradient sign method.
    case adversarial
  }

  /// The network.
  public let network: Network
  /// The pictures that it is tested on.
  public let test: Dataset
  private let signs: [Direction: Tensor]

  /// A network tested on pictures of pixels from 0 to 1; the coins come from the stream.
  public init(_ network: Network, test: Dataset, using random: inout some RandomStream) {
    (self.network, self.test) = (network, test)
    let coins = random.bernoulli(0.5, shape: test.inputs.shape).map { 2 * $0 - 1 }
    let slopes = network.inputGradients(on: test).map { $0 > 0 ? 1 : $0 < 0 ? -1 : 0 }
    signs = [.random: coins, .adversarial: slopes]
  }

  /// The pictures, every pixel nudged by so much.
  public func nudged(_ direction: Direction, by size: Double) -> Dataset {
    let moved = test.inputs + (signs[direction] ?? .zeros(test.inputs.shape)) * size
    return Dataset(inputs: moved.map { min(max($0, 0), 1) }, classes: test.classes, of: test.classCount)
  }

  /// The share of pictures that the network still answers rightly.
  public func accuracy(_ direction: Direction, by size: Double) -> Double {
    network.accuracy(on: nudged(direction, by: size))
  }

  /// By how much the score of the right answer leads over the best other one, for every picture as it is; below 0 for a wrong answer.
  public var leads: [Double] {
    let scores = network(test.inputs)
    return test.classes.enumerated().map { row, right in
      let others = (0..<test.classCount).filter { $0 != right }.map { scores[row, $0] }
      return scores[row, right] - (others.max() ?? 0)
    }
  }

  /// What the network answers for every picture.
  public func answers(_ data: Dataset) -> [Int] { network(data.inputs).positionsOfGreatest(along: 1) }
}

extension Network {
  /// The gradient of the mean cross-entropy by the inputs, in evaluation: of the inputs' shape.
  public func inputGradients(on data: Dataset) -> Tensor {
    let tape = Tape()
    let weights = parameters.map { tape.constant($0.value) }
    let inputs = tape.variable(data.inputs)
    let output = evaluate(inputs, with: weights)
    tape.backward(from: Loss.crossEntropy().value(output, classes: data.classes))
    return tape.gradient(of: inputs)
  }
}
