import LessonKit

/// # The egg box
///
/// 121 dips, one of them the deepest. One lucky run of momentum rolls over ridge after ridge into it; two thousand starts
/// say how often.
struct Rastrigin: Lesson {
  static let page = Page(
    "rastrigin", in: .descent, title: Phrase("The egg box", zh: "鸡蛋盒"),
    question: Phrase(
      "How often does momentum find the deepest of 121 dips?",
      zh: "121 个凹坑里，动量法有多大机会找到最深的那一个？"),
    examples: [
      .init(
        "--opt momentum:momentum=0.99,rmsprop",
        shows: Phrase("a heavier ball", zh: "动量更大的小球")),
      .init(
        "--opt adam,adagrad --lr 0.3", shows: Phrase("two rules at one rate", zh: "同一学习率下的两种规则")),
      .init("--seed 1", shows: Phrase("other starts", zh: "换一批起点")),
    ], map: .plane)

  var rules: [Rule] = [.momentum, .rmsprop, .adam, .sgd, .adagrad]
  var steps = 1000
  var starts = 2000
  /// The rules that named no rate, by their place.
  var tuned: Set<Int> = []

  mutating func configure(_ options: inout Options) throws {
    try options.take("steps", into: &steps, in: 1...10_000)
    try options.take(
      "seeds", into: &starts, in: 1...20_000,
      help: Phrase("from how many random points every rule starts", zh: "每种规则从多少个随机起点出发"))
    var tuned: Set<Int> = []
    let steps = steps
    try options.takeRules(into: &rules) { rule, all in
      tuned.formUnion(all.indices.filter { all[$0] == rule })
      return EggBoxStudy.bestRate(rule, steps: steps)
    }
    self.tuned = tuned
  }

  func run(_ context: Context) throws -> Outcome {
    let points = EggBoxStudy.starts(starts, seed: context.seed)
    let study = EggBoxStudy(rules, starts: points, steps: steps)
    let lucky = study.firstArrival(of: 0)
    let walks = rules.prefix(2).map {
      descend(EggBoxStudy.box, from: points[lucky ?? 0], by: $0, steps: steps)
    }
    let words = RastriginWords(
      rules: rules, tuned: tuned, study: study, walks: walks, lucky: lucky, steps: steps)
    let figure = Figure(
      words.finding, subtitle: words.setting, notes: words.stamp,
      arrangement: .adaptive(wide: .row([1, 1.35]), tall: .row([1.1, 1])),
      panels: [map(walks, words), shares(study, words)])
    return Outcome(
      figure: figure, claims: claims(context, study),
      series: zip(rules, walks).map { $1.table(named: $0.spelling) } + [words.table],
      caption: words.caption, alt: words.alt)
  }

  /// The claims; where every rule was tuned over the usual steps and starts, the figure's shares count.
  private func claims(_ context: Context, _ study: EggBoxStudy) -> [Claim] {
    let isUsual = tuned.count == rules.count && steps == 1000 && starts >= 1000
    return RastriginClaims(context: context, study: isUsual ? study : nil, rules: rules).all
  }

  /// The box from above, with the walks of the first two rules.
  private func map(_ walks: [Walk], _ words: RastriginWords) -> Panel {
    let box = EggBoxStudy.box
    let start = walks[0].points[0]
    let hops = EggBoxStudy.hops(walks[0])
    var map = Panel(x: Axis("$x$"), y: Axis("$y$"), frame: .box, heading: words.mapHeading) {
      Surface(Field(box), start: box.value(at: start))
      for (i, walk) in walks.enumerated().reversed() {
        trail(walk, words, rule: i)
      }
      for (i, hop) in hops.prefix(4).enumerated() {
        Arrow(
          from: Point(walks[0].points[hop - 1]), to: Point(walks[0].points[hop]), series: 0,
          label: i == 0 ? Phrase("hop", zh: "翻越") : nil, weight: 0.7)
      }
      Ring(Point(start), label: Phrase("start", zh: "起点"))
      Star(Point(box.minimum.point), label: Phrase("deepest dip", zh: "最深的凹坑"))
    }
    map.show(View(EggBoxStudy.around(walks)))
    map.subheading = words.mapSubheading
    map.isEssential = false
    (map.equalAspect, map.growsToFill) = (true, true)
    return map
  }

  private func trail(_ walk: Walk, _ words: RastriginWords, rule: Int) -> Trail {
    var trail = walk.trail(
      rules.distinctNames[rule], series: rule, milestones: false, named: true)
    trail.ending = words.end(of: rule)
    return trail
  }

  /// How often each rule ends in the deepest dip.
  private func shares(_ study: EggBoxStudy, _ words: RastriginWords) -> Panel {
    let names = rules.distinctNames
    let inside = 100 * study.shareInside
    let top = -0.5
    var panel = Panel(
      x: Axis(Phrase("share of starts (%)", zh: "起点比例（%）"), domain: 0...100),
      y: Axis(categories: names.enumerated().map { .init($1, series: $0) }), frame: .open,
      heading: words.sharesHeading
    ) {
      for i in rules.indices {
        let share = study.share(i)
        let range = EggBoxStudy.range(of: share, count: starts)
        Bars(
          [
            Bars.Bar(
              at: Double(i), 100 * share,
              range: 100 * range.lowerBound...100 * range.upperBound,
              label: words.shareWithRate(i), series: i)
          ], name: names[i])
      }
      Reference([Point(inside, top), Point(inside, Double(rules.count) - 0.5)])
      if let momentum = rules.firstIndex(where: { $0.name == "momentum" }) {
        Callout(
          Phrase("notes: “settles near the optimum”", zh: "讲义：“在最优附近稳定”"),
          at: Point(1.5, Double(momentum) + 0.4), placement: .right)
      }
    }
    panel.subheading = words.sharesSubheading
    return panel
  }
}
