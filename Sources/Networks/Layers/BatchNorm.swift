import Autodiff
import Tensors

/// Each feature less its mean over the batch, divided by its deviation, then scaled and shifted.
///
/// For rows of features (2 dimensions), or images by channel (4). In evaluation the running mean and
/// variance take the batch's place; they start at 0 and 1, and take in a share of every training
/// batch, the variance as its unbiased estimate. Source: S. Ioffe and C. Szegedy, ICML 2015.
public struct BatchNorm: Layer, Hashable {
  /// How many features, or channels, there are.
  public let features: Int
  /// Keeps the division finite: ε.
  public let epsilon: Double
  /// The share of a new batch in the running statistics; PyTorch calls it momentum.
  public let intake: Double

  /// A layer with PyTorch's defaults.
  public init(_ features: Int, epsilon: Double = 1e-5, intake: Double = 0.1) {
    (self.features, self.epsilon, self.intake) = (features, epsilon, intake)
  }

  /// `weight`, the scale, then `bias`, the shift.
  public var parameters: [ParameterPlan] {
    [
      ParameterPlan("weight", shape: [features], initializer: .constant(1)),
      ParameterPlan("bias", shape: [features], initializer: .zero),
    ]
  }

  /// `mean` and `variance`.
  public var statistics: [StatisticPlan] {
    [
      StatisticPlan("mean", initial: .zeros([features])),
      StatisticPlan("variance", initial: Tensor(repeating: 1, shape: [features])),
    ]
  }

  /// The batch normalised, scaled and shifted.
  public func forward(_ input: Variable, in pass: inout Pass) -> Variable {
    let shape = input.shape
    require(
      (shape.count == 2 || shape.count == 4) && shape[1] == features,
      "batch normalisation of \(features) features for shape \(Tensor.name(of: shape))")
    let places = shape.dropFirst(2).reduce(1, *)
    let perFeature = shape.count == 2 ? [features] : [features, 1, 1]
    let weight = pass.parameter("weight").reshaped(to: perFeature)
    let bias = pass.parameter("bias").reshaped(to: perFeature)

    let normal: Variable
    if pass.mode == .training {
      takeIn(input, places: places, in: &pass)
      normal = input.normalized(outer: shape[0], groups: features, inner: places, epsilon: epsilon)
    } else {
      let mean = pass.withStatistic("mean") { $0 }.reshaped(to: perFeature)
      let variance = pass.withStatistic("variance") { $0 }.reshaped(to: perFeature)
      let scale = (variance + epsilon).map { 1 / $0.squareRoot() }
      normal = (input - input.tape.constant(mean)) * input.tape.constant(scale)
    }
    return normal * weight + bias
  }

  /// Lets the running statistics take a batch in.
  private func takeIn(_ input: Variable, places: Int, in pass: inout Pass) {
    let size = input.shape[0] * places
    require(size > 1, "batch normalisation in training over one element a feature")
    let batch = input.value.reshaped(to: [input.shape[0], features, places])
    let mean = batch.mean(along: [0, 2])
    let centered = batch - mean.reshaped(to: [features, 1])
    let variance = (centered * centered).sum(along: [0, 2]) / Double(size - 1)
    pass.withStatistic("mean") { $0 = $0 * (1 - intake) + mean * intake }
    pass.withStatistic("variance") { $0 = $0 * (1 - intake) + variance * intake }
  }
}
