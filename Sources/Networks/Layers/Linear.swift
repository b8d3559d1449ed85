import Autodiff

/// x·Wᵀ + b: every output is a weighted sum of all inputs.
///
/// The weight is outputs × inputs. Inputs may have any number of dimensions; the last one counts.
public struct Linear: Layer, Hashable {
  /// Numbers that enter.
  public let inputs: Int
  /// Numbers that leave.
  public let outputs: Int
  /// How the weight starts.
  public let weight: Initializer
  /// How the bias starts; nil for none.
  public let bias: Initializer?

  /// A layer that starts as PyTorch's: weight and bias even in ±1/√inputs.
  public init(_ inputs: Int, _ outputs: Int, weight: Initializer = .standard, hasBias: Bool = true) {
    let bound = 1 / Double(max(inputs, 1)).squareRoot()
    self.init(inputs, outputs, weight: weight, bias: hasBias ? .uniform(bound: bound) : nil)
  }

  /// A layer that starts as asked for.
  public init(_ inputs: Int, _ outputs: Int, weight: Initializer, bias: Initializer?) {
    (self.inputs, self.outputs, self.weight, self.bias) = (inputs, outputs, weight, bias)
  }

  /// `weight`, then `bias`.
  public var parameters: [ParameterPlan] {
    let matrix = ParameterPlan("weight", shape: [outputs, inputs], initializer: weight)
    return [matrix] + (bias.map { [ParameterPlan("bias", shape: [outputs], initializer: $0)] } ?? [])
  }

  /// x·Wᵀ + b.
  public func forward(_ input: Variable, in pass: inout Pass) -> Variable {
    let matrix = pass.parameter("weight")
    guard bias != nil else { return input.matmul(matrix, transposingSecond: true) }
    return input.affine(weight: matrix, bias: pass.parameter("bias"))
  }
}
