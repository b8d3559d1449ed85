import Optimizers
import Tensors

/// How near a rule came to the minimum, from every start and at every rate.
public struct SweepResult: Sendable {
  /// The rule, without a rate.
  public let rule: Rule
  /// The rates tried.
  public let rates: [Double]
  /// The points tried.
  public let starts: [Vector2]
  /// Rate by rate, start by start: the settled distance, infinite where the walk diverged.
  let distances: [Double]

  /// The settled distance from every start, at the rate of an index.
  public func distances(atRate index: Int) -> [Double] {
    require(rates.indices.contains(index), "rate \(index) of \(rates.count)")
    return Array(distances[index * starts.count..<(index + 1) * starts.count])
  }

  /// The median settled distance over all starts, for each rate.
  public var medians: [Double] { rates.indices.map { distances(atRate: $0).median() } }

  /// The rate with the smallest median, the first of several: the best one for all starts at once.
  public var best: (index: Int, rate: Double, median: Double) {
    let medians = medians
    let index = medians.indices.min { medians[$0] < medians[$1] }
    guard let index else { fatalError("a sweep over no rates has no best one") }
    return (index, rates[index], medians[index])
  }

  /// The smallest settled distance from each start, over all rates: each start at its own best rate.
  public var distancesTunedPerStart: [Double] {
    starts.indices.map { start in
      rates.indices.map { distances[$0 * starts.count + start] }.min() ?? .infinity
    }
  }

  /// Share of the starts that settled as near as `reach`, at the rate of an index.
  public func share(within reach: Double, atRate index: Int) -> Double {
    let all = distances(atRate: index)
    return Double(all.count { $0 <= reach }) / Double(all.count)
  }

  /// Share of the starts from which the walk diverged, at the rate of an index.
  public func shareDiverged(atRate index: Int) -> Double {
    let all = distances(atRate: index)
    return Double(all.count { $0 == .infinity }) / Double(all.count)
  }

  /// How many rates bring the median as near as `reach`: how little the rule asks of its user.
  public func ratesWithin(_ reach: Double) -> Int { medians.count { $0 <= reach } }
}
