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
