/// How the weights of a stack of square layers start: what they are drawn from, and how large.
///
/// Sizes are told as σ_w: the standard deviation of a weight times √n, where n units enter. In a square
/// layer LeCun's rule and Xavier's are the same.
public enum WeightScheme: Sendable, Hashable {
  /// Xavier's for sigmoid and tanh, He's for rectifiers.
  case matched
  /// Normal, σ_w² = 2/(1 + α²) for a slope α below 0. Source: K. He et al., ICCV 2015.
  case he
  /// Normal, σ_w = 1 in a square layer. Source: X. Glorot and Y. Bengio, AISTATS 2010.
  case xavier
  /// Normal, σ_w = 1. Source: Y. LeCun et al., *Efficient BackProp*, 1998.
  case lecun
  /// What PyTorch's `nn.Linear` starts with: even, σ_w = 1/√3.
  case pytorch
  /// Orthonormal rows: σ_w = 1.
  case orthogonal
  /// Normal with this standard deviation, however many units enter.
  case normal(deviation: Double)

  /// σ_w: the standard deviation of a weight, times the root of the number of units.
  public func spread(for activation: Activation, width: Int) -> Double {
    let leak = activation.lowerSlope
    switch self {
    case .matched: return activation.isRectifier ? Self.he.spread(for: activation, width: width) : 1
    case .he: return (2 / (1 + leak * leak)).squareRoot()
    case .xavier, .lecun, .orthogonal: return 1
    case .pytorch: return (1 / 3.0).squareRoot()
    case .normal(let deviation): return deviation * Double(width).squareRoot()
    }
  }

  /// The weights of a square layer at σ_w = 1.
  public func unitWeights(width: Int, using random: inout some RandomStream) -> Tensor {
    let form: Initializer =
      switch self {
      case .pytorch: .uniform(bound: (3 / Double(width)).squareRoot())
      case .orthogonal: .orthogonal()
      default: .lecun
      }
    return form.draw([width, width], using: &random)
  }

  /// How layers of any shape start.
  public var initializer: Initializer {
    switch self {
    case .he, .matched: .kaimingNormal()
    case .xavier: .xavierNormal()
    case .lecun: .lecun
    case .pytorch: .standard
    case .orthogonal: .orthogonal()
    case .normal(let deviation): .normal(deviation: deviation)
    }
  }

  /// The name as a reader knows it.
  public var name: Phrase {
    switch self {
    case .matched: Phrase("Xavier initialisation, He for ReLU", zh: "Xavier 初始化，ReLU 用 He 初始化")
    case .he: Phrase("He initialisation", zh: "He 初始化")
    case .xavier: Phrase("Xavier initialisation", zh: "Xavier 初始化")
    case .lecun: Phrase("LeCun initialisation", zh: "LeCun 初始化")
    case .pytorch: Phrase("PyTorch’s initialisation", zh: "PyTorch 默认初始化")
    case .orthogonal: Phrase("orthogonal initialisation", zh: "正交初始化")
    case .normal(let deviation):
      Phrase("normal weights of deviation \(Digits.text(deviation))", zh: "标准差为 \(Digits.text(deviation)) 的正态权重")
    }
  }
}
