import LessonKit

extension CrossValidation {
  private var conditions: Phrase {
    let origin =
      own.isGiven
      ? Phrase("\(own.source.plain), x scaled to 0…1", zh: "\(own.source.plain)，x 缩放到 0…1")
      : Phrase(
        "\(points) places drawn evenly from [0, 1], heights cos(1.5πx) plus normal noise of deviation \(noise)",
        zh: "在 [0, 1] 上均匀抽取 \(points) 个位置，高度为 cos(1.5πx) 加标准差 \(noise) 的正态噪声")
    return Phrase(
      "\(origin); exact least squares; errors are mean squares on the points held out, averaged over \(folds) folds; medians of \(shuffles, "shuffle").",
      zh: "\(origin)；精确最小二乘；误差为留出点上的均方误差，对 \(folds) 折取平均；取 \(shuffles) 种打乱方式的中位数。")
  }

  /// How many points, and whose if they are the reader's.
  private var origin: Phrase { own.isGiven ? own.source : Phrase("\(points) points", zh: "\(points) 个点") }

  private var number: Phrase {
    folds == 10 ? Phrase("Ten folds", zh: "十折") : Phrase("\(folds) folds", zh: "\(folds) 折")
  }

  /// Errors of every degree under every shuffle, with the degrees that win at least one shuffle in twenty.
  private func study(_ run: Run) throws -> (all: ShuffledFolds, rivals: [Int]) {
    let highest = min(10, left - 1, own.isGiven ? own.highestDegree : 10)
    let degrees = Array(1...max(1, highest))
    let study = try shuffled(heldOut(samples(run), degrees: degrees), run)
    return (study, degrees.filter { study.share($0) >= 0.05 })
  }

  private var setting: Phrase {
    Phrase(
      own.isGiven
        ? "\(origin); \(number.map { $0.lowercased() }), shuffled \(shuffles, "time")"
        : "\(number) of \(points) points, \(shuffles, "shuffle")", zh: "\(origin)，\(number)，打乱 \(shuffles) 次")
  }

  /// How a degree is told apart, by its place among those shown.
  private func identity(_ degree: Int, _ place: Int) -> Identity {
    Identity(Phrase("degree \(degree)", zh: "\(degree) 次"), .series([0, 2, 1, 5, 4, 3][place % 6]), marker: .of(place))
  }

  /// How often each degree has the least error.
  func choiceFigure(_ run: Run) throws -> Figure {
    let (study, rivals) = try study(run)
    let names = rivals.map { Phrase(same: "\($0)") }
    let (low, high) = (rivals.first ?? 1, rivals.last ?? 1)
    let luck: Phrase =
      rivals.count < 2
      ? ""
      : Phrase(
        " Between degrees \(list: names) that luck is larger than the difference: shuffle again, and another one wins. Take the simplest of those that cannot be told apart.",
        zh: "在 \(list: names) 次之间，这种运气比差别本身还大：再打乱一次，胜者就换了。在分不出优劣的模型中，取最简单的。")
    let winner = study.degrees.max { study.wins($0) < study.wins($1) } ?? 1
    let others = shuffles - study.wins(winner)
    return Figure(
      headline: [
        .init(
          "Reshuffle the folds: in \(others) of \(shuffles) the winner changes",
          zh: "打乱 \(shuffles) 次，有 \(others) 次不是 \(winner) 次多项式胜出", if: (2...3).contains(rivals.count)),
        .init(
          "Shuffle again: any of degrees \(low) to \(high) may win", zh: "再打乱一次，\(low) 到 \(high) 次都可能胜出",
          if: rivals.count > 3 && rivals.count == high - low + 1),
        .init(
          "\(number) choose degree \(low), however shuffled", zh: "无论怎样打乱，\(number)都选 \(low) 次",
          if: rivals.count == 1 && shuffles > 1),
      ], setting: setting,
      foot: shuffles == 1
        ? Phrase("a single shuffle, seed \(run.seed)", zh: "只打乱一次，种子 \(run.seed)")
        : Phrase("winner: least cross-validation error", zh: "胜出：交叉验证误差最小"),
      talk: Phrase(
        "Each degree’s error on held-out points depends on which points happen to share a fold.\(luck)",
        zh: "每个次数在留出点上的误差取决于哪些点碰巧分在同一折。\(luck)"),
      ask: Phrase("If we shuffle the same points again, will the same degree win?", zh: "把同样的点再打乱一次，胜出的还是同一个次数吗？"),
      protocol: conditions
    ) { winsPanel(study, rivals.isEmpty ? [winner] : rivals) }
  }

