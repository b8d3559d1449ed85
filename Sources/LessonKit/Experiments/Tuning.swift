/// Rules with a rate each, and how rates were found for those that named none.
public struct Tuned: Sendable {
  /// What the end of a walk is judged by, in its median over the last steps.
  public enum Measure: Sendable {
    /// How far it is from the nearest minimum.
    case distance
    /// How high it is: fair where some rates end in other valleys.
    case loss
  }

  /// The rules, each with a rate.
  public let rules: [Rule]
  /// The rules that a rate was found for, by their place.
  public let found: Set<Int>
  /// The rules that have their default rate because every rate tried loses the walk, by their place.
  public let lost: Set<Int>
  private let measure: Measure
  private let window: Int

  /// The rates that are tried.
  private static let rates = (1e-5...10).logSpaced(count: 25)

  /// Finds a rate for every rule that names none: the one that ends best from a start, over the last hundred steps.
  ///
  /// Where every rate loses its walk, a rule gets its own default. To measure distances the landscape needs a known minimum.
  public init(
    _ rules: [Rule], on landscape: Landscape, from start: Vector2, steps: Int, schedule: Schedule = .constant,
    by measure: Measure
  ) {
    window = min(100, steps)
    self.measure = measure
    var (tuned, found, lost) = (rules, Set<Int>(), Set<Int>())
    for index in rules.indices where rules[index].learningRate == nil {
      let ends = Self.ends(
        of: rules[index], on: landscape, from: start, steps: steps, window: window, schedule: schedule, by: measure)
      let rate = Self.best(ends, from: landscape.value(at: start), measure)
      if rate == nil { lost.insert(index) } else { found.insert(index) }
      tuned[index] = rules[index].with(learningRate: rate ?? rules[index]["lr"] ?? 1e-3)
    }
    (self.rules, self.found, self.lost) = (tuned, found, lost)
  }

  /// How far from the goal a rule ends at each rate; infinite where it loses its walk.
  private static func ends(
    of rule: Rule, on landscape: Landscape, from start: Vector2, steps: Int, window: Int, schedule: Schedule,
    by measure: Measure
  ) -> [Double] {
    if measure == .distance, schedule == .constant {
      return Sweep(rates: rates, starts: [start], steps: steps, window: window).run(rule, on: landscape).medians
    }
    return rates.concurrentMap { rate in
      let walk = descend(landscape, from: start, by: rule.with(learningRate: rate), steps: steps, schedule: schedule)
      switch measure {
      case .distance:
        return landscape.minima.map { walk.settledDistance(to: $0.point, overLast: window) }.min() ?? .infinity
      case .loss: return walk.hasDiverged ? .infinity : Array(walk.losses.suffix(window)).median()
      }
    }
  }

  /// The best rate; of losses that differ by a millionth of the way down, the least, since larger ones only swing more.
  private static func best(_ ends: [Double], from height: Double, _ measure: Measure) -> Double? {
    guard let least = ends.min(), least.isFinite else { return nil }
    let bound = measure == .loss ? least + 1e-6 * max(0, height - least) : least
    return ends.firstIndex { $0 <= bound }.map { rates[$0] }
  }

  /// Whether a rate was found for every rule.
  public var isFair: Bool { found.count == rules.count }

  /// The condition in one line: how rates were chosen, or the rates that were given.
  public var condition: Phrase {
    let given = Phrase.joined(rules.map(\.nameWithRate), by: Phrase(", ", zh: "，"))
    guard !found.isEmpty else { return Phrase("learning rates: \(given)", zh: "学习率：\(given)") }
    let count = Self.rates.count
    return rules.count == 1
      ? Phrase("best of \(count) learning rates", zh: "学习率取 \(count) 档中最好的一档")
      : isFair
        ? Phrase("each at its best of \(count) learning rates", zh: "学习率各取 \(count) 档中最好的一档")
        : Phrase("best of \(count) learning rates where none is given", zh: "未给定的学习率取 \(count) 档中最好的一档")
  }

  /// The whole protocol in plain text.
  public var told: Phrase {
    let given = Phrase.joined(rules.map(\.nameWithRate), by: Phrase(", ", zh: "，"))
    let rates = Phrase("Learning rates: \(given).", zh: "学习率：\(given)。")
    guard !found.isEmpty else { return rates }
    let judged = measure == .distance ? Phrase("distance to the minimum", zh: "到最小值点的距离") : Phrase("loss", zh: "损失")
    let (first, last) = (Self.rates[0], Self.rates[Self.rates.count - 1])
    let lostRules =
      lost.isEmpty
      ? Phrase("", zh: "")
      : Phrase(
        " Every rate tried loses the walk of \(list: lost.sorted().map { rules[$0].identity.name }), which has its default.",
        zh: "\(list: lost.sorted().map { rules[$0].identity.name }) 在所有试过的学习率下都发散或离开定义域，取其默认值。")
    return Phrase(
      "\(rates) Chosen for this start from \(Self.rates.count) rates between \(first) and \(last) by the median \(judged) over the last \(window, "step").\(lostRules)",
      zh: "\(rates)针对该起点，在 \(first)–\(last) 间取 \(Self.rates.count) 档，按最后 \(window) 步\(judged)的中位数择优。\(lostRules)")
  }
}
