/// The functions between the layers of a network, by the names that the command line has for them.
public enum Activation: String, Sendable, CaseIterable {
  case sigmoid, tanh, relu, leakyrelu, elu, gelu, silu

  /// The slope of Leaky ReLU below 0, so large that it can be seen; PyTorch's default is 0.01.
  public static let leak = 0.2

  /// The function with its derivatives.
  public var function: any Elementwise { layer }

  /// The function as a layer of a network.
  public var layer: any Elementwise & Layer {
    switch self {
    case .sigmoid: Sigmoid()
    case .tanh: Tanh()
    case .relu: ReLU()
    case .leakyrelu: LeakyReLU(negativeSlope: Self.leak)
    case .elu: ELU()
    case .gelu: GELU()
    case .silu: SiLU()
    }
  }

  /// The name as a reader knows it.
  public var name: Phrase {
    switch self {
    case .sigmoid: "sigmoid"
    case .tanh: "tanh"
    case .relu: "ReLU"
    case .leakyrelu: "Leaky\u{A0}ReLU"
    case .elu: "ELU"
    case .gelu: "GELU"
    case .silu: "SiLU"
    }
  }

  /// Whether it bends at 0 and is nearly straight above: the family that He's weights are for.
  public var isRectifier: Bool {
    switch self {
    case .sigmoid, .tanh: false
    case .relu, .leakyrelu, .elu, .gelu, .silu: true
    }
  }

  /// The slope far below 0.
  public var lowerSlope: Double { self == .leakyrelu ? Self.leak : 0 }

  /// The function of every element of a variable, recorded on its tape.
  public func applied(to variable: Variable) -> Variable { function.applied(to: variable) }

  /// The function and its derivative at every element, both from the automatic differentiation's definitions.
  public func response(to x: Tensor) -> (values: Tensor, slopes: Tensor) {
    let function = function
    var values = x
    values.withMutableElements { values in
      x.withElements { x in
        guard let (y, x) = values.baseAddress.flatMap({ y in x.baseAddress.map { (y, $0) } }) else { return }
        function.fill(y, at: x, count: values.count)
      }
    }
    var slopes = x
    slopes.update(with: values) { slope, value in slope = function.slope(slope, value: value) }
    return (values, slopes)
  }
}

extension Elementwise {
  /// The function of every element of a variable.
  fileprivate func applied(to variable: Variable) -> Variable { variable.mapped(by: self) }
}
