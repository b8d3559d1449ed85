import LessonKit

extension Schedules {
  /// The rates of a schedule at steps 0, 1, …, T.
  struct Course: Sendable {
    let schedule: Schedule
    let rates: [Double]

    /// The schedule over a run of T steps, whose rate after the last step is looked at too.
    init(_ schedule: Schedule, rate: Double, steps: Int) {
      self.schedule = schedule
      var pace = schedule.pace(from: rate, over: steps)
      rates =
        [pace.rate]
        + (0..<steps).map { step in
          pace.advance(after: Self.loss(step, of: steps))
          return pace.rate
        }
    }

    /// The loss that a plateau looks at: falls by 5 % a step for 30 % of the run, then stays.
    static func loss(_ step: Int, of steps: Int) -> Double { pow(0.95, Double(min(step, fall(of: steps)))) }

    /// The steps for which that loss falls.
    static func fall(of steps: Int) -> Int { 3 * steps / 10 }

    /// Rates by step, with large jumps upright.
    var stairs: [Point] {
      let largest = 0.05 * (rates.max() ?? 0)
      return rates.indices.flatMap { step in
        let before = rates[max(step - 1, 0)]
        let here = Point(Double(step), rates[step])
        return abs(rates[step] - before) < largest ? [here] : [Point(here.x, before), here]
      }
    }
  }

  /// Five schedules: each from `rate` down to a hundredth of it or to zero; the last climbs there first.
  static func schedules(rate: Double, steps: Int) -> [Schedule] {
    [
      Schedule("step").with("size", Double(max(1, (steps + 2) / 3))), Schedule("exponential"), .cosine,
      Schedule("plateau").with("patience", Double(steps / 10)).with("min", rate / 100),
      Schedule("warmup-cosine").with("start", 0),
    ]
  }

  static func courses(rate: Double, steps: Int) -> [Course] {
    schedules(rate: rate, steps: steps).map { Course($0, rate: rate, steps: steps) }
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

extension [Double] {
  /// The sum of all changes from one to the next, up or down: Σ|Δη|.
  var totalVariation: Double { zip(self, dropFirst()).map { abs($1 - $0) }.reduce(0, +) }
  /// The largest change from one to the next: max|Δη|.
  var largestChange: Double { zip(self, dropFirst()).map { abs($1 - $0) }.max() ?? 0 }
  /// The sum of squared changes: Σ(Δη)².
  var squaredVariation: Double { zip(self, dropFirst()).map { ($1 - $0) * ($1 - $0) }.reduce(0, +) }

  /// At each place the mean of the last `window` numbers, of those that there are.
  func trailingMeans(of window: Int) -> [Double] {
    indices.map { self[Swift.max(0, $0 - window + 1)...$0].reduce(0, +) / Double(Swift.min($0 + 1, window)) }
  }
}
