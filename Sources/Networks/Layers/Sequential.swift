import Autodiff

/// Layers one after another; parameters are named by the layer's place, `0.weight`.
public struct Sequential: Layer {
  /// The layers, in order.
  public let layers: [any Layer]

  /// Layers one after another.
  public init(_ layers: [any Layer]) { self.layers = layers }

  /// The layers' parameters, in order.
  public var parameters: [ParameterPlan] {
    layers.enumerated().flatMap { place, layer in
      layer.parameters.map { plan in
        var plan = plan
        plan.name = "\(place).\(plan.name)"
        return plan
      }
    }
  }

  /// The layers' statistics, in order.
  public var statistics: [StatisticPlan] {
    layers.enumerated().flatMap { place, layer in
      layer.statistics.map { plan in
        var plan = plan
        plan.name = "\(place).\(plan.name)"
        return plan
      }
    }
  }

  /// Each layer takes the output of the one before.
  public func forward(_ input: Variable, in pass: inout Pass) -> Variable {
    layers.reduce(input) { value, layer in layer.forward(value, in: &pass) }
  }
}

/// x + f(x): layers beside a path that changes nothing.
///
/// Source: K. He et al., *Deep Residual Learning for Image Recognition*, CVPR 2016, equation 1.
public struct Residual: Layer {
  private let inner: Sequential

  /// Layers whose output has the input's shape, and is added to it.
  public init(_ layers: [any Layer]) { inner = Sequential(layers) }

  /// The inner layers' parameters.
  public var parameters: [ParameterPlan] { inner.parameters }

  /// The inner layers' statistics.
  public var statistics: [StatisticPlan] { inner.statistics }

  /// x + f(x).
  public func forward(_ input: Variable, in pass: inout Pass) -> Variable { input + inner.forward(input, in: &pass) }
}
