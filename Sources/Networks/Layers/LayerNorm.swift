import Autodiff
import Tensors

/// Each row less its mean, divided by its deviation, then scaled and shifted by feature.
///
/// Source: J. L. Ba et al., *Layer Normalization*, 2016, equation 3.
public struct LayerNorm: Layer, Hashable {
  /// Length of a row: the last dimension.
  public let features: Int
  /// Keeps the division finite: ε.
  public let epsilon: Double

  /// A layer with PyTorch's defaults.
  public init(_ features: Int, epsilon: Double = 1e-5) { (self.features, self.epsilon) = (features, epsilon) }

  /// `weight`, the scale, then `bias`, the shift.
  public var parameters: [ParameterPlan] {
    [
      ParameterPlan("weight", shape: [features], initializer: .constant(1)),
      ParameterPlan("bias", shape: [features], initializer: .zero),
    ]
  }

  /// The rows normalised, scaled and shifted.
  public func forward(_ input: Variable, in pass: inout Pass) -> Variable {
    let shape = input.shape
    require(shape.last == features, "layer normalisation of \(features) features for shape \(Tensor.name(of: shape))")
    let rows = shape.dropLast().reduce(1, *)
    let normal = input.normalized(outer: 1, groups: rows, inner: features, epsilon: epsilon)
    return normal * pass.parameter("weight") + pass.parameter("bias")
  }
}

/// Groups of channels of each image, less their mean, divided by their deviation.
///
/// Source: Y. Wu and K. He, *Group Normalization*, ECCV 2018.
public struct GroupNorm: Layer, Hashable {
  /// How many groups the channels form.
  public let groups: Int
  /// How many channels there are, a multiple of the groups.
  public let channels: Int
  /// Keeps the division finite: ε.
  public let epsilon: Double

  /// A layer with PyTorch's defaults.
  public init(groups: Int, channels: Int, epsilon: Double = 1e-5) {
    require(groups > 0 && channels % groups == 0, "\(channels) channels do not form \(groups) groups")
    (self.groups, self.channels, self.epsilon) = (groups, channels, epsilon)
  }

  /// `weight`, the scale, then `bias`, the shift, by channel.
  public var parameters: [ParameterPlan] {
    [
      ParameterPlan("weight", shape: [channels], initializer: .constant(1)),
      ParameterPlan("bias", shape: [channels], initializer: .zero),
    ]
  }

  /// The groups normalised, then the channels scaled and shifted.
  public func forward(_ input: Variable, in pass: inout Pass) -> Variable {
    let shape = input.shape
    require(
      shape.count >= 2 && shape[1] == channels,
      "group normalisation of \(channels) channels for shape \(Tensor.name(of: shape))")
    let members = shape.dropFirst().reduce(1, *) / groups
    let normal = input.normalized(outer: 1, groups: shape[0] * groups, inner: members, epsilon: epsilon)
    let perChannel = [channels] + shape.dropFirst(2).map { _ in 1 }
    let weight = pass.parameter("weight").reshaped(to: perChannel)
    return normal * weight + pass.parameter("bias").reshaped(to: perChannel)
  }
}
