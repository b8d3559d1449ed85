/// Tick values of a linear axis: the labelling with the best score inside the domain.
///
/// Source: J. Talbot, S. Lin, P. Hanrahan, *An Extension of Wilkinson's Algorithm for Positioning Tick Labels on
/// Axes*, IEEE TVCG 2010, with the weights of its section 4; steps are taken whole, so that every tick is a multiple of
/// 1, 2, 2.5, 3, 4 or 5 times a power of ten.
struct LinearTicks: Sendable, Equatable {
  /// The values, ascending, all inside the domain.
  let values: [Double]
  /// Distance between two of them.
  let step: Double

  private static let niceSteps: [Double] = [1, 5, 2, 2.5, 4, 3]

  /// Ticks for a domain, about `target` of them and at most `limit`.
  ///
  /// An empty or infinite domain has its one finite bound as its only tick. `wholes` leaves out steps that are no whole
  /// numbers.
  init(_ domain: ClosedRange<Double>, target: Double, limit: Int = 8, wholes: Bool = false) {
    let (low, high) = (domain.lowerBound, domain.upperBound)
    // So far below the smallest normal number that steps still have all digits.
    let isWide = high - low > max(abs(high) * 1e-13, 1e-304)
    guard (high - low).isFinite, isWide else {
      values = low.isFinite ? [low] : []
      step = 0
      return
    }
    var search = Search(low: low, high: high, target: max(2, target), limit: limit, wholes: wholes)
    search.run(Self.niceSteps)
    let best = search.best
    step = best?.step ?? high - low
    values = best.map { Self.values($0, low: low, high: high) } ?? [low, high]
  }

  /// The ticks of a labelling, each the nearest number to its decimal form: 0.6, not 3 × 0.2.
  private static func values(_ best: Search.Labelling, low: Double, high: Double) -> [Double] {
    let tens = pow(10, 1 - floor(log10(best.step)))
    let whole = (best.step * tens).rounded()
    let first = (best.first / best.step).rounded()
    return (0..<best.count).map { i in
      let multiple = first + Double(i)
      let value = tens.isFinite ? multiple * whole / tens : multiple * best.step
      return min(max(value, low), high) + 0
    }
  }

  /// The search over steps, counts and offsets, best bound first.
  private struct Search {
    struct Labelling {
      var first: Double
      var step: Double
      var count: Int
      var score: Double
    }

    let low: Double, high: Double, target: Double, limit: Int, wholes: Bool
    var best: Labelling?

    mutating func run(_ steps: [Double]) {
      for (rank, base) in steps.enumerated() {
        let simplest = simplicity(rank: rank, of: steps.count, zero: true)
        if total(simplest, 1, 1) < bestScore { return }
        for count in 2...limit {
          if total(simplest, 1, densest(count)) < bestScore { break }
          tryCounts(base: base, rank: rank, of: steps.count, count: count)
        }
      }
    }

    var bestScore: Double { best?.score ?? -.infinity }

    /// Tries all powers of ten and offsets for one step and count.
    private mutating func tryCounts(base: Double, rank: Int, of total: Int, count: Int) {
      let spacing = (high - low) / Double(count + 1) / base
      let lowest = Int(floor(log10(spacing)))
      for power in lowest...(lowest + 2) {
        let step = base * pow(10, Double(power))
        if wholes && step != step.rounded() { continue }
        let span = step * Double(count - 1)
        let slack = 1e-9 * (high - low)
        guard span <= high - low + slack else { break }
        let from = ceil((low - slack) / step)
        let to = floor((high + slack - span) / step)
        guard from <= to, to - from < 64 else { continue }
        var start = from
        while start <= to {
          consider(first: start * step, step: step, count: count, rank: rank, of: total)
          start += 1
        }
      }
    }

    private mutating func consider(first: Double, step: Double, count: Int, rank: Int, of total: Int) {
      let last = first + step * Double(count - 1)
      let zero = first <= 1e-9 * step && last >= -1e-9 * step
      let simple = simplicity(rank: rank, of: total, zero: zero)
      // Two ticks say where an axis begins and ends, but hardly how it runs.
      let bare = count == 2 ? 0.6 : 0
      let score = self.total(simple, coverage(first, last), density(step)) - bare
      if score > bestScore + 1e-12 { best = Labelling(first: first, step: step, count: count, score: score) }
    }

    private func total(_ simplicity: Double, _ coverage: Double, _ density: Double) -> Double {
      0.25 * simplicity + 0.2 * coverage + 0.5 * density + 0.05
    }

    private func simplicity(rank: Int, of total: Int, zero: Bool) -> Double {
      (zero ? 1 : 0) - Double(rank) / Double(total - 1)
    }

    private func coverage(_ first: Double, _ last: Double) -> Double {
      let tenth = 0.1 * (high - low)
      let (above, below) = ((high - last) / tenth, (first - low) / tenth)
      return 1 - 0.5 * (above * above + below * below)
    }

    /// How near the spacing comes to that of the target.
    private func density(_ step: Double) -> Double {
      let ratio = (high - low) / step / (target - 1)
      return 2 - max(ratio, 1 / ratio)
    }

    /// The best density that so many ticks can have.
    private func densest(_ count: Int) -> Double {
      let ratio = Double(count - 1) / (target - 1)
      return ratio > 1 ? 2 - ratio : 1
    }
  }
}
