import LessonKit

/// Gradient descent on the parabola λx²/2, whose minimum is at 0.
struct ParabolaDescent {
  /// η.
  let rate: Double
  /// λ.
  let curvature: Double
  /// Row k is x before step k + 1.
  let xs: [Double]

  init(rate: Double, curvature: Double, start: Double, steps: Int) {
    (self.rate, self.curvature) = (rate, curvature)
    let parabola = Landscape(
      name: "parabola", displayName: "parabola", formula: "$f(x)=λx^2/2$",
      minima: [.init(at: 0, 0, value: 0)], view: .init(reach: abs(start)), start: Vector2(start, 0),
      slope: { x, _ in Slope(value: curvature * x * x / 2, dx: curvature * x, dy: 0) },
      hessian: { _, _ in Hessian(xx: curvature, xy: 0, yy: 0) })
    let rule = Rule.sgd.with(learningRate: rate)
    xs = descend(parabola, from: Vector2(start, 0), by: rule, steps: steps).points.map(\.x)
  }

  /// What a step multiplies x by: 1 − ηλ.
  var factor: Double { 1 - rate * curvature }

  /// The factor as it was measured: the mean of x after a step over x before it, as long as x is not 0.
  var measuredFactor: Double {
    let ratios = zip(xs, xs.dropFirst()).filter { $0.0 != 0 }.map { $0.1 / $0.0 }
    return ratios.reduce(0, +) / Double(ratios.count)
  }

  /// The rate from which on it does not come nearer: 2/λ.
  var limit: Double { 2 / curvature }

  /// The first step after which x is farther from the minimum than a distance.
  func firstStep(beyond reach: Double) -> Int? { xs.firstIndex { !(abs($0) <= reach) } }

  /// The height at a point.
  func height(_ x: Double) -> Double { curvature * x * x / 2 }

  /// What such a rate does.
  enum Kind: Hashable {
    case small, right, oscillating, neutral, diverging
  }

  /// What the rate does, by its factor.
  var kind: Kind {
    let size = abs(factor)
    if abs(size - 1) < 1e-9 { return .neutral }
    if size > 1 { return .diverging }
    return size <= 0.5 ? .right : factor > 0 ? .small : .oscillating
  }
}
