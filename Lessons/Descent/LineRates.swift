import LessonKit

/// Straight lines fitted by plain descent at two rates and by Adagrad, from zero: 21 points over 0…100 with noise of 2.
///
/// The notes do not print the data of their demonstration. This line, y = 2.5x + 15, does what they tell of it.
struct LineRates {
  /// A line behind the points.
  struct Truth: Sendable, Hashable {
    var slope: Double
    var intercept: Double
  }

  static let notes = Truth(slope: 2.5, intercept: 15)
  /// A line on which the two rules tie.
  static let low = Truth(slope: 2, intercept: 1)
  /// Descent at the two rates of the notes, and Adagrad at theirs.
  static let rules: [Rule] = [
    .sgd.with(learningRate: 1e-4), .sgd.with(learningRate: 1e-3), .adagrad.with(learningRate: 1),
  ]
  static let xs = (0.0...100).evenlySpaced(count: 21)

  let steps: Int
  let seeds: Int
  let seed: Int

  /// The error of a line through the points of a truth, under one draw of noise.
  func error(_ truth: Truth, draw: Int) -> LineError {
    var stream = RandomState(seed: UInt32(truncatingIfNeeded: seed + draw))
    let ys = Self.xs.map { truth.slope * $0 + truth.intercept + 2 * stream.randn() }
    let shape = [Self.xs.count, 1]
    return LineError(
      Dataset(inputs: Tensor(Self.xs, shape: shape), numbers: Tensor(ys, shape: shape)))
  }

  /// How the error curves, the same for every truth.
  static let curvature: Hessian = {
    let count = Double(xs.count)
    let (sum, squares) = (xs.reduce(0, +), xs.reduce(0) { $0 + $1 * $1 })
    return Hessian(xx: 2 * squares / count, xy: 2 * sum / count, yy: 2)
  }()

  /// The walk of a rule over the errors of lines, from a line that is zero everywhere.
  func walk(_ rule: Rule, on error: LineError) -> Walk {
    let bowl = Landscape(
      name: "line", displayName: "line", formula: "", view: .init(reach: 20), start: Vector2(0, 0),
      slope: { slope, intercept in
        let gradient = error.gradient(slope: slope, intercept: intercept)
        return Slope(
          value: error.value(slope: slope, intercept: intercept), dx: gradient.slope,
          dy: gradient.intercept)
      }, hessian: { _, _ in Self.curvature })
    return descend(bowl, from: Vector2(0, 0), by: rule, steps: steps)
  }

  /// The last loss of a rule for every draw of noise; infinite where it diverged.
  func finals(_ rule: Rule, _ truth: Truth) -> [Double] {
    (0..<seeds).map { draw in
      let walk = walk(rule, on: error(truth, draw: draw))
      return walk.hasDiverged ? .infinity : walk.losses[walk.steps]
    }
  }

  /// The draw whose error under the first rule is the median of all, or the lower of the two in the middle.
  func middleDraw(_ truth: Truth) -> Int {
    let finals = finals(Self.rules[0], truth)
    return finals.indices.sorted { finals[$0] < finals[$1] }[(seeds - 1) / 2]
  }

  /// The least loss of any line, for every draw of noise.
  func floors(_ truth: Truth) -> [Double] { (0..<seeds).map { error(truth, draw: $0).least } }
}
