/// The rates of a schedule at steps 0, 1, …, T.
public struct ScheduleRates: Sendable {
  /// The schedule.
  public let schedule: Schedule
  /// The rates.
  public let rates: [Double]

  /// The schedule over a run of T steps, whose rate after the last step is looked at too.
  public init(_ schedule: Schedule, rate: Double, steps: Int) {
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
  public static func loss(_ step: Int, of steps: Int) -> Double { pow(0.95, Double(min(step, fall(of: steps)))) }

  /// The steps for which that loss falls.
  public static func fall(of steps: Int) -> Int { 3 * steps / 10 }

  /// Rates by step, with large jumps upright.
  public var stairs: [Point] {
    let largest = 0.05 * (rates.max() ?? 0)
    return rates.indices.flatMap { step in
      let before = rates[max(step - 1, 0)]
      let here = Point(Double(step), rates[step])
      return abs(rates[step] - before) < largest ? [here] : [Point(here.x, before), here]
    }
  }
}

extension [Double] {
  /// The sum of all changes from one to the next, up or down: Σ|Δη|.
  public var totalVariation: Double { zip(self, dropFirst()).map { abs($1 - $0) }.reduce(0, +) }
  /// The largest change from one to the next: max|Δη|.
  public var largestChange: Double { zip(self, dropFirst()).map { abs($1 - $0) }.max() ?? 0 }
  /// The sum of squared changes: Σ(Δη)².
  public var squaredVariation: Double { zip(self, dropFirst()).map { ($1 - $0) * ($1 - $0) }.reduce(0, +) }

  /// At each place the mean of the last `window` numbers, of those that there are.
  public func trailingMeans(of window: Int) -> [Double] {
    indices.map { self[Swift.max(0, $0 - window + 1)...$0].reduce(0, +) / Double(Swift.min($0 + 1, window)) }
  }
}
