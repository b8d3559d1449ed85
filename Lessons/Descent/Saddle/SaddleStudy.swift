import LessonKit

extension Saddle {
  /// A walk that begins beside a saddle at the origin, up to the first step that lies more than 1 from it along y.
  static func walk(_ rule: Rule, on landscape: Landscape = .saddle, from start: Point, steps: Int) -> Walk {
    descend(landscape, from: Vector2(start), by: rule, steps: steps) { abs($0.y) > 1 }
  }

  /// Steps that gradient descent needs on x² − y²: y grows by the same factor each time.
  static func closedForm(from y: Double, rate: Double) -> Double { -log(abs(y)) / log1p(2 * rate) }

  /// A form of momentum, or none.
  enum Form: CaseIterable, Sendable {
    case descent, summed, averaged

    /// The optimizer without a rate.
    var rule: Rule {
      switch self {
      case .descent: .sgd
      case .summed: .momentum
      case .averaged: Rule.momentum.with("ema", 1)
      }
    }

    /// The largest rate that is stable along the steep side of (κx² − y²)/2, where momentum keeps β = 0.9 of its velocity.
    func limit(_ ratio: Double) -> Double {
      switch self {
      case .descent: 2 / ratio
      case .summed: 2 * (1 + 0.9) / ratio
      case .averaged: 2 * (1 + 0.9) / ((1 - 0.9) * ratio)
      }
    }

    /// Steps at 0.9 of that rate; NaN after 40,000.
    func steps(ratio: Double, from start: Point) -> Double {
      let rule = rule.with(learningRate: 0.9 * limit(ratio))
      let walk = Saddle.walk(rule, on: .saddle(ratio: ratio), from: start, steps: 40_000)
      return walk.stepOut.map(Double.init) ?? .nan
    }
  }

  /// Steps of gradient descent from the ridge, at (1, 0), under gradient noise, by seed; NaN where it stays.
  func ridge(_ noise: Double, from seed: Int) -> Repeated<Double> {
    let saddle = NoisyQuadratic(curvatures: [2, -2], noise: noise)
    return Repeated(noise == 0 ? 1 : seeds, from: seed) { seed in
      var stream = SeededGenerator(seed: UInt64(seed))
      let step = saddle.firstStep(
        from: Tensor([1, 0]), by: .sgd.with(learningRate: Self.rate), steps: Self.patience, using: &stream
      ) { abs($0[1]) > 1 }
      return step.map(Double.init) ?? .nan
    }
  }

  /// The rate where no figure names another.
  static let rate = 0.01
  /// Steps after which a walk from the ridge is given up.
  static let patience = 10_000
}

extension Walk {
  /// The step at which it has left the saddle: |y| is above 1. Nil if it never was.
  var stepOut: Int? { (points + [lost].compactMap { $0 }).firstIndex { abs($0.y) > 1 } }
}
