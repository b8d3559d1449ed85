import LessonKit

/// # A rate for every layer
///
/// LAMB lets every layer move by the same share of its own length. The notes' formula divides by the length where it
/// should multiply: what was to be evened out is made worse.
struct Lamb: Lesson {
  static let page = Page(
    "lamb", in: .descent, title: Phrase("A rate for every layer", zh: "每层各有步幅"),
    question: Phrase(
      "Do layers of different size move alike under LAMB, as the notes write it and as published?",
      zh: "按讲义的公式与论文的公式，LAMB 能让大小不同的层步调一致吗？"),
    examples: [
      .init("", shows: Phrase("three rules, two layers", zh: "三种规则，两个层")),
      .init(
        "--lr 0.001 --steps 500", shows: Phrase("a smaller rate, for longer", zh: "学习率更小，走得更久")),
      .init("--seeds 50", shows: Phrase("fewer draws", zh: "更少的抽样")),
    ])

  var rate = LambStudy.standardRate
  var steps = 100
  var draws = LambStudy.standardDraws

  mutating func configure(_ options: inout Options) throws {
    try options.take(
      "lr", into: &rate, in: 1e-8...1,
      help: Phrase("the rate of all three rules", zh: "三种规则共用的学习率"))
    try options.take("steps", into: &steps, in: 1...2000)
    try options.take(
      "seeds", into: &draws, in: 1...2000,
      help: Phrase("how many draws of weights and goals", zh: "权重与目标的抽样次数"))
  }

  func run(_ context: Context) throws -> Outcome {
    let study = LambStudy(rate: rate, draws: draws, steps: steps, seed: context.seed)
    let words = LambWords(study: study)
    let figure = Figure(
      words.finding, subtitle: words.subtitle, notes: words.notes,
      arrangement: .rows([
        .init(height: 1, widths: [1]), .init(height: 1.15, widths: [1.06, 1, 1]),
      ]),
      panels: [firstStep(study, words)] + (0..<3).map { way(study, words, rule: $0) })
    return Outcome(
      figure: figure, claims: LambClaims(context: context).all, series: study.tables,
      caption: words.caption, alt: words.alt)
  }

  /// The first step of both layers as a share of their length, a row a rule.
  private func firstStep(_ study: LambStudy, _ words: LambWords) -> Panel {
    let rows = study.tracks.indices
    return Panel(
      x: Axis(
        Phrase("first step $‖\\Delta W‖/‖W‖$", zh: "第一步的相对步幅 $‖\\Delta W‖/‖W‖$"), .log,
        domain: shownSteps(study)),
      y: Axis(categories: words.formulas.map { .init($0) }), frame: .open
    ) {
      Reference(
        (-0.5...2.5).evenlySpaced(count: 9).map { Point(study.rate, $0) },
        label: Phrase("$\\eta$", zh: "$\\eta$"))
      for layer in LambStudy.sizes.indices {
        for row in rows {
          let range = study.range(row, layer)
          let y = height(row, layer)
          Band(
            lower: [Point(range.lowerBound, y - 0.14), Point(range.upperBound, y - 0.14)],
            upper: [Point(range.lowerBound, y + 0.14), Point(range.upperBound, y + 0.14)],
            series: layer)
        }
        for row in rows {
          Line(
            [Point(study.step(row, layer), height(row, layer))], name: LambStudy.layers[layer],
            series: layer)
          RangeText(
            text: words.number(row, layer), range: study.range(row, layer),
            at: Point(study.step(row, layer), height(row, layer)), series: layer,
            side: layer == 0 ? .right : .left)
        }
      }
    }
  }

  /// Where a layer stands in the row of its rule.
  private func height(_ row: Int, _ layer: Int) -> Double {
    Double(row) + (layer == 0 ? -0.2 : 0.2)
  }

  private func shownSteps(_ study: LambStudy) -> ClosedRange<Double> {
    let all = study.tracks.indices.flatMap { rule in
      LambStudy.sizes.indices.flatMap { layer in
        [study.range(rule, layer).lowerBound, study.range(rule, layer).upperBound]
      }
    }
    return (all.min() ?? 1e-6) / 3...(all.max() ?? 1) * 3
  }

  /// What is left of the way to the goal, by step, under one rule.
  private func way(_ study: LambStudy, _ words: LambWords, rule: Int) -> Panel {
    var x = Axis(Phrase("step", zh: "步数"), domain: 0...Double(study.steps))
    x.countsWholes = true
    let name = Phrase("way left to the goal", zh: "到目标的剩余路程")
    // Rates that overshoot are told by decades.
    var y =
      study.farthest <= 1.2
      ? Axis(name, domain: 0...1.2) : Axis(name, .log, domain: 1e-3...1.5 * study.farthest)
    y.isRepeated = rule > 0
    var panel = Panel(
      x: x, y: y, frame: .open, heading: LambWords.headings[rule]
    ) {
      for layer in LambStudy.sizes.indices {
        let (median, low, high) = study.tracks[rule][layer].spread()
        Band(lower: low, upper: high, series: layer)
        Line(
          median, name: LambStudy.layers[layer], label: words.end(rule, layer), series: layer)
      }
    }
    panel.isEssential = false
    return panel
  }
}
