import LessonKit

extension Schedules {
  /// Five schedules: each from `rate` down to a hundredth of it or to zero; the last climbs there first.
  static func schedules(rate: Double, steps: Int) -> [Schedule] {
    [
      Schedule("step").with("size", Double(max(1, (steps + 2) / 3))), Schedule("exponential"), .cosine,
      Schedule("plateau").with("patience", Double(steps / 10)).with("min", rate / 100),
      Schedule("warmup-cosine").with("start", 0),
    ]
  }

  static func courses(rate: Double, steps: Int) -> [ScheduleRates] {
    schedules(rate: rate, steps: steps).map { ScheduleRates($0, rate: rate, steps: steps) }
  }

  /// A bowl of many weights whose gradients are noisy.
  static let bowl = NoisyQuadratic(curvatures: (1.0...10).logSpaced(count: 300), noise: 1)
  /// Every weight at first.
  static let start = 2.0

  /// The losses of gradient descent in that bowl, by seed and schedule; the last schedule is none.
  func losses(_ run: Run) -> Repeated<[[Double]]> {
    let schedules = Self.schedules(rate: rate, steps: steps) + [.constant]
    let rule = Rule.sgd.with(learningRate: rate)
    let start = Tensor(Array(repeating: Self.start, count: Self.bowl.curvatures.count))
    return Repeated(seeds, from: run.seed) { seed in
      schedules.map { schedule in
        var stream = SeededGenerator(seed: UInt64(seed))
        return Self.bowl.losses(from: start, by: rule, steps: steps, schedule: schedule, using: &stream)
      }
    }
  }
}
