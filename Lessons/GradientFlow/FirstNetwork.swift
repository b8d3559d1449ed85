import LessonKit

/// # The first network
///
/// A hundred points around a line, ten hidden units, a hundred epochs: the notes' first script, run here on PyTorch's own
/// random numbers. When does it learn what?
struct FirstNetwork: Lesson {
  static let page = Page(
    "first-network", in: .gradientFlow, title: Phrase("The first network", zh: "第一个网络"),
    question: Phrase(
      "What does the notes’ first network learn in its hundred epochs, and when?",
      zh: "讲义的第一个网络训练 100 轮，每一阶段学到了什么？"),
    examples: [
      .init("--steps 1000", shows: Phrase("ten times as long", zh: "训练时间延长到十倍")),
      .init(
        "--opt sgd,momentum,adam", shows: Phrase("three rules at one rate", zh: "三种规则，同一学习率")),
      .init("--lr 0.1", shows: Phrase("a rate at which it diverges", zh: "会发散的学习率")),
    ], seed: 42)

  var rules: [Rule] = [.sgd]
  var steps = 100
  var width = 10
  var schedule = Schedule.constant

  mutating func configure(_ options: inout Options) throws {
    try options.take(
      "steps", into: &steps, in: 1...100_000, unit: "epochs",
      help: Phrase("how many epochs, each one update", zh: "训练轮数，每轮更新一次"))
    try options.take(
      "width", into: &width, in: 1...1000, unit: "units",
      help: Phrase("units of the hidden layer", zh: "隐藏层的单元数"))
    try options.takeSchedule(into: &schedule)
    try options.takeRules(into: &rules) { _, _ in 0.01 }
  }

  /// The notes' script: data first, then the weights, from one stream.
  static func script(seed: Int, width: Int = 10) -> (data: Dataset, network: Network) {
    var stream = TorchGenerator(seed: UInt64(seed))
    let data = Dataset.line(using: &stream)
    return (data, Network([Linear(1, width), ReLU(), Linear(width, 1)], using: &stream))
  }

  func run(_ context: Context) throws -> Outcome {
    let (data, network) = Self.script(seed: context.seed, width: width)
    let runs = rules.map {
      LearningRun(network, on: data, by: $0, schedule: schedule, epochs: steps)
    }
    let claims = FirstNetworkClaims()
    let isNotes =
      rules == [.sgd.with(learningRate: 0.01)] && schedule == .constant && width == 10
      && steps >= 20 && context.seed == Self.page.seed
    let words = FirstNetworkWords(
      runs: runs, names: rules.distinctNames, steps: steps,
      isNotes: isNotes)
    let figure = Figure(
      words.finding, subtitle: subtitle(seed: context.seed),
      notes: words.key(LearningRuns(runs, names: rules.distinctNames, epochs: steps)),
      arrangement: .row(runs.count == 1 ? [1, 1.05] : [1, 1.3]),
      panels: [fits(of: runs, data), losses(of: runs, data, isNotes: isNotes)])
    return Outcome(
      figure: figure, claims: claims.all,
      series: zip(rules, runs).map { $1.table(named: $0.spelling) },
      caption: words.caption(subtitle(seed: context.seed)), alt: words.alt)
  }

