import LessonKit

extension LearningRate {
  /// Gradient descent on the parabola λx²/2, whose minimum is at 0.
  struct Descent: Sendable {
    /// η.
    let rate: Double
    /// Along x the round bowl x² + y² is the parabola of curvature 2.
    let walk: Walk

    init(rate: Double, steps: Int) {
      self.rate = rate
      walk = descend(.sphere, from: Vector2(LearningRate.start, 0), by: .sgd.with(learningRate: rate), steps: steps)
    }

    /// Row k is x before step k + 1.
    var xs: [Double] { walk.points.map(\.x) }
    /// What a step multiplies x by: 1 − ηλ.
    var factor: Double { 1 - rate * LearningRate.curvature }

    /// The factor as it was measured: the mean of x after a step over x before it, as long as x is not 0.
    var measuredFactor: Double { zip(xs, xs.dropFirst()).filter { $0.0 != 0 }.map { $0.1 / $0.0 }.mean }

    /// The way over the parabola.
    var points: [Point] { xs.map { Point($0, Self.height($0)) } }
    /// The way up to where it no longer moves.
    var distinctPoints: [Point] {
      let points = points
      let last = points.lastIndex { $0 != points[points.count - 1] } ?? -1
      return Array(points[...(last + 1)])
    }
    /// Whether it goes farther from the minimum than a distance.
    func leaves(_ reach: Double) -> Bool { xs.contains { !(abs($0) <= reach) } }
    /// The parabola's height at a place.
    static func height(_ x: Double) -> Double { LearningRate.curvature * x * x / 2 }

    /// What such a rate does.
    var kind: RateKind { RateKind(factor: factor) }
  }

  /// The rate from which on no descent comes nearer: 2/λ.
  static var limit: Double { 2 / curvature }

  /// A straight line fitted by an optimizer, from zero, to 21 points over 0…100 with noise of 2.
  struct LineFit: Sendable {
    /// The line behind the points.
    let slope, intercept: Double

    static let steps = 100
    static let xs = (0.0...100).evenlySpaced(count: 21)
    /// A line whose intercept is far from the start.
    static let far = LineFit(slope: 2.5, intercept: 15)
    /// A line through almost nothing at 0.
    static let near = LineFit(slope: 2, intercept: 1)

    /// How the error curves, the same for every line.
    static let curvature = far.error(seed: 0).landscape.hessian(at: Vector2(0, 0))

    /// The error of lines under one draw of noise.
    func error(seed: Int) -> LineError {
      var stream = RandomState(seed: UInt32(truncatingIfNeeded: seed))
      let ys = Self.xs.map { slope * $0 + intercept + 2 * stream.randn() }
      let shape = [Self.xs.count, 1]
      return LineError(Dataset(inputs: Tensor(Self.xs, shape: shape), numbers: Tensor(ys, shape: shape)))
    }

    /// The error after the last step under one draw of noise, at each of some rates; infinite where it overflows.
    func finals(_ rule: Rule, rates: [Double], seed: Int) -> [Double] {
      Sweep(rates: rates, starts: [Vector2(0, 0)], steps: Self.steps, window: 1, measuring: .height).run(
        rule, on: error(seed: seed).landscape
      ).medians
    }
  }
}
