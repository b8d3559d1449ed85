import Autodiff
import Tensors

/// Every feature scaled by 1 + a·ε₁ and shifted by a·ε₂ in training, with ε₁ and ε₂ drawn anew in every pass.
///
/// The draws are normal, one pair a feature, the same for all rows of the batch: the distribution that the next layer sees
/// shifts from step to step. Source: S. Santurkar et al., *How Does Batch Normalization Help Optimization?*, NeurIPS 2018.
public struct FeatureNoise: Layer, Hashable {
  /// How strong the noise is: a.
  public let amount: Double

  /// A layer whose noise is so strong; 0 for none.
  public init(_ amount: Double) {
    require(amount >= 0 && amount.isFinite, "noise of \(amount) on features")
    self.amount = amount
  }

  /// In training, rows of features (2 dimensions) scaled and shifted; in evaluation, the input.
  public func forward(_ input: Variable, in pass: inout Pass) -> Variable {
    require(input.shape.count == 2, "noise on the features of shape \(Tensor.name(of: input.shape))")
    guard pass.mode == .training && amount > 0 else { return input }
    let features = input.shape[1]
    let scales = pass.drawNormal(shape: [features]) * amount + 1
    let shifts = pass.drawNormal(shape: [features]) * amount
    return input * input.tape.constant(scales) + input.tape.constant(shifts)
  }
}
