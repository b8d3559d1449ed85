/// A straight line fitted by an optimizer, from zero, to 21 points over 0…100 with noise of 2.
public struct LineFit: Sendable {
  /// The line behind the points.
  public let slope, intercept: Double

  /// Updates.
  public static let steps = 100
  /// Where the points are.
  public static let xs = (0.0...100).evenlySpaced(count: 21)
  /// A line whose intercept is far from the start.
  public static let far = LineFit(slope: 2.5, intercept: 15)
  /// A line through almost nothing at 0.
  public static let near = LineFit(slope: 2, intercept: 1)

  /// How the error curves, the same for every line.
  public static let curvature = far.error(seed: 0).landscape.hessian(at: Vector2(0, 0))

  /// The error of lines under one draw of noise.
  public func error(seed: Int) -> LineError {
    var stream = RandomState(seed: UInt32(truncatingIfNeeded: seed))
    let ys = Self.xs.map { slope * $0 + intercept + 2 * stream.randn() }
    let shape = [Self.xs.count, 1]
    return LineError(Dataset(inputs: Tensor(Self.xs, shape: shape), numbers: Tensor(ys, shape: shape)))
  }

  /// The error after the last step under one draw of noise, at each of some rates; infinite where it overflows.
  public func finals(_ rule: Rule, rates: [Double], seed: Int) -> [Double] {
    Sweep(rates: rates, starts: [Vector2(0, 0)], steps: Self.steps, window: 1, measuring: .height).run(
      rule, on: error(seed: seed).landscape
    ).medians
  }
}
