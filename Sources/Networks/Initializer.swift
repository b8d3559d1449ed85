import Tensors

/// How a parameter's first value is drawn.
///
/// Fan-in and fan-out are the numbers that enter and leave a unit of a weight of shape
/// outputs × inputs, or outputs × inputs × height × width.
public enum Initializer: Sendable, Hashable {
  /// 0 throughout.
  case zero
  /// One number throughout.
  case constant(Double)
  /// Normal of mean 0.
  case normal(deviation: Double)
  /// Even in ±bound.
  case uniform(bound: Double)
  /// Normal with σ = 1/√fan-in. Source: Y. LeCun et al., *Efficient BackProp*, 1998, section 4.6.
  case lecun
  /// Even, σ = gain·√(2/(fan-in + fan-out)). Source: X. Glorot and Y. Bengio, AISTATS 2010.
  case xavierUniform(gain: Double = 1)
  /// Normal, σ = gain·√(2/(fan-in + fan-out)). Source: X. Glorot and Y. Bengio, AISTATS 2010.
  case xavierNormal(gain: Double = 1)
  /// Even, σ = √(2/(1 + slope²)/fan-in). Source: K. He et al., ICCV 2015.
  case kaimingUniform(slope: Double = 0)
  /// Normal, σ = √(2/(1 + slope²)/fan-in). Source: K. He et al., ICCV 2015.
  case kaimingNormal(slope: Double = 0)
  /// Orthonormal rows or columns, whichever are fewer, times gain.
  ///
  /// Source: A. Saxe et al., *Exact solutions to the nonlinear dynamics of learning*, ICLR 2014.
  case orthogonal(gain: Double = 1)

  /// What PyTorch's `nn.Linear` and `nn.Conv2d` draw weights from: even in ±1/√fan-in.
  public static let standard = Initializer.kaimingUniform(slope: 5.0.squareRoot())

  /// Draws a value of a shape.
  public func draw(_ shape: [Int], using random: inout some RandomStream) -> Tensor {
    switch self {
    case .zero: .zeros(shape)
    case .constant(let number): Tensor(repeating: number, shape: shape)
    case .normal(let deviation): random.normal(mean: 0, deviation: deviation, shape: shape)
    case .uniform(let bound): random.uniform(in: -bound...bound, shape: shape)
    case .lecun: random.kaimingNormal(shape, slope: 1)
    case .xavierUniform(let gain): random.xavierUniform(shape, gain: gain)
    case .xavierNormal(let gain): random.xavierNormal(shape, gain: gain)
    case .kaimingUniform(let slope): random.kaimingUniform(shape, slope: slope)
    case .kaimingNormal(let slope): random.kaimingNormal(shape, slope: slope)
    case .orthogonal(let gain): Self.orthogonal(shape, gain: gain, using: &random)
    }
  }

  /// The Q of a normal matrix's QR factors, with the sign that makes R's diagonal positive.
  private static func orthogonal(_ shape: [Int], gain: Double, using random: inout some RandomStream) -> Tensor {
    require(shape.count >= 2, "an orthogonal \(Tensor.name(of: shape)), which is no matrix")
    let (rows, columns) = (shape[0], shape.dropFirst().reduce(1, *))
    let drawn = random.normal(shape: [rows, columns])
    let isWide = rows < columns
    let (q, r) = (isWide ? drawn.transposed() : drawn).qrFactors()
    let signs = Tensor((0..<min(rows, columns)).map { r[$0, $0] < 0 ? -gain : gain })
    let signed = q * signs
    return (isWide ? signed.transposed() : signed).reshaped(to: shape)
  }
}
