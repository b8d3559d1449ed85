import Autodiff
import Tensors

/// Sets elements to 0 at random in training, and scales the rest so that the mean stays.
///
/// The probability is that of dropping, as in PyTorch and Keras. The paper's p, and TensorFlow 1's
/// `keep_prob`, is that of keeping: 1 less this one. The scaling by 1/(1 − p) is "inverted" dropout;
/// the paper scales by p at evaluation instead. Source: N. Srivastava et al., JMLR 2014.
public struct Dropout: Layer, Hashable {
  /// The probability that an element is dropped.
  public let probability: Double

  /// A layer that drops with a probability in 0..<1.
  public init(_ probability: Double) {
    require(probability >= 0 && probability < 1, "dropout with a probability of \(probability)")
    self.probability = probability
  }

  /// In training, elements dropped or scaled; in evaluation, the input.
  public func forward(_ input: Variable, in pass: inout Pass) -> Variable {
    guard pass.mode == .training && probability > 0 else { return input }
    let keeping = 1 - probability
    let mask = pass.draw(keeping: keeping, shape: input.shape) * (1 / keeping)
    return input * input.tape.constant(mask)
  }
}
