import Autodiff
import Tensors

/// One part of a network: an immutable recipe, whose parameters the network owns.
public protocol Layer: Sendable {
  /// The parameters it needs, in the order in which `forward` asks for them; none by default.
  var parameters: [ParameterPlan] { get }

  /// What it keeps from pass to pass that no gradient changes; nothing by default.
  var statistics: [StatisticPlan] { get }

  /// Computes its output, with parameters and statistics from the pass.
  func forward(_ input: Variable, in pass: inout Pass) -> Variable
}

extension Layer {
  /// None.
  public var parameters: [ParameterPlan] { [] }

  /// None.
  public var statistics: [StatisticPlan] { [] }

  /// How many numbers its parameters hold.
  public var parameterCount: Int { parameters.reduce(0) { $0 + Tensor.count(of: $1.shape) } }
}

/// A parameter before it has a value: its name, its shape, and how it starts.
public struct ParameterPlan: Sendable, Hashable {
  /// The name within its layer, `weight`; containers put a path before it, `2.weight`.
  public var name: String
  /// Length of each dimension.
  public var shape: [Int]
  /// How its first value is drawn.
  public var initializer: Initializer

  /// A plan.
  public init(_ name: String, shape: [Int], initializer: Initializer) {
    (self.name, self.shape, self.initializer) = (name, shape, initializer)
  }
}

/// A running statistic before the first pass.
public struct StatisticPlan: Sendable, Hashable {
  /// The name within its layer, `mean`; containers put a path before it.
  public var name: String
  /// What it holds before the first pass.
  public var initial: Tensor

  /// A plan.
  public init(_ name: String, initial: Tensor) { (self.name, self.initial) = (name, initial) }
}

/// Whether a pass is for learning or for use: dropout and batch normalisation differ.
public enum Mode: Sendable, Hashable, CaseIterable {
  /// Dropout drops; batch normalisation uses the batch, and its running statistics take it in.
  case training
  /// Nothing is dropped; batch normalisation uses its running statistics.
  case evaluation
}

extension Layer where Self: Elementwise {
  /// The function of every element.
  public func forward(_ input: Variable, in pass: inout Pass) -> Variable { input.mapped(by: self) }
}

extension Sigmoid: Layer {}
extension Tanh: Layer {}
extension ReLU: Layer {}
extension LeakyReLU: Layer {}
extension ELU: Layer {}
extension SELU: Layer {}
extension GELU: Layer {}
extension SiLU: Layer {}
extension Softplus: Layer {}
