import LessonKit

/// # The fair comparison
///
/// Which rule is best? The same starts and steps for all; first at one rate, then each at its own best, and then all rates
/// at once: the winner changes with the rate, and rules differ most in how many rates will do.
struct Race: Lesson {
  static let page = Page(
    "race", in: .descent, title: Phrase("The fair comparison", zh: "公平的比较"),
    question: Phrase(
      "Which rule is fastest, once each has its own rate?", zh: "各自取最佳学习率时，哪种规则最快？"),
    examples: [
      .init("--opt sgd,momentum,adam", shows: Phrase("three rules", zh: "三种规则")),
      .init("--lr 0.001", shows: Phrase("another rate for all", zh: "换一个共同的学习率")),
      .init(
        "--opt rmsprop,rmsprop:alpha=0.9 --steps 500",
        shows: Phrase("one rule with two settings", zh: "同一规则的两种设置")),
    ], map: .colors)

  var rules: [Rule] = [.sgd, .momentum, .adagrad, .rmsprop, .adam]
  var steps = 1000
  var seeds = 100
  /// The rate of the first panel.
  var rate = 0.01

  mutating func configure(_ options: inout Options) throws {
    try options.take("steps", into: &steps, in: 1...10_000)
    try options.take(
      "seeds", into: &seeds, in: 1...1000,
      help: Phrase("from how many random points every rule starts", zh: "每种规则从多少个随机起点出发"))
    let usual = rate
    try options.takeRules(into: &rules) { _, _ in usual }
    let rates = Set(rules.compactMap(\.learningRate))
    if rates.count > 1 {
      throw UsageError(
        "in a race no rule has a rate of its own: all run at one rate, then each at its best",
        hints: ["leave out lr= in --opt; --lr X sets the one rate"])
    }
    rate = rates.first ?? usual
  }

  func run(_ context: Context) throws -> Outcome {
    let starts = RaceStudy.starts(seeds, seed: context.seed)
    let study = RaceStudy(rules, starts: starts, steps: steps)
    let equal = rules.indices.map { study.fan($0, rate: rate) }
    let tuned = rules.indices.map { study.fan($0, rate: study.bestRate($0)) }
    let words = RaceWords(study: study, equal: equal, tuned: tuned, rate: rate)
    let domain = Self.distances(equal, tuned)
    var left = panel(equal, words, heading: words.equalHeading, domain)
    left.isEssential = false
    var right = panel(tuned, words, heading: words.tunedHeading, domain)
    right.y.isRepeated = true
    let curves = Arrangement.Row(height: 1.35, widths: [1, 1])
    let table = Arrangement.Row(height: 1, widths: [1])
    let figure = Figure(
      words.finding, subtitle: words.setting, notes: words.stamp,
      arrangement: .adaptive(
        broad: .row([1, 1, 1.15]), wide: .rows([curves, table]), tall: .rows([curves, table])),
      panels: [left, right, self.table(study, words)])
    return Outcome(
      figure: figure, claims: RaceClaims(context: context).all, series: words.tables,
      caption: words.caption, alt: words.alt)
  }

  /// What both panels of curves show: down to the lowest median, up to what the view of the valley holds.
  private static func distances(_ equal: [RaceFan], _ tuned: [RaceFan]) -> ClosedRange<Double> {
    let all = (equal + tuned).flatMap(\.median).map(\.y).filter { $0.isFinite && $0 > 0 }
    let low = max(1e-9, all.min() ?? 1e-3)
    return (0.5 * min(low, 0.5))...5
  }

