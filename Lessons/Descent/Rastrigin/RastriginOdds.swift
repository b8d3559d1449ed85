import LessonKit

extension Rastrigin {
  private static let share = Phrase("starts that get there (%)", zh: "到达的起点比例（%）")
  private static let inside = Phrase(
    "begin there: \(percent: EggBox.shareInside)", zh: "本就在其中：\(percent: EggBox.shareInside)")

  private func conditions(_ count: Int, _ rates: Phrase) -> Phrase {
    Phrase(
      "\(EggBox.box.formula); \(count, "start") uniform in [−5.12, 5.12]², \(steps, "step"), counted where f < \(EggBox.floor) at the end; bars: 95 % intervals. \(rates)",
      zh:
        "\(EggBox.box.formula)；\(count) 个起点在 [−5.12, 5.12]² 内均匀抽取，\(steps) 步，终点 f < \(EggBox.floor) 才计入；横条为 95% 区间。\(rates)"
    )
  }

  /// How often each optimizer ends in the global minimum, at its best rate.
  func oddsFigure(_ run: Run) -> Figure {
    let points = EggBox.starts(starts, seed: run.seed)
    let tuned = rules.map { EggBox.tuned($0, steps: steps) }
    let odds = tuned.map { EggBox.odds($0, from: points, steps: steps) }
    let names = tuned.identities(isRandom: false)
    let best = odds.map(\.share).max() ?? 0
    let stuck = Int((100 * (1 - best)).rounded(.down))
    let rows = names.indices.map { index -> NamedDots.Row in
      let (share, range) = (odds[index].share, odds[index].interval)
      let rate = "\(tuned[index]["lr"] ?? .nan, digits: 2)" as Phrase
      return .init(
        names[index], 100 * share, range: 100 * max(range.lowerBound, 1e-4)...100 * range.upperBound,
        words: Phrase("\(percent: share) at rate \(rate)", zh: "\(percent: share)（学习率 \(rate)）"))
    }
    let dots = NamedDots(rows)
    let changed = rules.flatMap { rule in rule.settings.filter { $0.key != "lr" } }
    let settings = changed.map { "  ·  \($0.key) \($0.value)" }.joined()
    let isTuned = rules.allSatisfy { $0.learningRate == nil }
    return Figure(
      headline: [
        .init(
          "From \(stuck) of 100 starts every optimizer stays stuck", zh: "100 个起点中有 \(stuck) 个，任何优化器都困在局部极小值",
          if: stuck >= 80 && best > 0)
      ],
      setting: Phrase(
        "\(starts) random starts on Rastrigin’s function, \(steps, "step")\(settings)",
        zh: "Rastrigin 函数，\(starts) 个随机起点，各走 \(steps) 步\(settings)"),
      foot: isTuned ? Phrase("each at the best of 25 learning rates", zh: "学习率各取 25 档中最好的一档") : "",
      talk: Phrase(
        "About one start in a hundred lies in the global minimum’s own cell to begin with. No optimizer does much better than that, though each has the rate that suits it best.",
        zh: "大约每一百个起点就有一个本来就在全局最小值所在的方格里。即使各自取最合适的学习率，也没有哪种优化器明显更好。"),
      ask: Phrase(
        "One start in a hundred begins in the lowest cell. Who does better?", zh: "每一百个起点有一个本就在最低的方格里。谁能做得更好？"),
      protocol: conditions(
        starts,
        Phrase(
          "Rates that are not given: the best of 25 from 1e-5 to 10 on \(EggBox.tried.starts) other starts and at most \(EggBox.tried.steps) steps.",
          zh: "未给定的学习率：在另外 \(EggBox.tried.starts) 个起点、至多 \(EggBox.tried.steps) 步上，从 1e-5 到 10 的 25 档取最佳。"))
    ) {
      Panel(x: Axis(Self.share, .log, domain: 0.3...100), y: dots.axis) {
        dots
        Reference([-0.5, Double(rules.count) - 0.5].map { Point(100 * EggBox.shareInside, $0) }, label: Self.inside)
      }
    }
  }

