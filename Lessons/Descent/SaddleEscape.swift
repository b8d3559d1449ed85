import LessonKit

/// A walk that begins beside a saddle at the origin, up to the first step that lies more than 1 from it along y.
struct SaddleEscape: Sendable {
  /// The points it came through, the start first.
  let points: [Vector2]
  /// The height at each point.
  let losses: [Double]
  /// The step at which |y| was first above 1; nil if it never was.
  let step: Int?

  /// Walks by a rule for a number of steps at most.
  init(_ rule: Rule, on landscape: Landscape = .saddle, from start: Point, steps: Int) {
    var count = min(steps, 256)
    var walk = descend(landscape, from: Vector2(start), by: rule, steps: count)
    // Longer and longer, from the start: most walks are short.
    while count < steps, !walk.hasDiverged, !walk.points.contains(where: Self.isOut) {
      count = min(steps, 4 * count)
      walk = descend(landscape, from: Vector2(start), by: rule, steps: count)
    }
    let way = walk.points + [walk.lost].compactMap { $0 }
    step = way.firstIndex(where: Self.isOut)
    let last = min(step ?? way.count - 1, walk.points.count - 1)
    points = Array(walk.points.prefix(last + 1))
    losses = Array(walk.losses.prefix(last + 1))
  }

  private static func isOut(_ point: Vector2) -> Bool { abs(point.y) > 1 }

  /// The largest |y| on the way.
  var reach: Double { points.map { abs($0.y) }.max() ?? 0 }

  /// The way up to a step as a trail.
  func trail(_ name: Phrase, until step: Int, series: Int, milestones: Bool, named: Bool) -> Trail {
    Trail(
      points.prefix(step + 1).map { Point($0) }, name: name, series: series,
      milestones: milestones, named: named)
  }

  /// The walk in numbers.
  func table(named name: String) -> Series {
    Series(
      name, columns: ["step", "x", "y", "loss"],
      rows: points.indices.map { [Double($0), points[$0].x, points[$0].y, losses[$0]] })
  }

  /// Steps that gradient descent needs on x² − y²: y grows by the same factor each time.
  static func closedForm(from y: Double, rate: Double) -> Double {
    -log(abs(y)) / log1p(2 * rate)
  }
}

/// A rule at a share of the largest rate at which it is stable along the steep side of (κx² − y²)/2.
enum SaddleTuning {
  /// How near the limit.
  static let share = 0.9
  /// Curvatures κ that are tried.
  static let ratios = [10.0, 100, 1000]
  /// Steps after which a walk is given up.
  static let patience = 40_000

  /// Gradient descent, below 2/κ.
  static func descent(_ ratio: Double) -> Rule { .sgd.with(learningRate: share * 2 / ratio) }

  /// Momentum that sums gradients, below 2(1 + β)/κ.
  static func summed(_ ratio: Double) -> Rule {
    let limit = 2 * (1 + decay) / ratio
    return .momentum.with(learningRate: share * limit)
  }

  /// Momentum that averages gradients, below 2(1 + β)/((1 − β)κ).
  static func averaged(_ ratio: Double) -> Rule {
    let limit = 2 * (1 + decay) / ((1 - decay) * ratio)
    return Rule.momentum.with("ema", 1).with(learningRate: share * limit)
  }

  /// The share of its velocity that momentum keeps: β.
  private static var decay: Double { Rule.momentum["momentum"] ?? .nan }

  /// Steps of a rule on the saddle of a curvature; NaN if it gives up.
  static func steps(_ rule: (Double) -> Rule, ratio: Double, from start: Point) -> Double {
    let escape = SaddleEscape(
      rule(ratio), on: .saddle(ratio: ratio), from: start, steps: patience)
    return escape.step.map(Double.init) ?? .nan
  }
}
