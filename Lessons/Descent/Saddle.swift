import LessonKit

/// # Beside a saddle
///
/// Along x a valley, along y a ridge, and at the crossing no slope at all. The notes let momentum and Adam rush past it: at one
/// rate for all that hangs on how momentum is written down.
struct Saddle: Lesson {
  static let page = Page(
    "saddle", in: .descent, title: Phrase("Beside a saddle", zh: "鞍点旁边"),
    question: Phrase(
      "How many steps does it take to get away from a saddle point?",
      zh: "离开鞍点要走多少步？"),
    examples: [
      .init("--opt adam", shows: Phrase("one optimizer", zh: "一种优化器")),
      .init("--lr 0.1", shows: Phrase("at ten times the rate", zh: "学习率放大到十倍")),
      .init("--start 1,0", shows: Phrase("a start from which none escapes", zh: "谁也离不开的起点")),
    ], map: .plane)

  var rules: [Rule] = [.sgd, .momentum, Rule.momentum.with("ema", 1), .adam, .rmsprop]
  var steps = 2000
  var start = Point(1, -1e-6)

  mutating func configure(_ options: inout Options) throws {
    try options.take("steps", into: &steps, in: 1...100_000)
    try options.take("start", into: &start, in: Interval(-1...1))
    try options.takeRules(into: &rules) { _, _ in 0.01 }
  }

  func run(_ context: Context) throws -> Outcome {
    let (start, steps) = (start, steps)
    let study = SaddleStudy(rules, from: start, steps: steps)
    let words = SaddleWords(study)
    let figure = Figure(
      words.finding, subtitle: words.setting, notes: words.protocolStamp,
      arrangement: .adaptive(
        broad: .row([1.2, 0.75, 1.25, 0]), wide: .row([1.15, 0, 1.1, 0]),
        tall: .row([1.15, 0, 0, 1])),
      panels: [
        space(study, words), map(study), bars(study, words, isWhole: true),
        bars(study, words, isWhole: false),
      ])
    return Outcome(
      figure: figure, claims: SaddleClaims().all,
      series: zip(rules, study.escapes).map { $1.table(named: $0.spelling) } + [study.table],
      caption: words.caption, alt: words.alt)
  }

  private static let view = View(Landscape.saddle.view)

  /// The surface in space, with the names: walks come down towards the reader.
  private func space(_ study: SaddleStudy, _ words: SaddleWords) -> Panel {
    var panel = Panel(
      x: Axis("$x$"), y: Axis("$y$"),
      scene: Scene(z: Axis("$f$"), camera: Camera(azimuth: -112, elevation: 30)),
      heading: words.moment
    ) {
      Surface(Field(.saddle))
      for trail in study.trails(milestones: false, named: rules.count > 1) { trail }
      Ring(start, label: Phrase("start", zh: "起点"))
    }
    panel.show(Self.view)
    return panel
  }

  /// The same from above, with some steps numbered where one rule walks alone.
  private func map(_ study: SaddleStudy) -> Panel {
    var panel = Panel(
      x: Axis("$x$"), y: Axis("$y$"), frame: .box, heading: Phrase("From above", zh: "俯视")
    ) {
      Surface(Field(.saddle))
      for trail in study.trails(milestones: rules.count == 1, named: false) { trail }
      Ring(start, label: Phrase("start", zh: "起点"))
    }
    panel.show(Self.view)
    panel.equalAspect = true
    panel.isEssential = false
    return panel
  }

  /// Steps to escape: at the rates given, and on the whole panel gradient descent against momentum near the limits of both.
  private func bars(_ study: SaddleStudy, _ words: SaddleWords, isWhole: Bool) -> Panel {
    var rows = rules.indices.map { Axis.Category(study.names[$0], series: $0) }
    if isWhole {
      rows.append(.init(""))
      for ratio in SaddleTuning.ratios {
        rows += study.tunedRows(ratio)
      }
    }
    let tuned = rules.count + 1
    var panel = Panel(
      x: Axis(
        Phrase("steps until $|y| > 1$", zh: "到 $|y| > 1$ 的步数"), .log,
        domain: study.stepRange(tuned: isWhole)),
      y: Axis(categories: rows), frame: .open, heading: words.ratesHeading
    ) {
      for bar in study.bars(never: words.never) { bar }
      if isWhole, let rivals = study.rivals {
        Reference([-0.5, Double(rules.count) - 0.5].map { Point(rivals.steps, $0) })
      }
      if let (rule, count) = study.closedForm {
        Stated([Point(count, Double(rule))])
        RowText(
          text: words.count(of: rule), row: Double(rule), x: count, series: rule)
      }
      if isWhole {
        RowText(text: words.tunedHeading, row: Double(tuned - 1))
        for bars in study.tunedBars(from: tuned, never: words.givenUp) { bars }
      }
    }
    panel.subheading = words.formula
    if isWhole { panel.notes = words.barsStamp }
    return panel
  }
}