  /// A bar for the winner and one for all others, or where several may win a bar for each.
  private func winsPanel(_ study: ShuffledFolds, _ shown: [Int]) -> Panel {
    let most = shown.max { study.wins($0) < study.wins($1) } ?? 1
    let others = shown.filter { $0 != most }
    let isPair = (1...2).contains(others.count)
    let names = Phrase.joined(others.map { Phrase(same: "\($0)") }, by: Phrase(" or ", zh: " 或 "))
    let bars: [(wins: Int, identity: Identity)] =
      isPair
      ? [
        (study.wins(most), Identity(Phrase("degree \(most)", zh: "\(most) 次"), .muted)),
        (
          shuffles - study.wins(most),
          Identity(
            others.map(study.wins).reduce(0, +) == shuffles - study.wins(most)
              ? Phrase("degree \(names)", zh: "\(names) 次") : Phrase("another degree", zh: "别的次数"), .series(1),
            marker: .square)
        ),
      ] : shown.enumerated().map { (study.wins($1), identity($1, $0)) }
    return Panel(
      x: Axis(categories: bars.map { .init($0.identity.name, as: $0.identity) }),
      y: .counting(Phrase("shuffles won", zh: "胜出次数"), domain: 0...1.18 * Double(bars.map(\.wins).max() ?? 1))
    ) {
      Bars(
        bars.enumerated().map { .init(at: Double($0), Double($1.wins), as: $1.identity) },
        name: Phrase("shuffles won", zh: "胜出次数"), direction: .up, thickness: 0.72)
      for (place, bar) in bars.enumerated() where shuffles > 1 {
        Callout(
          Phrase("wins \(bar.wins)", zh: "胜出 \(bar.wins) 次"), at: Point(Double(place), Double(bar.wins)),
          as: bar.identity, bold: true, placement: .above
        ).with(\.role, .finding).with(\.scale, shown.count > 4 ? 0.7 : shown.count > 3 ? 0.9 : 1.6)
      }
    }
  }

  /// The error of each degree under every shuffle.
  func errorsFigure(_ run: Run) throws -> Figure {
    let (study, rivals) = try study(run)
    let (low, high) = (rivals.first ?? 1, rivals.last ?? 1)
    let near = study.degrees.filter { (low - 1...high + 1).contains($0) }
    let shown = rivals.isEmpty ? [study.degrees[0]] : rivals.count > 1 ? rivals : near
    let (all, most) = (shown.flatMap(study.errors), shown.map { study.errors($0).quantile(0.9) }.max() ?? 1)
    let least = all.min() ?? 0
    let view = max(0, least - 0.1 * (most - least))...max(most + 0.45 * (most - least), 1.05 * least)
    let above = all.count { $0 > view.upperBound }
    return Figure(
      headline: [
        .init(
          "\(number) cannot tell degrees \(low) to \(high) apart", zh: "\(number)分不出 \(low) 到 \(high) 次的优劣",
          if: rivals.count > 1 && rivals.count == high - low + 1)
      ], setting: setting,
      foot: above == 0
        ? Phrase("dot: one shuffle; bar: median", zh: "每点为一次打乱，横线为中位数")
        : Phrase("dot: one shuffle (\(above) above view); bar: median", zh: "每点为一次打乱（\(above) 个超出图外）；横线为中位数"),
      talk: Phrase(
        "The clouds overlap: the luck of a shuffle moves an error farther than one degree does.",
        zh: "各团点相互重叠：打乱带来的运气，比差一个次数对误差的影响还大。"), ask: Phrase("Which of these degrees would you choose?", zh: "你会选哪个次数？"),
      protocol: conditions
    ) {
      let groups = shown.enumerated().map { place, degree in
        Clouds.Group(
          x: Double(place), study.errors(degree), middle: study.errors(degree).median(),
          as: rivals.contains(degree) ? identity(degree, place) : identity(degree, place).greyed)
      }
      Panel(
        x: Axis(categories: groups.map { .init($0.identity.name, as: $0.identity) }),
        y: Axis(Phrase("cross-validation error", zh: "交叉验证误差"), domain: view)
      ) { Clouds(groups) }
    }
  }

