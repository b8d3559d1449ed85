/// How rates were found for rules that named none: the protocol that stands on the figure.
public struct Tuning: Sendable {
  /// What the end of a walk is judged by, in its median over the last steps.
  public enum Measure: Sendable {
    /// How far it is from the nearest minimum.
    case distance
    /// How high it is: fair where some rates end in other valleys.
    case loss
  }

  /// How many rates were tried.
  public let rates: Int
  /// From the smallest to the largest, evenly by their logarithm.
  public let range: ClosedRange<Double>
  /// The rows at the end of a walk over which its median distance to the minimum was taken.
  public let window: Int
  /// What the end of a walk was judged by.
  public var measure = Measure.distance
  /// The rules that it found a rate for, by their place in the comparison.
  public internal(set) var places: Set<Int> = []

  /// Why a rule has its default rate where all others lose their walks.
  public static let allDiverge = Phrase("every rate tried diverges", zh: "试过的学习率都发散")

  /// The protocol of a comparison as it stands on a figure; the second sentence may go first.
  ///
  /// The rules at the places `defaults` have the rates that they have by default, for the reason given.
  public static func stamp(
    _ rules: [Rule], tuned tuning: Tuning?, defaults: Set<Int> = [], because reason: Phrase = ""
  ) -> [Phrase] {
    let places = tuning?.places ?? []
    let given = Set(rules.indices).subtracting(places).subtracting(defaults)
    func list(_ wanted: Set<Int>) -> Phrase {
      let names = wanted.sorted().map { rules[$0].withRate }
      return Phrase(names.joined(separator: ", "), zh: names.joined(separator: "，"))
    }
    let isAll = given.count == rules.count
    let givenRates =
      Phrase(isAll ? "Learning rates: " : "Learning rates given: ", zh: isAll ? "学习率：" : "给定的学习率：")
      + list(given) + Phrase(".", zh: "。")
    let space = Phrase(" ", zh: "")
    let usual =
      Phrase(defaults.count == 1 ? "Default rate: " : "Default rates: ", zh: "默认学习率：")
      + list(defaults) + Phrase(" (", zh: "（") + reason + Phrase(").", zh: "）。")
    let rest = given.isEmpty ? usual : defaults.isEmpty ? givenRates : usual + space + givenRates
    guard let tuning else { return [rest] }
    let best =
      Phrase(
        "\(places.count == rules.count && rules.count > 1 ? "Each at" : "At") the best of \(tuning.rates) learning rates: ",
        zh: "学习率取 \(tuning.rates) 档中最好的一档：")
      + list(places) + Phrase(".", zh: "。")
    let first = places.count == rules.count ? best : best + space + rest
    let (low, high) = (Digits.text(tuning.range.lowerBound), Digits.text(tuning.range.upperBound))
    let measured =
      tuning.measure == .distance
      ? Phrase("distance to the minimum", zh: "到最小值点距离") : Phrase("loss", zh: "损失")
    let span = tuning.window == 1 ? "at the last step" : "over the last \(tuning.window) steps"
    let ties: Phrase =
      tuning.measure == .distance ? "" : Phrase("; ties: the smaller rate", zh: "，并列取较小者")
    return [
      first,
      Phrase(
        "Tried from \(low) to \(high) for this start, judged by the median \(measured.english) \(span)",
        zh: "对这个起点从 \(low) 试到 \(high)，按最后 \(tuning.window) 步\(measured.chinese)的中位数评定")
        + ties + Phrase(".", zh: "。"),
    ]
  }

  /// The best rate of a rule from one start: the smallest median distance to the minimum at the end of its walk.
  ///
  /// Where every rate loses its walk, there is none.
  static func best(
    _ rule: Rule, on landscape: Landscape, from start: Vector2, steps: Int, schedule: Schedule
  ) -> (rate: Double, tuning: Tuning)? {
    let window = min(100, steps)
    let sweep = Sweep(starts: [start], steps: steps, window: window)
    let rates = sweep.rates
    let distances =
      schedule == .constant
      ? sweep.run(rule, on: landscape).medians
      : rates.concurrentMap { rate in
        let rule = rule.with(learningRate: rate)
        return descend(landscape, from: start, by: rule, steps: steps, schedule: schedule)
          .settledDistance(to: landscape.minimum.point, overLast: window)
      }
    let least = distances.min() ?? .infinity
    guard least.isFinite, let best = distances.firstIndex(of: least) else { return nil }
    let range = rates[0]...rates[rates.count - 1]
    return (rates[best], Tuning(rates: rates.count, range: range, window: window))
  }
}

