import LessonKit

/// Rules on Rosenbrock's valley under one protocol: every rate of a grid from every start.
struct RaceStudy {
  static let valley = Landscape.rosenbrock
  /// A median this near to the minimum is good: the width of a rule's interval of good rates is counted in it.
  static let good = 0.1

  let rules: [Rule]
  let starts: [Vector2]
  let steps: Int
  /// Rule by rule.
  let results: [SweepResult]

  init(_ rules: [Rule], starts: [Vector2], steps: Int) {
    (self.rules, self.starts, self.steps) = (rules, starts, steps)
    let sweep = Sweep(starts: starts, steps: steps, window: min(Self.window, steps))
    results = rules.map { sweep.run($0, on: Self.valley) }
  }

  /// Rows at the end of a walk over which its median distance is taken.
  static let window = 100

  /// Points drawn evenly from the view.
  static func starts(_ count: Int, seed: Int) -> [Vector2] {
    var generator = SeededGenerator(seed: UInt64(seed))
    return valley.view.randomPoints(count, using: &generator)
  }

  /// The rates that every rule was tried at.
  var rates: [Double] { results[0].rates }

  /// The best common rate of a rule.
  func bestRate(_ rule: Int) -> Double { results[rule].best.rate }

  /// The median settled distance of a rule at its best common rate.
  func tuned(_ rule: Int) -> Double { results[rule].best.median }

  /// Share of starts within reach of the minimum at a rule's best common rate.
  func arrived(_ rule: Int) -> Double {
    results[rule].share(within: Arrivals.reach, atRate: results[rule].best.index)
  }

  /// How many rates bring a rule's median within `good`.
  func goodRates(_ rule: Int) -> Int { results[rule].ratesWithin(Self.good) }

  /// How many rates bring at least half of the starts within reach of the minimum.
  func framedRates(_ rule: Int) -> Int { isFramed(rule).count { $0 } }

  /// For each rate, whether a rule brings at least half of the starts within reach of the minimum.
  func isFramed(_ rule: Int) -> [Bool] {
    rates.indices.map { results[rule].share(within: Arrivals.reach, atRate: $0) >= 0.5 }
  }

  /// Distance against step of one rule at one rate, over all starts.
  func fan(_ rule: Int, rate: Double) -> RaceFan {
    RaceFan(rules[rule].with(learningRate: rate), starts: starts, steps: steps)
  }
}

/// How far from the minimum a rule is after every step: the middle of all starts, and where the middle half is.
struct RaceFan {
  let rate: Double
  let median: [Point]
  let lower: [Point]
  let upper: [Point]
  /// The median of what the starts settled at, over the last rows.
  let settled: Double
  /// Share of the starts that were lost.
  let lost: Double

  init(_ rule: Rule, starts: [Vector2], steps: Int) {
    rate = rule["lr"] ?? .nan
    let minimum = RaceStudy.valley.minimum.point
    let rows = Self.rows(steps)
    let walks = starts.concurrentMap { start in
      let walk = descend(RaceStudy.valley, from: start, by: rule, steps: steps)
      // A lost walk is infinitely far away from the row on at which it was lost.
      let distances = rows.map {
        $0 <= walk.steps ? walk.points[$0].distance(to: minimum) : .infinity
      }
      let settled = walk.settledDistance(to: minimum, overLast: min(RaceStudy.window, steps))
      return (distances: distances, settled: settled, isLost: walk.hasDiverged)
    }
    func curve(_ share: Double) -> [Point] {
      rows.enumerated().map { i, row in
        Point(Double(row), walks.map { $0.distances[i] }.quantile(share))
      }
    }
    (median, lower, upper) = (curve(0.5), curve(0.25), curve(0.75))
    settled = walks.map(\.settled).median()
    lost = Double(walks.count(where: \.isLost)) / Double(max(1, walks.count))
  }

  /// The rows that a curve shows: all of a short walk, else about two hundred with the last.
  private static func rows(_ steps: Int) -> [Int] {
    let stride = max(1, steps / 200)
    return Array(Swift.stride(from: 0, to: steps, by: stride)) + [steps]
  }
}
