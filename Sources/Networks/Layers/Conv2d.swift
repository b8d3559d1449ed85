import Autodiff

/// Filters moved over images of count×channels×height×width.
///
/// The weight is filters × channels × window × window. Cross-correlation, as deep learning has it.
public struct Conv2d: Layer, Hashable {
  /// Channels that enter.
  public let channels: Int
  /// Channels that leave.
  public let filters: Int
  /// Height and width of a filter.
  public let window: Int
  /// How far the window moves.
  public let stride: Int
  /// Rows and columns of zeros around the image.
  public let padding: Int
  /// How the weight starts.
  public let weight: Initializer
  /// Whether a number is added to each filter's results.
  public let hasBias: Bool

  /// A layer that starts as PyTorch's: weight and bias even in ±1/√fan-in.
  public init(
    _ channels: Int, _ filters: Int, window: Int, stride: Int = 1, padding: Int = 0, weight: Initializer = .standard,
    hasBias: Bool = true
  ) {
    (self.channels, self.filters, self.window) = (channels, filters, window)
    (self.stride, self.padding) = (stride, padding)
    (self.weight, self.hasBias) = (weight, hasBias)
  }

  /// `weight`, then `bias`.
  public var parameters: [ParameterPlan] {
    let shape = [filters, channels, window, window]
    let filter = ParameterPlan("weight", shape: shape, initializer: weight)
    guard hasBias else { return [filter] }
    let bound = 1 / Double(max(1, channels * window * window)).squareRoot()
    return [filter, ParameterPlan("bias", shape: [filters], initializer: .uniform(bound: bound))]
  }

  /// The filters' results, one channel for each.
  public func forward(_ input: Variable, in pass: inout Pass) -> Variable {
    let filter = pass.parameter("weight")
    let bias = hasBias ? pass.parameter("bias") : nil
    return input.convolved(with: filter, bias: bias, stride: stride, padding: padding)
  }
}
