import Tensors

/// Points around a curve y = f(x): data for regression.
extension Dataset {
  /// Points around a line, x normal with a deviation, y off by normal noise.
  ///
  /// At the defaults, and from `TorchGenerator(seed: 42)`, the points of the notes' first network:
  /// `X = torch.randn(100, 1) * 5`, `y = 2 * X + 1 + torch.randn(100, 1)`. Shapes count×1.
  public static func line(
    slope: Double = 2, intercept: Double = 1, spread: Double = 5, noise: Double = 1, count: Int = 100,
    using stream: inout some RandomStream
  ) -> Dataset {
    let xs = stream.normal(shape: [count, 1]).elements.map { $0 * spread }
    return curve(xs, noise: noise, using: &stream) { slope * $0 + intercept }
  }

  /// Points around cos(1.5πx), x even in 0...1 and sorted, y off by normal noise.
  ///
  /// At the defaults, and from `RandomState(seed: 0)`, the notes' 30 points for polynomials:
  /// `X = np.sort(np.random.rand(30))`, `y = cos(1.5πX) + np.random.randn(30) * 0.1`. Shapes count×1.
  public static func cosine(noise: Double = 0.1, count: Int = 30, using stream: inout some RandomStream) -> Dataset {
    let xs = stream.uniform(in: 0...1, shape: [count, 1]).elements.sorted()
    return curve(xs, noise: noise, using: &stream) { cos(1.5 * .pi * $0) }
  }

  /// Points around a polynomial, x evenly spaced over a range, y off by normal noise.
  ///
  /// Coefficients start at the constant. At the defaults, and from `TorchGenerator(seed: 42)`, the points
  /// of the notes' capacity script: x³ − x² + ½ε at `torch.linspace(-3, 3, 100)`. Shapes count×1.
  public static func polynomial(
    _ coefficients: [Double] = [0, 0, -1, 1], over range: ClosedRange<Double> = -3...3, noise: Double = 0.5,
    count: Int = 100, using stream: inout some RandomStream
  ) -> Dataset {
    let xs = range.evenlySpaced(count: count)
    return curve(xs, noise: noise, using: &stream) { x in coefficients.reversed().reduce(0) { $0 * x + $1 } }
  }

  private static func curve(
    _ xs: [Double], noise: Double, using stream: inout some RandomStream, _ height: (Double) -> Double
  ) -> Dataset {
    let errors = stream.normal(shape: [xs.count, 1]).elements
    let ys = zip(xs, errors).map { height($0) + $1 * noise }
    let shape = [xs.count, 1]
    return Dataset(inputs: Tensor(xs, shape: shape), numbers: Tensor(ys, shape: shape))
  }
}
