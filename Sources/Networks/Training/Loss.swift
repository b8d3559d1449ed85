import Autodiff
import Tensors

/// How far outputs are from their targets: one number, the mean over elements or examples.
public enum Loss: Sendable, Hashable {
  /// The mean of squares of differences.
  case meanSquare
  /// The mean size of differences (L1).
  case meanMagnitude
  /// The mean of Huber's function of differences, a square within ±bound.
  case huber(bound: Double = 1)
  /// The mean of −log softmax at the right class; a share of the target may be spread evenly.
  case crossEntropy(smoothing: Double = 0)
  /// The mean of −t·log σ(x) − (1 − t)·log(1 − σ(x)) for targets from 0 to 1.
  case binaryCrossEntropy

  /// The loss of outputs, on their tape.
  public func value(_ output: Variable, _ targets: Targets) -> Variable {
    switch (self, targets) {
    case (.crossEntropy(let smoothing), .classes(let classes)):
      return output.crossEntropy(classes: classes, smoothing: smoothing)
    case (.crossEntropy, .values(let values)):
      fatalError("cross-entropy needs classes, not values of \(Tensor.name(of: values.shape))")
    case (_, .classes(let classes)):
      fatalError("\(self) needs values, not \(classes.count) classes")
    case (_, .values(let values)):
      require(
        output.shape == values.shape,
        "outputs \(Tensor.name(of: output.shape)) with targets \(Tensor.name(of: values.shape))")
      return value(output, target: output.tape.constant(values))
    }
  }

  private func value(_ output: Variable, target: Variable) -> Variable {
    switch self {
    case .meanSquare: (output - target).squared().mean()
    case .meanMagnitude: (output - target).magnitude().mean()
    case .huber(let bound): (output - target).mapped(by: HuberFunction(bound: bound)).mean()
    case .binaryCrossEntropy: (output.softplus() - output * target).mean()
    case .crossEntropy: fatalError("cross-entropy of values")
    }
  }
}
