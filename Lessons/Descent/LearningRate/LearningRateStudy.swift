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

}
