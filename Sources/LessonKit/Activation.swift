/// The functions between the layers of a network, by the names that the command line has for them.
public enum Activation: String, Sendable, CaseIterable {
  case sigmoid, tanh, relu, leakyrelu, elu, gelu, silu

  /// The slope of Leaky ReLU below 0, which is the notes'; PyTorch's default is 0.01.
  public static let leak = 0.2

  /// The function with its derivatives.
  public var function: any Elementwise {
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
    case .leakyrelu: "Leaky ReLU"
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

  /// The function at every element.
  public func values(at x: Tensor) -> Tensor { over(x, mapped: true) }

  /// The derivative at every element, from the automatic differentiation.
  public func slopes(at x: Tensor) -> Tensor { over(x, mapped: false) }

  /// The loop with the function's type known, which makes it fast.
  private func over(_ x: Tensor, mapped: Bool) -> Tensor {
    func run(_ function: some Elementwise) -> Tensor {
      mapped ? x.map { function.value($0) } : x.map { function.slope($0) }
    }
    switch self {
    case .sigmoid: return run(Sigmoid())
    case .tanh: return run(Tanh())
    case .relu: return run(ReLU())
    case .leakyrelu: return run(LeakyReLU(negativeSlope: Self.leak))
    case .elu: return run(ELU())
    case .gelu: return run(GELU())
    case .silu: return run(SiLU())
    }
  }
}