  /// The strip of folds.
  func foldsFigure(_ run: Run) throws -> Figure {
    guard folds <= 30, count <= 100 else {
      throw UsageError(
        "--figure folds draws at most 30 folds of 100 points", zh: "--figure folds 最多画 100 个点的 30 折",
        hints: [
          own.isGiven
            ? Message("--folds 10 and a file of 100 points can be seen", zh: "--folds 10 配 100 个点的文件可以看清")
            : Message("--folds 10 --points 30 can be seen, or less", zh: "--folds 10 --points 30 或更少可以看清")
        ])
    }
    let parts = HeldOutErrors.shuffled(count, folds: folds, seed: run.seed)
    return Figure(
      headline: [.init("Each point is tested once", zh: "每个点恰好被测试一次")],
      setting: Phrase(
        "\(origin) in \(folds) shuffled folds: dark cells test, pale cells train",
        zh: "\(origin)，打乱后分成 \(folds) 折：深色用于测试，浅色用于训练"),
      talk: Phrase(
        "In each round one fold is held out and the model learns from the others. After the last round every point has been tested once, by a model that never saw it; the mean of the rounds is the cross-validation error.",
        zh: "每一轮留出一折，模型用其余各折学习。最后一轮结束时，每个点都恰好被一个从未见过它的模型测试过一次；各轮的平均就是交叉验证误差。"),
      ask: Phrase("How often is each point used for training, and how often for testing?", zh: "每个点有几次用于训练，几次用于测试？"),
      protocol: Phrase(
        "The order of the points is drawn by seed \(run.seed) and cut into \(folds) parts as equal as they can be.",
        zh: "用种子 \(run.seed) 打乱样本点的顺序，再尽量均匀地切成 \(folds) 份。")
    ) {
      Panel(
        x: .counting(
          Phrase("point, in order of \(own.xName)", zh: "按 \(own.xName) 排序的点"), domain: 0.5...Double(count) + 0.5),
        y: Axis(categories: parts.indices.map { .init(Phrase(same: "\($0 + 1)")) }, name: Phrase("round", zh: "轮次")),
        frame: .box
      ) { FoldStrip(parts, of: count, training: .training, held: .validation) }
    }
  }

  /// Folds of neighbours beside shuffled ones, by degree.
  func sortedFigure(_ run: Run) throws -> Figure {
    try own.requireDegree(degree, holding: held, lowest: 2)
    guard left > degree else {
      throw UsageError(
        "--folds \(folds) of \(count, "point") leave \(left) to learn from, too few for degree \(degree)",
        zh: "\(count) 个点分成 --folds \(folds)，只剩 \(left) 个用于训练，对 \(degree) 次多项式太少",
        hints: [
          left > 2
            ? Message(
              "--degree \(left - 1) is the highest, or more --points", zh: "最高 --degree \(left - 1)，或增加 --points")
            : Message("more --points", zh: "增加 --points")
        ])
    }
    let degrees = Array(1...degree)
    let errors = heldOut(samples(run), degrees: degrees)
    let study = try shuffled(errors, run)
    let ordered = try errors.means(HeldOutErrors.contiguous(count, folds: folds))
    let fan = degrees.map { degree in
      let errors = study.errors(degree)
      return Fan.Sample(
        x: Double(degree), median: errors.median(), lower: errors.quantile(0.1), upper: errors.quantile(0.9))
    }
    let (low, high) = (fan[degree - 1].median, ordered[degree - 1])
    let times: Phrase = "\(words: high / low)"
    return Figure(
      headline: [
        .init("Folds in order inflate the error \(times) times", zh: "按顺序分折使误差虚增 \(times) 倍", if: high > 3 * low)
      ],
      setting: own.isGiven
        ? Phrase("\(origin), sorted, in \(folds) folds", zh: "\(origin)，排序后分成 \(folds) 折")
        : Phrase("\(points) sorted points in \(folds) folds", zh: "\(points) 个已排序的点分成 \(folds) 折"),
      foot: Phrase("band: the middle 80 % of \(shuffles) shuffles", zh: "阴影：\(shuffles) 种打乱方式的中间 80%"),
      talk: Phrase(
        "In sorted data a fold of neighbours leaves a hole, and the first and the last fold leave an end where the model must extrapolate. High degrees explode there, and the average is theirs alone. Shuffle before you cut.",
        zh: "数据排好序时，相邻的点组成的一折会留下一个空洞，首尾两折则让模型去外推。高次多项式在那里爆炸，平均值完全由它们决定。分折之前先打乱。"),
      ask: Phrase(
        "The data lie in the file in order of x. Does it matter how they are cut into folds?",
        zh: "数据按 x 的顺序存放。怎样分折有关系吗？"), protocol: conditions
    ) {
      Panel(
        x: .counting(Phrase("degree of the polynomial", zh: "多项式次数"), domain: 1...Double(degree)),
        y: Axis(Phrase("cross-validation error (log scale)", zh: "交叉验证误差（对数坐标）"), .log)
      ) {
        Fan(fan, as: .validation.named(Phrase("shuffled", zh: "打乱")), hasDots: true)
        Line(
          zip(degrees, ordered).map { Point(Double($0), $1) }, as: .before.named(Phrase("in order", zh: "按顺序")),
          hasDots: true)
        if high > 3 * low { Gap(x: Double(degree), from: low, to: high, Phrase("\(times)\ntimes", zh: "\(times) 倍")) }
      }
    }
  }
}
