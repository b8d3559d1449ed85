import Autodiff

/// The greatest element under a window moved over each channel.
public struct MaxPool2d: Layer, Hashable {
  /// Height and width of the window.
  public let window: Int
  /// How far it moves.
  public let stride: Int

  /// A window that moves by its own size unless a stride is given.
  public init(_ window: Int, stride: Int? = nil) { (self.window, self.stride) = (window, stride ?? window) }

  /// The greatest elements.
  public func forward(_ input: Variable, in pass: inout Pass) -> Variable {
    input.maxPooled(window: window, stride: stride)
  }
}

/// The mean under a window moved over each channel.
public struct AvgPool2d: Layer, Hashable {
  /// Height and width of the window.
  public let window: Int
  /// How far it moves.
  public let stride: Int

  /// A window that moves by its own size unless a stride is given.
  public init(_ window: Int, stride: Int? = nil) { (self.window, self.stride) = (window, stride ?? window) }

  /// The means.
  public func forward(_ input: Variable, in pass: inout Pass) -> Variable {
    input.meanPooled(window: window, stride: stride)
  }
}

/// Each example's elements in one row.
public struct Flatten: Layer, Hashable {
  /// The layer.
  public init() {}

  /// Examples × elements.
  public func forward(_ input: Variable, in pass: inout Pass) -> Variable {
    let shape = input.shape
    return input.reshaped(to: [shape[0], shape.dropFirst().reduce(1, *)])
  }
}
