/// How rates were found for rules that named none: the protocol that stands on the figure.
public struct Tuning: Sendable {
  /// How many rates were tried.
  public let rates: Int
  /// From the smallest to the largest, evenly by their logarithm.
  public let range: ClosedRange<Double>
  /// The rows at the end of a walk over which its median distance to the minimum was taken.
  public let window: Int

  /// The protocol as it stands on a figure, around the rates that it found; the second sentence may go first.
  public func stamp(_ rates: String) -> [Phrase] {
    let (low, high) = (Digits.text(range.lowerBound), Digits.text(range.upperBound))
    return [
      Phrase(
        "Each at the best of \(self.rates) learning rates: \(rates).",
        zh: "学习率各取 \(self.rates) 档中最好的一档：\(rates)。"),
      Phrase(
        "Tried from \(low) to \(high) for this start, judged by the median distance to the minimum over the last \(window) steps.",
        zh: "对这个起点从 \(low) 试到 \(high)，按最后 \(window) 步到最小值距离的中位数评定。"),
    ]
  }

  /// The best rate of a rule from one start: the smallest median distance to the minimum at the end of its walk.
  static func best(
    _ rule: Rule, on landscape: Landscape, from start: Vector2, steps: Int
  ) -> (rate: Double, tuning: Tuning) {
    let window = min(100, steps)
    let sweep = Sweep(starts: [start], steps: steps, window: window)
    let rate = sweep.run(rule, on: landscape).best.rate
    let range = (sweep.rates.first ?? rate)...(sweep.rates.last ?? rate)
    return (rate, Tuning(rates: sweep.rates.count, range: range, window: window))
  }
}

extension Options {
  /// Takes `--opt` and `--lr`; several rules that name no rate get the best of a sweep, a rule alone its standard one.
  public mutating func takeRules(
    into rules: inout [Rule], tuned tuning: inout Tuning?, on landscape: Landscape,
    from start: Vector2, steps: Int, alone standard: (Rule) -> Double
  ) throws(UsageError) {
    var found: Tuning?
    try takeRules(into: &rules) { rule, all in
      guard all.count > 1 else { return standard(rule) }
      let best = Tuning.best(rule, on: landscape, from: start, steps: steps)
      found = best.tuning
      return best.rate
    }
    tuning = found
  }
}
