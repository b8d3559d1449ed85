/// Tick values of a log axis: labelled decades (every second, third, … when there are many), minor ticks at 2…9.
struct LogTicks: Sendable, Equatable {
  /// Labelled values, ascending, inside the domain.
  let values: [Double]
  /// Unlabelled values between them.
  let minor: [Double]

  /// The ticks as those of a linear axis, where the domain is too narrow for any others.
  let even: LinearTicks?

  /// Ticks for a positive domain, at most `limit` labelled ones.
  ///
  /// Of a domain that is not positive, or infinite, the part that is neither; where there is none, no ticks.
  /// A domain of less than about two decades is labelled at 1, 2 and 5 too, or at 1, 2, 3, 4, 6 and 8 where those are fewer
  /// than three, and at steps of a linear axis when even that
  /// leaves fewer than two.
  init(_ domain: ClosedRange<Double>, limit: Int) {
    let isSound = domain.lowerBound >= .leastNormalMagnitude && domain.upperBound.isFinite
    let hasDecades = domain.upperBound > .leastNormalMagnitude && domain.lowerBound < .infinity
    guard isSound || hasDecades else {
      (values, minor, even) = ([], [], nil)
      return
    }
    // What is not positive has no decade, and the smallest numbers of all have lost their digits.
    let (least, most) = (Double.leastNormalMagnitude, Double.greatestFiniteMagnitude)
    let domain = max(domain.lowerBound, least)...min(domain.upperBound, most)
    let (low, high) = (log10(domain.lowerBound), log10(domain.upperBound))
    let first = Int(ceil(low - 1e-9))
    let last = Int(floor(high + 1e-9))
    let inside = { (v: Double) in
      v.isFinite && v >= domain.lowerBound * (1 - 1e-9) && v <= domain.upperBound * (1 + 1e-9)
    }
    if high - low <= 1.7 {
      let powers = Int(floor(low))...max(Int(floor(low)), last + 1)
      let choices = [[1, 2, 5], [1, 2, 3, 4, 6, 8]].map { digits in
        powers.flatMap { k in digits.map { $0 * pow(10, Double(k)) } }.filter(inside)
      }
      let found = choices.first { $0.count >= 3 } ?? choices[0]
      let isEnough = found.count >= 3 && found.count <= max(3, limit)
      if isEnough || last - first < 1 {
        even = found.count >= 2 ? nil : LinearTicks(domain, target: 4)
        values = even?.values ?? found
        minor = []
        return
      }
    }
    even = nil
    let every = Self.stride(first: first, last: last, limit: max(2, limit))
    let start = Int((Double(first) / Double(every)).rounded(.up)) * every
    values = Swift.stride(from: start, through: last, by: every).map { pow(10, Double($0)) }
    if high - low <= 6.5 {
      minor = ((first - 1)...last).flatMap { k in (2...9).map { Double($0) * pow(10, Double(k)) } }.filter(inside)
    } else {
      let labelled = Set(Swift.stride(from: start, through: last, by: every))
      // So many that the axis does not turn into a bar.
      let finer = [1, 2, 5, 10, 20, 25, 50].last { every.isMultiple(of: $0) && every / $0 >= 4 }
      let few = (first...last).filter { $0.isMultiple(of: every > 4 ? finer ?? 1 : 1) }
      minor = few.filter { !labelled.contains($0) }.map { pow(10, Double($0)) }
    }
  }

  private static func stride(first: Int, last: Int, limit: Int) -> Int {
    func multiples(of step: Int) -> Int {
      let (below, above) = (Double(first) / Double(step), Double(last) / Double(step))
      return Int(above.rounded(.down)) - Int(below.rounded(.up)) + 1
    }
    return [1, 2, 3, 4, 5, 10, 20, 25, 50, 100].first { multiples(of: $0) <= limit } ?? 200
  }
}
