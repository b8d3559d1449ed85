import LessonKit

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Walks beside a saddle: by several rules at the rates given, and by two near the limits of their rates.
struct SaddleStudy: Sendable {
  let rules: [Rule]
  let start: Point
  /// Steps after which a walk is given up.
  let steps: Int
  /// The walks, one a rule.
  let escapes: [SaddleEscape]
  /// Steps of gradient descent and of momentum for each curvature, NaN where it gave up.
  let tuned: [(descent: Double, momentum: Double)]
  /// Whether every rule stays on the ridge when it starts there.
  let staysOnRidge: Bool

  init(_ rules: [Rule], from start: Point, steps: Int) {
    (self.rules, self.start, self.steps) = (rules, start, steps)
    escapes = rules.map { SaddleEscape($0, from: start, steps: steps) }
    tuned = SaddleTuning.ratios.concurrentMap { ratio in
      (
        SaddleTuning.steps(SaddleTuning.descent, ratio: ratio, from: start),
        SaddleTuning.steps(SaddleTuning.summed, ratio: ratio, from: start)
      )
    }
    staysOnRidge = rules.allSatisfy {
      SaddleEscape($0, from: Point(start.x, 0), steps: steps).reach == 0
    }
  }

  /// Steps to escape of each rule, nil where it did not.
  var counts: [Int?] { escapes.map(\.step) }

  /// The step up to which trails are drawn: when half of those that escape have done so.
  var moment: Int {
    let escaped = counts.compactMap { $0 }.sorted()
    return escaped.isEmpty ? steps : escaped[escaped.count / 2]
  }

  /// The walks as trails, up to the moment.
  func trails(milestones: Bool, named: Bool) -> [Trail] {
    let names = rules.distinctNames
    return escapes.indices.map {
      escapes[$0].trail(
        names[$0], until: moment, series: $0, milestones: milestones, named: named)
    }
  }

  /// Plain gradient descent among the rules, with the steps that the formula has for it.
  var closedForm: (rule: Int, steps: Double)? {
    let plain = rules.firstIndex { $0.name == "sgd" && $0.settings.map(\.key) == ["lr"] }
    guard let plain, start.y != 0, let rate = rules[plain]["lr"], counts[plain] != nil else {
      return nil
    }
    return (plain, SaddleEscape.closedForm(from: start.y, rate: rate))
  }

  /// What the axis of steps shows: all bars from a decade below the least, with room for numbers.
  var stepRange: ClosedRange<Double> {
    let all =
      counts.compactMap { $0.map(Double.init) } + tuned.flatMap { [$0.descent, $0.momentum] }
    let known = all.filter(\.isFinite)
    let (low, high) = (known.min() ?? 10, known.max() ?? 1000)
    return pow(10, floor(log10(max(low, 1) / 1.4)))...(6 * high)
  }

  /// A bar a rule.
  func bars(never: Phrase) -> [Bars.Bar] {
    rules.indices.map { i in
      let count = counts[i]
      return Bars.Bar(
        at: Double(i), count.map(Double.init) ?? .nan,
        label: count.map { Phrase(same: Digits.count($0)) } ?? never, series: i)
    }
  }

  /// Two bars a curvature from a row on.
  func tunedBars(from row: Int, never: Phrase) -> [Bars.Bar] {
    let series = (
      rules.firstIndex { $0.name == "sgd" } ?? 0,
      rules.firstIndex { $0.name == "momentum" } ?? (rules.count > 1 ? 1 : 5)
    )
    func bar(_ row: Int, _ name: Phrase, _ steps: Double, _ series: Int) -> Bars.Bar {
      let label =
        steps.isFinite ? name + Phrase(same: " " + Digits.count(Int(steps))) : name + " " + never
      return Bars.Bar(at: Double(row), steps, label: label, series: series)
    }
    return tuned.enumerated().flatMap { k, steps in
      let first = row + 2 * k
      return [
        bar(first, "SGD", steps.descent, series.0),
        bar(first + 1, Phrase("momentum", zh: "动量"), steps.momentum, series.1),
      ]
    }
  }

  /// The bars in numbers.
  var table: Series {
    Series(
      "steps to escape by curvature", columns: ["curvature", "sgd", "momentum"],
      rows: zip(SaddleTuning.ratios, tuned).map { [$0, $1.descent, $1.momentum] })
  }
}