  /// The points, with one run's line as it turns from epoch to epoch, or the last line of each run.
  private func fits(of runs: [LearningRun], _ data: Dataset) -> Panel {
    let (xs, ys) = (data.inputs.elements, data.numbers.elements)
    let (least, most) = (xs.min() ?? -1, xs.max() ?? 1)
    let air = 0.04 * (most - least)
    let (low, high) = (least - air, most + air)
    let grid = (low...high).evenlySpaced(count: 201)
    func fit(_ run: LearningRun, after updates: Int) -> [Point] {
      let line = run.network(after: updates)(Tensor(grid, shape: [grid.count, 1]))
      return zip(grid, line.elements).map { Point($0, $1) }
    }
    // The point that lies furthest below the line has room for a name.
    let lowest = xs.indices.min { ys[$0] - 2 * xs[$0] < ys[$1] - 2 * xs[$1] } ?? 0
    let names = rules.distinctNames
    let (isAlone, areLost) = (runs.count == 1, runs.allSatisfy { $0.divergedIn != nil })
    let height = (ys.max() ?? 1) - (ys.min() ?? 0)
    let limits = ((ys.min() ?? 0) - 0.2 * height)...((ys.max() ?? 1) + 0.2 * height)
    return Panel(
      x: Axis("$x$", domain: low...high), y: Axis("$y$", limits: limits), frame: .open
    ) {
      Dots(zip(xs, ys).map { Point($0, $1) }, name: Phrase("data", zh: "数据"))
      if isAlone {
        let epochs = FirstNetworkWords.tellingEpochs(of: runs[0])
        for (i, epoch) in epochs.enumerated() {
          line(
            fit(runs[0], after: epoch - 1), names[0], series: 3,
            label: Phrase("epoch \(Digits.count(epoch))", zh: "第 \(Digits.count(epoch)) 轮"),
            strength: 1 - 0.26 * Double(epochs.count - 1 - i) / 4)
        }
      } else {
        // What a lost run has come to says nothing, unless all are lost.
        for (i, run) in runs.enumerated() where run.divergedIn == nil || areLost {
          line(
            fit(run, after: max(0, run.losses.count - 1)), names[i], series: i + 1, label: names[i])
        }
      }
      Callout(Phrase("data", zh: "数据"), at: Point(xs[lowest], ys[lowest]))
    }
  }

  private func line(
    _ points: [Point], _ name: Phrase, series: Int, label: Phrase, strength: Double = 1
  ) -> Line {
    var line = Line(points, name: name, label: label, series: series)
    (line.strength, line.hasEndMarker) = (strength, false)
    return line
  }

  /// Loss against epoch, with the numbers that the notes' script prints, and the error of the best straight line.
  private func losses(of runs: [LearningRun], _ data: Dataset, isNotes: Bool) -> Panel {
    let names = rules.distinctNames
    let all = LearningRuns(runs, names: names, epochs: steps, isLog: true)
    let isAlone = runs.count == 1
    let floor = LineError(data).least
    // A single epoch has no room on a logarithmic axis.
    let domain = all.lastEpoch == 1 ? 0...1 : 1...Double(all.lastEpoch)
    // Losses that were lost leave the picture at the top.
    let largest = 2 * all.largest
    var panel = Panel(
      x: Axis(
        Phrase("epoch", zh: "训练轮数"), all.lastEpoch == 1 ? .linear : .log, domain: domain),
      y: Axis(
        Phrase("loss", zh: "损失"), .log,
        limits: min(1e-3, largest / 10)...largest), frame: .open
    ) {
      Reference(
        places(over: domain).map { Point($0, floor) },
        label: Phrase(
          "best straight line \(Digits.text(floor))", zh: "最佳直线 \(Digits.text(floor))"))
      for (i, run) in runs.enumerated() {
        run.lossCurve(names[i], label: all.label(i), series: isAlone ? 3 : i + 1)
      }
      for callout in all.callouts { callout }
      if isNotes {
        Stated(
          FirstNetworkClaims.printed.filter { $0.epoch <= steps }
            .map { Point(Double($0.epoch), $0.loss) })
      }
    }
    panel.x.countsWholes = all.lastEpoch == 1
    return panel
  }

  /// Places from one end of the axis to the other, for a name to stand at.
  private func places(over domain: ClosedRange<Double>) -> [Double] {
    domain.lowerBound > 0 ? domain.logSpaced(count: 25) : domain.evenlySpaced(count: 25)
  }

  private func subtitle(seed: Int) -> Phrase {
    let rates = rules.map { Digits.text($0["lr"] ?? .nan) }
    let isSame = Set(rates).count == 1
    let rule =
      rules.count == 1
      ? rules[0].described
      : isSame
        ? Phrase("learning rate \(rates[0]) for all", zh: "学习率均为 \(rates[0])")
        : Phrase(
          "learning rates \(rates.joined(separator: ", "))",
          zh: "学习率 \(rates.joined(separator: "、"))")
    return Phrase(
      "$y = 2x + 1 + ε$, 100 points  ·  1–\(width)–1 ReLU  ·  \(rule.english)  ·  seed \(seed)",
      zh:
        "$y = 2x + 1 + ε$，100 个点  ·  1–\(width)–1 ReLU  ·  \(rule.chinese)  ·  种子 \(seed)"
    )
      + schedule.segment
  }
}