  /// Adagrad at rates as large as the box: one walk, and how often it ends in the global minimum.
  func leapFigure(_ run: Run) -> Figure {
    let count = min(starts, 1000)
    let points = EggBox.starts(count, seed: run.seed)
    let sweep = EggBox.sweep(points, steps: steps, rates: (0.1...10).logSpaced(count: 25))
    let result = sweep.run(.adagrad, on: EggBox.box)
    let best = result.best(within: EggBox.floor)
    let ends = result.ends(atRate: best.index)
    let rule = Rule.adagrad.with(learningRate: best.rate)
    let name = rule.identity
    let lucky = points.indices.filter { ends[$0] < EggBox.floor }.map { points[$0] }
    let walks = (lucky.isEmpty ? [points[0]] : lucky).map {
      descend(EggBox.box, from: $0, by: rule, steps: min(12, steps))
    }
    func reach(_ walk: Walk) -> Double { walk.points.map { max(abs($0.x), abs($0.y)) }.max() ?? 0 }
    let walk = walks.min { reach($0) < reach($1) } ?? walks[0]
    let first = walk.points.map { Point($0) }
    let shares = sweep.rates.indices.map {
      Point(sweep.rates[$0], 100 * result.share(within: EggBox.floor, atRate: $0))
    }
    return Figure(
      headline: [
        .init(
          "Steps as long as the box find more: \(percent: best.share) at rate \(best.rate, digits: 2)",
          zh: "步长大到跨越全图：学习率 \(best.rate, digits: 2) 时 \(percent: best.share) 到达", if: best.share > 0.1)
      ],
      setting: Phrase(
        "Adagrad on Rastrigin’s function, \(count) random starts at each rate",
        zh: "Rastrigin 函数上的 Adagrad，各学习率下 \(count) 个随机起点"),
      talk: Phrase(
        "Adagrad’s first step is the learning rate itself, here half the box. It samples minima all over the box before its steps shrink: a search by leaps, not a descent.",
        zh: "Adagrad 的第一步就等于学习率，这里是半个图框。步长缩小之前，它已在整个图框里跳过许多极小值：这是跳跃式搜索，而不是下降。"),
      ask: Phrase("What happens if the first steps are as long as the box?", zh: "如果最初几步和图框一样长，会怎样？"),
      protocol: conditions(
        count,
        Phrase(
          "Adagrad at 25 rates from 0.1 to 10; left: of the walks that arrive the one that strays least in its first steps.",
          zh: "Adagrad 在 0.1 到 10 间的 25 档学习率；左图取能到达的运行中最初几步离中心最近的一次。"))
    ) {
      Panel(
        x: Axis("$x$"), y: Axis("$y$"), frame: .box,
        heading: Phrase("The first \(walk.steps) steps of one", zh: "一次运行的前 \(walk.steps) 步"), equalAspect: true
      ) {
        Surface(Field(EggBox.box))
        Trail(first, as: name, table: walk.table(named: "adagrad"))
        Ring(first[0], label: Phrase("start", zh: "起点"))
        Star(.zero, label: Self.global)
      }.showing(first.reduce(View(EggBox.box.view)) { $0.holding($1) })
      Panel(x: Axis(Phrase("learning rate (log scale)", zh: "学习率（对数坐标）"), .log), y: Axis(Self.share)) {
        Line(shares, as: name, label: nil, hasDots: true)
        LabelledDot(
          Point(best.rate, 100 * best.share),
          label: Phrase(
            "\(percent: best.share)\nat rate \(best.rate, digits: 2)",
            zh: "\(percent: best.share)\n学习率 \(best.rate, digits: 2)"), as: name, side: .left,
          wordsAt: Point(0.75 * best.rate, 95 * best.share))
      }
    }
  }
}
