import Optimizers
import Tensors

/// Where a rule's walks ended, from every start and at every rate: how far from the minimum, or how high.
public struct SweepResult: Sendable {
  /// The rule, without a rate.
  public let rule: Rule
  /// The rates tried.
  public let rates: [Double]
  /// The points tried.
  public let starts: [Vector2]
  /// Rate by rate, start by start: the settled distance or height, infinite where the walk diverged.
  let ends: [Double]

  /// The settled distance or height from every start, at the rate of an index.
  public func ends(atRate index: Int) -> [Double] {
    require(rates.indices.contains(index), "rate \(index) of \(rates.count)")
    return Array(ends[index * starts.count..<(index + 1) * starts.count])
  }

  /// The median end over all starts, for each rate.
  public var medians: [Double] { rates.indices.map { ends(atRate: $0).median() } }

  /// The rate with the smallest median, the first of several: the best one for all starts at once.
  public var best: (index: Int, rate: Double, median: Double) {
    let medians = medians
    let index = medians.indices.min { medians[$0] < medians[$1] }
    guard let index else { fatalError("a sweep over no rates has no best one") }
    return (index, rates[index], medians[index])
  }

  /// The rate at which most starts settled as near or as low as `reach`, the largest of several, and their share.
  public func best(within reach: Double) -> (index: Int, rate: Double, share: Double) {
    let shares = rates.indices.map { share(within: reach, atRate: $0) }
    guard let most = shares.max(), let index = shares.lastIndex(of: most) else {
      fatalError("a sweep over no rates has no best one")
    }
    return (index, rates[index], shares[index])
  }

  /// The smallest end from each start, over all rates: each start at its own best rate.
  public var endsTunedPerStart: [Double] {
    starts.indices.map { start in rates.indices.map { ends[$0 * starts.count + start] }.min() ?? .infinity }
  }

  /// Share of the starts that settled as near or as low as `reach`, at the rate of an index.
  public func share(within reach: Double, atRate index: Int) -> Double {
    let all = ends(atRate: index)
    return Double(all.count { $0 <= reach }) / Double(all.count)
  }

  /// Share of the starts from which the walk diverged, at the rate of an index.
  public func shareDiverged(atRate index: Int) -> Double {
    let all = ends(atRate: index)
    return Double(all.count { $0 == .infinity }) / Double(all.count)
  }

  /// How many rates bring the median as near or as low as `reach`: how little the rule asks of its user.
  public func ratesWithin(_ reach: Double) -> Int { medians.count { $0 <= reach } }
}