  /// Distance against step, the middle of all starts, and where the middle half is.
  private func panel(
    _ fans: [RaceFan], _ words: RaceWords, heading: Phrase, _ domain: ClosedRange<Double>
  ) -> Panel {
    let names = rules.distinctNames
    func held(_ points: [Point]) -> [Point] {
      points.map { Point($0.x, min(max($0.y, 0.5 * domain.lowerBound), 2 * domain.upperBound)) }
    }
    var panel = Panel(
      x: Axis(Phrase("step", zh: "步数"), domain: 0...Double(steps)),
      y: Axis(Phrase("distance to the minimum", zh: "到最小值点的距离"), .log, domain: domain),
      frame: .open, heading: heading
    ) {
      for i in RaceWords.nearest(fans) {
        Band(lower: held(fans[i].lower), upper: held(fans[i].upper), series: i)
      }
      for (i, fan) in fans.enumerated() {
        let lost = fan.median.first { !$0.y.isFinite }.map { Int($0.x) }
        let sound = fan.median.prefix { $0.y.isFinite }
        Line(
          Array(sound), name: names[i],
          label: lost == nil ? names[i] : nil, series: i,
          divergedAt: lost)
      }
    }
    panel.subheading = words.lost(fans) ?? words.lostStarts(fans)
    panel.x.countsWholes = true
    return panel
  }

  /// The share of starts that arrive, for every rule and rate; good rates in frames, the best with a circle and its share.
  private func table(_ study: RaceStudy, _ words: RaceWords) -> Panel {
    let rates = study.rates
    let half = Self.halfStep(rates)
    let shares = study.results.map { result in
      rates.indices.map { 100 * result.share(within: Arrivals.reach, atRate: $0) }
    }
    var panel = Panel(
      x: Axis(
        Phrase("learning rate", zh: "学习率"), .log,
        domain: rates[0] / half...(rates[rates.count - 1] * half)),
      y: Axis(categories: rules.distinctNames.enumerated().map { .init($1, series: $0) }),
      frame: .box, heading: words.tableHeading
    ) {
      HeatMap(
        columns: rates, rows: rules.indices.map { Double($0) }, values: shares,
        bands: stride(from: 0.0, through: 100, by: 10).map { $0 },
        name: Phrase("share of starts that arrive", zh: "到达的起点比例"))
      for i in rules.indices {
        for run in Self.runs(study.isFramed(i)) {
          frame(rates, run, row: Double(i), series: i)
        }
        arrived(study, words, rule: i)
      }
      Dots(
        rules.indices.map { Point(study.bestRate($0), Double($0)) },
        name: Phrase("best rate", zh: "最佳学习率"))
    }
    panel.subheading = words.tableSubheading
    panel.isEssential = false
    return panel
  }

  /// The share at a rule's best rate, beside the frame around that rate: at the left of what lies far right.
  private func arrived(_ study: RaceStudy, _ words: RaceWords, rule: Int) -> Callout {
    let best = study.results[rule].best.index
    let frame = Self.runs(study.isFramed(rule)).first { $0.contains(best) }
    let (low, high) = (frame?.lowerBound ?? best, frame?.upperBound ?? best)
    let isFar = Double(high) > 0.6 * Double(study.rates.count)
    let half = frame == nil ? 1 : Self.halfStep(study.rates)
    let edge = isFar ? study.rates[low] / half : study.rates[high] * half
    return Callout(
      words.arrived(rule), at: Point(edge, Double(rule)), series: rule,
      placement: isFar ? .left : .right)
  }

  /// The stretches of indices for which something is true.
  static func runs(_ flags: [Bool]) -> [ClosedRange<Int>] {
    var runs: [ClosedRange<Int>] = []
    for i in flags.indices where flags[i] {
      if let last = runs.last, last.upperBound == i - 1 {
        runs[runs.count - 1] = last.lowerBound...i
      } else {
        runs.append(i...i)
      }
    }
    return runs
  }

  /// The factor from a rate to the edge of its cell.
  private static func halfStep(_ rates: [Double]) -> Double {
    (rates[1] / rates[0]).squareRoot()
  }

  private func frame(
    _ rates: [Double], _ run: ClosedRange<Int>, row: Double, series: Int
  ) -> Region {
    let half = Self.halfStep(rates)
    let (left, right) = (rates[run.lowerBound] / half, rates[run.upperBound] * half)
    let (top, bottom) = (row - 0.44, row + 0.44)
    var frame = Region(
      polygon: [Point(left, top), Point(right, top), Point(right, bottom), Point(left, bottom)],
      series: series)
    (frame.shade, frame.weight) = (0, 0.7)
    return frame
  }
}
