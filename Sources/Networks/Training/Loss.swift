import Autodiff
import Datasets
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

  /// The loss of outputs against numbers of their shape, on their tape.
  public func value(_ output: Variable, numbers: Variable) -> Variable {
    require(
      output.shape == numbers.shape,
      "outputs \(Tensor.name(of: output.shape)) with targets \(Tensor.name(of: numbers.shape))")
    return switch self {
    case .meanSquare: (output - numbers).squared().mean()
    case .meanMagnitude: (output - numbers).magnitude().mean()
    case .huber(let bound): (output - numbers).mapped(by: HuberFunction(bound: bound)).mean()
    case .binaryCrossEntropy: (output.softplus() - output * numbers).mean()
    case .crossEntropy: fatalError("cross-entropy needs classes, not numbers")
    }
  }

  /// The loss of outputs against classes, one for each row; only cross-entropy takes classes.
  public func value(_ output: Variable, classes: [Int]) -> Variable {
    guard case .crossEntropy(let smoothing) = self else { fatalError("\(self) needs numbers, not classes") }
    return output.crossEntropy(classes: classes, smoothing: smoothing)
  }

  /// The loss of outputs for some examples of a data set, or for all.
  func value(_ output: Variable, of data: Dataset, rows: [Int]?) -> Variable {
    let tape = output.tape
    switch data.targets {
    case .classes(let classes, _): return value(output, classes: rows.map { $0.map { classes[$0] } } ?? classes)
    case .numbers(let numbers):
      return value(output, numbers: rows.map { tape.constant(rows: $0, of: numbers) } ?? tape.constant(numbers))
    }
  }
}
