import Autodiff
import Tensors

extension Network {
  /// The outputs for the same input in training mode, pass after pass: with dropout no two are alike.
  public func trainingOutputs(for input: Tensor, passes: Int, using random: inout some RandomStream) -> [Tensor] {
    require(passes >= 0, "\(passes) passes")
    var copy = self
    let tape = Tape()
    return (0..<passes).map { _ in
      tape.reset()
      let weights = copy.parameters.map { tape.constant($0.value) }
      return copy.forward(tape.constant(input), with: weights, mode: .training, using: &random).value
    }
  }
}

extension Layer {
  /// What the layer alone makes of an input in training mode, its parameters as they start from a stream of seed 0.
  public func trainingOutput(for input: Tensor) -> Tensor {
    var random = SeededGenerator(seed: 0)
    return Network(self, using: &random).trainingOutputs(for: input, passes: 1, using: &random)[0]
  }
}
