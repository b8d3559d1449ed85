import LessonKit

/// The rates of some schedules over one run, and how much they change: as they are, and under a moving average.
struct ScheduleStudy: Sendable {
  /// One schedule's rates, at steps 0, 1, …, T.
  struct Course: Sendable {
    let schedule: Schedule
    let name: Phrase
    let rates: [Double]
    /// The mean of the last few rates at each step, of those that there are.
    let smoothed: [Double]
  }

  let rate: Double
  /// The last step, T.
  let steps: Int
  /// How many rates a moving average takes in.
  let window: Int
  let courses: [Course]

  static let standardWindow = 9

  /// The five of the notes: each from `rate` down to a hundredth of it or to zero; the last climbs there first.
  init(rate: Double, steps: Int, window: Int = standardWindow) {
    (self.rate, self.steps, self.window) = (rate, steps, window)
    let third = Double(max(1, (steps + 2) / 3))
    let listed: [(Phrase, Schedule)] = [
      (Phrase("Step", zh: "阶梯衰减"), Schedule("step").with("size", third)),
      (Phrase("Exponential", zh: "指数衰减"), Schedule("exponential")),
      (Phrase("Cosine", zh: "余弦退火"), .cosine),
      (
        Phrase("Plateau", zh: "平台衰减"),
        Schedule("plateau").with("patience", Double(steps / 10)).with("min", rate / 100)
      ),
      (Phrase("Warm-up, cosine", zh: "预热后余弦"), Schedule("warmup-cosine").with("start", 0)),
    ]
    courses = listed.map { Self.course($1, named: $0, rate: rate, steps: steps, window: window) }
  }

  /// The schedule over a run of T steps, whose rate after the last step is looked at too.
  static func course(
    _ schedule: Schedule, named name: Phrase, rate: Double, steps: Int, window: Int
  ) -> Course {
    var pace = schedule.pace(from: rate, over: steps)
    var rates = [pace.rate]
    for step in 0..<steps {
      pace.advance(after: Self.loss(step, of: steps))
      rates.append(pace.rate)
    }
    return Course(
      schedule: schedule, name: name, rates: rates, smoothed: rates.trailingMeans(of: window))
  }

  /// The loss that the plateau looks at: falls by 5 % a step for 30 % of the run, then stays.
  static func loss(_ step: Int, of steps: Int) -> Double {
    (0..<min(step, 3 * steps / 10)).reduce(1) { loss, _ in 0.95 * loss }
  }

  /// The numbers behind the figure.
  var tables: [Series] {
    courses.map { course in
      let rows = course.rates.indices.map { step in
        [Double(step), course.rates[step], course.smoothed[step]]
      }
      return Series(course.schedule.name, columns: ["step", "rate", "smoothed"], rows: rows)
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

  /// The running sums of changes, from 0.
  var runningVariation: [Double] {
    var (sum, sums) = (0.0, [0.0])
    for (a, b) in zip(self, dropFirst()) {
      sum += abs(b - a)
      sums.append(sum)
    }
    return sums
  }

  /// At each place the mean of the last `window` numbers, of those that there are.
  func trailingMeans(of window: Int) -> [Double] {
    indices.map { i in
      let part = self[Swift.max(0, i - window + 1)...i]
      return part.reduce(0, +) / Double(part.count)
    }
  }
}