extension Options {
  /// Takes `--opt` and `--lr`; several rules that name no rate get the best of a sweep, a rule alone its standard one.
  ///
  /// Where every rate loses its walk, a rule gets its own default, and its place stands in `defaults`.
  public mutating func takeRules(
    into rules: inout [Rule], tuned tuning: inout Tuning?, defaults: inout Set<Int>,
    on landscape: Landscape, from start: Vector2, steps: Int, schedule: Schedule,
    alone standard: (Rule) -> Double
  ) throws(UsageError) {
    try takeRules(
      into: &rules, tuned: &tuning, defaults: &defaults, alone: { standard($0) },
      search: {
        Tuning.best($0, on: landscape, from: start, steps: steps, schedule: schedule)
      })
  }

  /// Takes `--opt` and `--lr` with the rates that a search finds; a rule for which it finds none gets its own default.
  ///
  /// A rule alone gets its standard rate, if it has one, without a search.
  private mutating func takeRules(
    into rules: inout [Rule], tuned tuning: inout Tuning?, defaults: inout Set<Int>,
    alone standard: (Rule) -> Double?, search: (Rule) -> (rate: Double, tuning: Tuning)?
  ) throws(UsageError) {
    var found: Tuning?
    var (tuned, usual) = (Set<Int>(), Set<Int>())
    try takeRules(into: &rules) { rule, all in
      if all.count == 1, let rate = standard(rule) { return rate }
      let places = all.indices.filter { all[$0] == rule }
      guard let best = search(rule) else {
        usual.formUnion(places)
        return rule["lr"] ?? 1e-3
      }
      tuned.formUnion(places)
      found = best.tuning
      return best.rate
    }
    found?.places = tuned
    (tuning, defaults) = (found, usual)
  }
}

extension Tuning {
  /// The rate of a rule from one start with the smallest median loss at the end of its walk, to a millionth of the way down;
  /// of equal ones the least.
  ///
  /// A walk that was lost counts as infinitely high; where all are, there is none.
  static func lowest(
    _ rule: Rule, on landscape: Landscape, from start: Vector2, steps: Int, schedule: Schedule
  ) -> (rate: Double, tuning: Tuning)? {
    let window = min(100, steps)
    let rates = Sweep(starts: [start], steps: steps, window: window).rates
    let heights = rates.concurrentMap { rate in
      let walk = descend(
        landscape, from: start, by: rule.with(learningRate: rate), steps: steps,
        schedule: schedule)
      return walk.hasDiverged ? .infinity : Array(walk.losses.suffix(window)).median()
    }
    let lowest = heights.min() ?? .infinity
    guard lowest.isFinite else { return nil }
    // Of rates that differ by a millionth of the way down, the least: larger ones only swing more.
    let least = lowest + 1e-6 * max(0, landscape.value(at: start) - lowest)
    let best = rates.indices.first { heights[$0] <= least } ?? 0
    let range = (rates.first ?? 0)...(rates.last ?? 0)
    return (
      rates[best], Tuning(rates: rates.count, range: range, window: window, measure: .loss)
    )
  }
}

extension Options {
  /// Takes `--opt` and `--lr`; every rule that names no rate gets the one that ends lowest in a sweep.
  ///
  /// Where there is no floor to end at, `isTuned` false, or every rate loses its walk, it gets the rule's own default, and its
  /// place stands in `defaults`.
  public mutating func takeRules(
    into rules: inout [Rule], tuned tuning: inout Tuning?, defaults: inout Set<Int>,
    byLossOn landscape: Landscape, from start: Vector2, steps: Int, schedule: Schedule,
    isTuned: Bool
  ) throws(UsageError) {
    try takeRules(
      into: &rules, tuned: &tuning, defaults: &defaults, alone: { _ in nil },
      search: {
        guard isTuned, landscape.value(at: start).isFinite else { return nil }
        return Tuning.lowest($0, on: landscape, from: start, steps: steps, schedule: schedule)
      })
  }
}
