import Autodiff

/// Shares that add up to 1 along the last dimension: eˣ divided by its sum.
public struct Softmax: Layer, Hashable {
  /// The layer.
  public init() {}

  /// The shares.
  public func forward(_ input: Variable, in pass: inout Pass) -> Variable { input.softmax() }
}

/// The logarithm of the softmax along the last dimension.
public struct LogSoftmax: Layer, Hashable {
  /// The layer.
  public init() {}

  /// The logarithms.
  public func forward(_ input: Variable, in pass: inout Pass) -> Variable { input.logSoftmax() }
}
