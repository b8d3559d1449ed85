extension Levels {
  /// The share of a map that may lie between two neighbouring lines before other levels are looked for; where there is no floor
  /// heights may have poles on both sides, and then it is the share between a line and the next but one.
  private static let (mostBetweenLines, mostAboutLine) = (0.55, 0.85)
  /// The share that other levels may leave between lines, and that plus what they leave in one colour.
  private static let (mostOnBulk, mostCost) = (0.5, 0.75)

  /// The same levels, or others where these leave most of a map without a line: on the bulk of the heights, so that what lies
  /// above or below is one colour.
  ///
  /// - Parameters:
  ///   - heights: Heights all over the map, ascending.
  ///   - hasFloor: Whether there is a lowest height.
  ///   - make: Levels from one of the heights to another, given by their places.
  package func onBulk(of heights: [Double], hasFloor: Bool, _ make: (_ low: Int, _ high: Int) -> Levels) -> Levels {
    let isEmpty = largestShare(of: heights) > Self.mostBetweenLines
    guard isEmpty || (!hasFloor && largestShare(of: heights, lines: 2) > Self.mostAboutLine) else {
      return cut(of: heights, from: 0.05)
    }
    let last = Double(heights.count - 1)
    let shares = [0, 0.005, 0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3]
    var (best, least) = (self, Self.mostCost)
    for below in shares {
      for above in shares.dropFirst() {
        let (low, high) = (Int(below * last), Int((1 - above) * last))
        guard heights[high] > heights[low] else { continue }
        let levels = make(low, high)
        let between = levels.largestShare(of: heights)
        // What is of one colour has lost its shape: rather wider where that leaves hardly more without a line.
        let cost = between + below + above
        if between <= Self.mostOnBulk, cost < least - 1e-9 { (best, least) = (levels, cost) }
      }
    }
    if best == self, isEmpty, let parts = Self.parting(heights, map: map) { return parts }
    return best.cut(of: heights, from: 0)
  }

  /// Levels with as much of a map between each and the next, for heights that no even steps tell apart: those of −exp(exp(r²)).
  private static func parting(_ heights: [Double], map: ColorMap) -> Levels? {
    let count = 13
    var bands: [Double] = []
    for index in 0...count {
      let value = rounded(heights[index * (heights.count - 1) / count])
      if value > bands.last ?? -.infinity { bands.append(value) }
    }
    guard bands.count > count / 2 else { return nil }
    var levels = Levels(scale: .linear, bands: bands, lines: bands, heavy: [], map: map)
    levels.partsMap = true
    return levels
  }

  /// A number of two digits.
  private static func rounded(_ value: Double) -> Double {
    guard value != 0 else { return 0 }
    let unit = pow(10, log10(abs(value)).rounded(.down) - 1)
    return unit >= .leastNormalMagnitude ? (value / unit).rounded() * unit : value
  }

  /// The same levels, knowing at which ends they leave more than a share of some heights in one colour.
  private func cut(of heights: [Double], from share: Double) -> Levels {
    let below = Self.count(below: range.lowerBound, in: heights)
    let above = heights.count - Self.count(below: range.upperBound, in: heights)
    let most = share * Double(heights.count)
    return cut(Sides(below: Double(below) > most, above: Double(above) > most))
  }

  /// The largest share of some heights between a line and the one that comes so many lines later, or beyond the first or last.
  package func largestShare(of heights: [Double], lines count: Int = 1) -> Double {
    guard !heights.isEmpty, !lines.isEmpty else { return 1 }
    let below = [0] + lines.map { Self.count(below: $0, in: heights) } + [heights.count]
    let counts = zip(below, below.dropFirst(count)).map { $1 - $0 }
    return Double(counts.max() ?? heights.count) / Double(heights.count)
  }

  /// How many of some heights, ascending, lie below a value.
  private static func count(below value: Double, in heights: [Double]) -> Int {
    var (low, high) = (0, heights.count)
    while low < high {
      let middle = (low + high) / 2
      if heights[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
