import LessonKit

/// Walks beside a saddle: by several rules at the rates given, and by two near the limits of their rates.
struct SaddleStudy: Sendable {
  let rules: [Rule]
  let start: Point
  /// Steps after which a walk is given up.
  let steps: Int
  /// The walks, one a rule.
  let escapes: [SaddleEscape]
  /// Steps of gradient descent and of both forms of momentum for each curvature, NaN where it gave up.
  let tuned: [(descent: Double, summed: Double, averaged: Double)]
  /// Whether every rule stays on the ridge when it starts there.
  let staysOnRidge: Bool

  init(_ rules: [Rule], from start: Point, steps: Int) {
    (self.rules, self.start, self.steps) = (rules, start, steps)
    escapes = rules.map { SaddleEscape($0, from: start, steps: steps) }
    tuned = SaddleTuning.ratios.concurrentMap { ratio in
      (
        SaddleTuning.steps(SaddleTuning.descent, ratio: ratio, from: start),
        SaddleTuning.steps(SaddleTuning.summed, ratio: ratio, from: start),
        SaddleTuning.steps(SaddleTuning.averaged, ratio: ratio, from: start)
      )
    }
    staysOnRidge = rules.allSatisfy {
      SaddleEscape($0, from: Point(start.x, 0), steps: steps).reach == 0
    }
  }

  /// What the rules are called: where momentum comes in both forms, the one that sums is plain momentum.
  var names: [Phrase] {
    let names = rules.distinctNames
    let forms = rules.map { $0.name == "momentum" ? $0["ema"] : nil }
    guard forms.count(where: { $0 == 0 }) == 1, forms.count(where: { $0 == 1 }) == 1 else {
      return names
    }
    return zip(names, forms).map { name, form in
      switch form {
      case 0: Phrase(same: "Momentum")
      case 1: Phrase("Averaged", zh: "取平均")
      default: name
      }
    }
  }

  /// Steps to escape of each rule, nil where it did not.
  var counts: [Int?] { escapes.map(\.step) }

  /// The steps of plain gradient descent, which the notes let all others undercut, and how many of how many others do.
  var rivals: (steps: Double, sooner: Int, others: Int)? {
    guard let plain = rules.firstIndex(where: { $0.name == "sgd" && $0["momentum"] == 0 }),
      let steps = counts[plain], rules.count > 1
    else { return nil }
    let others = counts.indices.filter { $0 != plain }
    let sooner = others.count { counts[$0] ?? .max < steps }
    return (Double(steps), sooner, others.count)
  }

  /// The step up to which trails are drawn: when half of those that escape have done so.
  var moment: Int {
    let escaped = counts.compactMap { $0 }.sorted()
    return escaped.isEmpty ? steps : escaped[escaped.count / 2]
  }

  /// The walks as trails, up to the moment.
  func trails(milestones: Bool, named: Bool) -> [Trail] {
    let names = names
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

  /// What the axis of steps shows: all bars, from a round number below the least, with room for numbers beyond the longest.
  func stepRange(tuned hasTuned: Bool) -> ClosedRange<Double> {
    let given = counts.compactMap { $0.map(Double.init) }
    let all = given + (hasTuned ? tuned.flatMap { [$0.descent, $0.summed] } : [])
    let known = all.filter(\.isFinite)
    let (low, high) = (known.min() ?? 10, known.max() ?? 1000)
    return pow(10, floor(log10(max(low, 1) / 1.4)))...(10 * high)
  }

  /// A bar a rule, each a mark of its own that bears its name.
  func bars(never: Phrase) -> [Bars] {
    let names = names
    return rules.indices.map { i in
      let count = counts[i]
      let label = count.map { Phrase(same: Digits.count($0)) } ?? never
      let bar = Bars.Bar(
        at: Double(i), count.map(Double.init) ?? .nan,
        label: closedForm?.rule == i ? nil : label, series: i)
      return Bars([bar], name: names[i])
    }
  }

  /// Whether both forms of momentum take as many steps as one another near their limits.
  var formsAgree: Bool { tuned.allSatisfy { $0.summed == $0.averaged } }

  /// Where gradient descent and momentum are among the rules.
  private var tunedPlaces: [Int?] {
    ["sgd", "momentum"].map { name in rules.firstIndex { $0.name == name } }
  }

  /// The series of gradient descent and of momentum near their limits: of the rule above that they are, or free ones.
  private var tunedSeries: [Int?] {
    tunedPlaces.enumerated().map { k, place in
      let free = rules.count + k
      return place ?? (free < Options.mostRules ? free : nil)
    }
  }

  /// The names of the two rows of a curvature.
  func tunedRows(_ ratio: Double) -> [Axis.Category] {
    [
      .init(Phrase(same: "SGD, $κ$ = \(Digits.text(ratio))"), series: tunedSeries[0]),
      .init("Momentum", series: tunedSeries[1]),
    ]
  }

  /// Bars of gradient descent and of momentum, two a curvature from a row on.
  func tunedBars(from row: Int, never: Phrase) -> [Bars] {
    let forms: [(name: Phrase, steps: [Double])] = [
      ("SGD", tuned.map(\.descent)), ("Momentum", tuned.map(\.summed)),
    ]
    return forms.enumerated().map { k, form in
      let place = tunedPlaces[k]
      let series = tunedSeries[k]
      let bars = form.steps.enumerated().map { index, steps in
        let count = steps.isFinite ? Phrase(same: Digits.count(Int(steps))) : never
        return Bars.Bar(
          at: Double(row + 2 * index + k), steps,
          label: count, series: series)
      }
      return Bars(bars, name: place.map { names[$0] } ?? form.name)
    }
  }

  /// The bars in numbers.
  var table: Series {
    Series(
      "steps to escape by curvature", columns: ["curvature", "sgd", "summed", "averaged"],
      rows: zip(SaddleTuning.ratios, tuned).map { [$0, $1.descent, $1.summed, $1.averaged] })
  }
}
