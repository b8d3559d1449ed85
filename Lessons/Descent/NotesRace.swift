import LessonKit

/// # The notes' own race
///
/// The notes call Adam the best overall, and beside that print a script in which it ends fifty times above plain gradient
/// descent. Both are fair once the rate is looked at.
struct NotesRace: Lesson {
  static let page = Page(
    "notes-race", in: .descent, title: Phrase("The notes’ own race", zh: "讲义自己的对比实验"),
    question: Phrase(
      "Why does Adam lose in the very script that the notes print beside its praise?",
      zh: "讲义称 Adam 综合最佳，为什么在讲义自己的脚本里它却输了？"),
    examples: [
      .init(
        "--lr 0.1", shows: Phrase("where Adam arrives and SGD diverges", zh: "Adam 到达而 SGD 发散的学习率")),
      .init("--opt sgd,adam", shows: Phrase("only the two", zh: "只比较两种")),
      .init("--steps 1000", shows: Phrase("ten times as long", zh: "训练时间延长到十倍")),
    ], seed: 42)

  var rules: [Rule] = [.sgd, .momentum, .rmsprop, .adam, .adamw]
  var steps = 100
  var seeds = 20
  var schedule = Schedule.constant

  mutating func configure(_ options: inout Options) throws {
    try options.take(
      "steps", into: &steps, in: 1...10_000, unit: "epochs",
      help: Phrase("how many epochs, each one update", zh: "训练轮数，每轮更新一次"))
    try options.take(
      "seeds", into: &seeds, in: 1...200,
      help: Phrase("how many seeds the rates are tried on", zh: "比较学习率时所用的种子个数"))
    try options.takeSchedule(into: &schedule)
    try options.takeRules(into: &rules) { _, _ in 0.01 }
  }

  func run(_ context: Context) throws -> Outcome {
    let script = NotesRaceScript(seed: context.seed, rules: rules.count)
    let runs = script.runs(rules, schedule, epochs: steps)
    let sweep = NotesRaceSweep(rules, schedule, epochs: steps, seeds: 0..<seeds)
    let words = NotesRaceWords(
      rules: rules, schedule: schedule, runs: runs, sweep: sweep, steps: steps, seeds: seeds,
      seed: context.seed)
    let all = LearningRuns(runs, names: rules.distinctNames, epochs: steps)
    let isNotes =
      rules == NotesRaceClaims.rules && schedule == .constant && steps == 100
      && context.seed == Self.page.seed
    let figure = Figure(
      words.finding, subtitle: words.setting,
      notes: [all.lostNote].compactMap { $0 },
      arrangement: .adaptive(wide: .row([1.12, 1]), tall: .row([1.25, 1])),
      panels: zip(
        [race(runs, isNotes: isNotes), rates(sweep, banded: words.banded)], words.protocolStamp
      ).map { panel, note in
        var panel = panel
        panel.notes = [note]
        return panel
      })
    return Outcome(
      figure: figure, claims: NotesRaceClaims().all,
      series: zip(rules, runs).map { $1.table(named: $0.spelling) } + tables(sweep),
      caption: words.caption, alt: words.alt)
  }

  /// What both panels show of the losses, where none of the left panel is lost.
  private static let losses = 0.4...400.0

  /// Loss against epoch, with what the script prints at the end.
  private func race(_ runs: [LearningRun], isNotes: Bool) -> Panel {
    let names = rules.distinctNames
    let all = LearningRuns(runs, names: names, epochs: steps)
    // Losses that were lost leave the picture at the top.
    let top = max(2 * all.largest, Self.losses.upperBound)
    var panel = Panel(
      x: Axis(Phrase("epoch", zh: "训练轮数"), domain: 0...Double(all.lastEpoch)),
      y: Axis(Phrase("loss", zh: "损失"), .log, domain: Self.losses.lowerBound...top),
      frame: .open,
      heading: isNotes
        ? Phrase("As the lecture notes’ script has it", zh: "照讲义的脚本运行")
        : Phrase("At the rate given", zh: "在给定学习率下")
    ) {
      // The first rules lie on top: momentum swings all over the picture.
      for (i, run) in runs.enumerated().reversed() {
        run.lossCurve(names[i], label: all.label(i), series: i)
      }
      for callout in all.callouts { callout }
      if isNotes {
        Stated(NotesRaceClaims.printed.map { Point(100, $0) })
      }
    }
    panel.subheading =
      isNotes ? Phrase("rings: printed by the script", zh: "圆环：脚本打印的值") : nil
    panel.x.countsWholes = true
    return panel
  }

  /// Final loss against rate: the median over seeds, and the range of the rules that the words single out.
  private func rates(_ sweep: NotesRaceSweep, banded: [Int]) -> Panel {
    let names = rules.distinctNames
    let given = Set(rules.compactMap { $0["lr"] })
    let domain = sweep.rates[0]...sweep.rates[sweep.rates.count - 1]
    var panel = Panel(
      x: Axis(Phrase("learning rate", zh: "学习率"), .log, domain: domain),
      y: Axis(
        Phrase("loss in epoch \(steps)", zh: "第 \(steps) 轮的损失"), .log, domain: Self.losses),
      frame: .open, heading: Phrase("At other rates", zh: "换用其他学习率")
    ) {
      if let rate = given.first, given.count == 1, domain.contains(rate) {
        Reference(
          Self.losses.logSpaced(count: 25).reversed().map { Point(rate, $0) },
          label: Phrase("rate \(Digits.text(rate))", zh: "学习率 \(Digits.text(rate))"))
      }
      for i in banded { sweep.band(i, series: i) }
      for i in rules.indices.filter({ !banded.contains($0) }) + banded {
        median(sweep, i, names[i])
      }
      for name in curveNames(sweep) { name }
    }
    panel.isEssential = false
    let top = Self.losses.upperBound
    let hasWall = rules.indices.contains { sweep.isAbove(top, rule: $0) }
    let limit = Digits.text(top)
    panel.subheading =
      hasWall ? Phrase("off the top: above \(limit)", zh: "越出图顶：高于 \(limit)") : nil
    return panel
  }

  /// The names of the curves; one name for those that run together.
  private func curveNames(_ sweep: NotesRaceSweep) -> [CurveName] {
    let names = rules.distinctNames
    // The long ones choose their places first.
    return sweep.twins.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }.map { group in
      let others = rules.indices.filter { !group.contains($0) }
      var name = CurveName(
        Phrase(
          group.map { names[$0].english }.joined(separator: ", "),
          zh: group.map { names[$0].chinese }.joined(separator: "、")),
        along: sweep.points(sweep.medians(group[0])),
        apartFrom: others.map { sweep.points(sweep.medians($0)) }, series: group[0])
      name.isShared = group.count > 1
      return name
    }
  }

  private func median(_ sweep: NotesRaceSweep, _ rule: Int, _ name: Phrase) -> Line {
    var line = Line(sweep.points(sweep.medians(rule)), name: name, series: rule)
    (line.hasEndMarker, line.hasExits) = (false, true)
    return line
  }

  /// The sweep in numbers.
  private func tables(_ sweep: NotesRaceSweep) -> [Series] {
    rules.indices.map { i in
      Series(
        "\(rules[i].spelling) by rate", columns: ["rate", "median", "least", "largest"],
        rows: zip(sweep.rates, sweep.losses[i]).map { rate, losses in
          [rate, losses.median(), losses.min() ?? .nan, losses.max() ?? .nan]
        })
    }
  }
}
