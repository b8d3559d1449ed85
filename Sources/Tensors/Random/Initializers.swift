/// Starting values of weights, as PyTorch's `nn.init` draws them.
///
/// The shape of a weight is outputs × inputs, and for a convolution outputs × inputs × height × width.
extension RandomStream {
  /// Even in ±√3·σ with σ = √(2/(1 + a²))/√fan-in, where `slope` a is the rectifier's below zero.
  ///
  /// Source: K. He et al., *Delving Deep into Rectifiers*, ICCV 2015, section 2.2.
  public mutating func kaimingUniform(_ shape: [Int], slope: Double = 0) -> Tensor {
    let deviation = (2 / (1 + slope * slope)).squareRoot() / Double(Fan(shape).inputs).squareRoot()
    return symmetric(deviation * 3.0.squareRoot(), shape)
  }

  /// Normal with σ = √(2/(1 + a²))/√fan-in, where `slope` a is the rectifier's below zero.
  ///
  /// Source: K. He et al., *Delving Deep into Rectifiers*, ICCV 2015, section 2.2.
  public mutating func kaimingNormal(_ shape: [Int], slope: Double = 0) -> Tensor {
    let gain = (2 / (1 + slope * slope)).squareRoot()
    let deviation = gain / Double(Fan(shape).inputs).squareRoot()
    return normal(mean: 0, deviation: deviation, shape: shape)
  }

  /// Even in ±√3·σ with σ = gain·√(2/(fan-in + fan-out)).
  ///
  /// Source: X. Glorot and Y. Bengio, *Understanding the difficulty of training deep feedforward
  /// neural networks*, AISTATS 2010, equation 16.
  public mutating func xavierUniform(_ shape: [Int], gain: Double = 1) -> Tensor {
    symmetric(3.0.squareRoot() * gain * Fan(shape).xavierDeviation, shape)
  }

  /// Normal with σ = gain·√(2/(fan-in + fan-out)).
  ///
  /// Source: X. Glorot and Y. Bengio, AISTATS 2010, equation 12.
  public mutating func xavierNormal(_ shape: [Int], gain: Double = 1) -> Tensor {
    normal(mean: 0, deviation: gain * Fan(shape).xavierDeviation, shape: shape)
  }

  /// Weight and bias as PyTorch's `nn.Linear` and `nn.Conv2d` start: both even in ±1/√fan-in.
  ///
  /// The weight is drawn first. Its shape is outputs × inputs, or outputs × inputs × height × width.
  public mutating func torchLayer(_ shape: [Int]) -> (weight: Tensor, bias: Tensor) {
    let weight = kaimingUniform(shape, slope: 5.0.squareRoot())
    let bias = symmetric(1 / Double(Fan(shape).inputs).squareRoot(), [shape[0]])
    return (weight, bias)
  }

  private mutating func symmetric(_ bound: Double, _ shape: [Int]) -> Tensor {
    uniform(in: -bound...bound, shape: shape)
  }
}

/// How many numbers enter and leave a unit of a weight's shape.
private struct Fan {
  let inputs: Int
  let outputs: Int

  init(_ shape: [Int]) {
    require(
      shape.count >= 2 && shape.allSatisfy { $0 > 0 },
      "a weight of shape \(Tensor.name(of: shape)) has no fan-in; it is outputs × inputs × …")
    let window = shape.dropFirst(2).reduce(1, *)
    (inputs, outputs) = (shape[1] * window, shape[0] * window)
  }

  var xavierDeviation: Double { (2 / Double(inputs + outputs)).squareRoot() }
}
