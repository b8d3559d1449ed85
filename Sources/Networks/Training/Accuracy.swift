import Autodiff
import Datasets
import Tensors

extension Network {
  /// The share of examples whose class has the greatest output, in evaluation; the targets must be classes.
  public func accuracy(on data: Dataset) -> Double {
    require(data.count > 0, "the accuracy on no examples")
    let answers = self(data.inputs).positionsOfGreatest(along: 1)
    return Double(zip(answers, data.classes).count { $0 == $1 }) / Double(data.count)
  }
}
