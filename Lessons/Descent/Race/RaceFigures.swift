import LessonKit

extension Race {
  private var names: [Identity] { rules.identities(isRandom: false) }

  /// Each optimizer at the rate that brings the middle start nearest; an arrow from gradient descent, or from the last
  /// where it does not run, to the first.
  func tunedFigure(_ study: Study) -> Figure {
    let best = study.bestRates()
    let ways = study.ways(at: best)
    let order = ways.indices.sorted { ways[$0].end < ways[$1].end }
    let plain = rules.firstIndex { $0.name == "sgd" } ?? order[order.count - 1]
    let (first, base) = (order[0], ways[plain].end.isFinite ? plain : order[0])
    let second = order.count > 1 ? ways[order[1]].end : .nan
    // The greatest power of ten below the factor: a finer number is another from other starts.
    let times = pow(10, log10(ways[base].end / ways[first].end).rounded(.down))
    let isFar = times >= 10 && times.isFinite
    let rates = zip(names, best).map { "\($0.name) \($1, digits: 2)" as Phrase }
    let middles = zip(names, ways).compactMap { name, way in
      way.samples.last.map {
        Phrase(
          "\(name.name) \($0.lower, digits: 2) to \($0.upper, digits: 2)",
          zh: "\(name.name) \($0.lower, digits: 2)–\($0.upper, digits: 2)")
      }
    }
    return Figure(
      headline: [
        .init(
          "\(names[first].name) gets over \(times) times closer than \(names[base].name)",
          zh: "\(names[first].name) 与最小值的距离不到\(names[base].name)的 1/\(times)", if: isFar),
        .init(
          "Each at its best rate, \(names[first].name) comes closest", zh: "各取最佳学习率时，\(names[first].name) 最接近最小值",
          if: ways[first].end < 0.8 * second),
      ], setting: Phrase("Rosenbrock’s valley, best rates", zh: "Rosenbrock 山谷，学习率 η 各取最佳"),
      foot: Phrase("median of \(study.starts.count, "random start")", zh: "\(study.starts.count) 个随机起点的中位数")
        + rules.momentumTerm,
      talk: Phrase(
        "Nobody is given a rate: each optimizer is tried at 25, and shown at the one that serves it best. Who comes closest is then no accident of the rate.",
        zh: "不预先指定学习率：每种优化器都试 25 档，取对它最有利的一档。这时谁最接近，就不再是学习率碰巧合适的结果。"),
      ask: Phrase("If every optimizer may choose its own rate, who comes closest?", zh: "如果每种优化器都可以自选学习率，谁离最小值最近？"),
      protocol: Phrase(
        "\(terms(study))Curves: medians. Best rates: \(list: rates). Middle half of the starts at the end: \(list: middles). \(lost(ways))",
        zh: "\(terms(study))最佳学习率：\(list: rates)。结束时中间一半起点的距离：\(list: middles)。\(lost(ways))")
    ) {
      panel(ways, lowest: ways.flatMap { $0.samples.map(\.median) }) {
        for index in order.reversed() where !isLostAtOnce(ways[index]) {
          Fan(
            ways[index], as: names[index],
            detail: Phrase("rate \(best[index], digits: 2)", zh: "η = \(best[index], digits: 2)")
          ).with(\.hasBand, false)
        }
        if isFar {
          let x = 0.97 * Double(steps)
          Gap(
            x: x, from: ways[base].height(at: x), to: ways[first].height(at: x), "",
            strong: Phrase(">\(times)×", zh: "\(times) 倍以上"))
        }
      }
    }
  }

  /// All at one rate; those that are lost at once have an arrow that leaves the picture.
  func equalFigure(_ study: Study) -> Figure {
    let ways = study.ways(at: rules.map { _ in rate })
    let order = ways.indices.sorted { ways[$0].end < ways[$1].end }
    let leader = order[0]
    let end = ways[leader].end
    // Nobody leads who goes away beyond the picture.
    let isAhead = order.count > 1 && end < 0.9 * ways[order[1]].end && end < Self.top
    let isThere = end <= Study.reach
    let gone = order.filter { isLostAtOnce(ways[$0]) }.sorted()
    let lostNames = gone.map { names[$0].name }
    return Figure(
      headline: [
        .init(
          "At one rate for all \(names[leader].name) leads, but nobody arrives",
          zh: "学习率相同时 \(names[leader].name) 领先，但谁也没有到达", if: isAhead && !isThere && rules.count > 2),
        .init("At one rate for all \(names[leader].name) leads", zh: "学习率相同时 \(names[leader].name) 领先", if: isAhead),
        .init(
          "At rate \(rate) all of them diverge", zh: "学习率为 \(rate) 时全部发散",
          if: gone.count == rules.count && rules.count > 1),
      ], setting: Phrase("Rosenbrock’s valley, all at rate \(rate)", zh: "Rosenbrock 山谷，学习率同为 \(rate)"),
      foot: Phrase(
        "median and middle half of \(study.starts.count, "start")", zh: "\(study.starts.count) 个起点的中位数与中间一半"),
      talk: Phrase(
        "The same race, but with one rate for everybody: the order is another. Such a comparison says more about the rate than about the optimizers.",
        zh: "同样的比赛，但所有优化器用同一个学习率：名次就变了。这样的比较更多反映的是学习率，而不是优化器。"),
      ask: Phrase("Is it fair to give all of them the same learning rate?", zh: "让它们都用同一个学习率公平吗？"),
      protocol: "\(terms(study))\(lost(ways))"
    ) {
      panel(ways, lowest: ways.flatMap { $0.samples.map(\.lower) } + [Study.reach]) {
        for index in order.reversed() where !isLostAtOnce(ways[index]) {
          Fan(ways[index], as: names[index]).with(\.hasBand, isAhead && index == leader)
        }
        if let start = ways[leader].samples.first?.median, !gone.isEmpty {
          Gap(
            x: 0.015 * Double(steps), from: start, to: Self.top,
            Phrase("\(list: lostNames) diverge\(gone.count == 1 ? "s" : "") at once", zh: "\(list: lostNames)立即发散"))
        }
        if !isThere {
          Reference(
            [0, Double(steps)].map { Point($0, Study.reach) },
            label: Phrase("arrived: \(Study.reach)", zh: "到达：\(Study.reach)"))
        }
      }
    }
  }

  /// The largest distance in view.
  private static let top = 4.0

  /// Distance against step, down to the lowest of what is shown.
  private func panel(_ ways: [WalkFan], lowest: [Double], @MarkBuilder marks: () -> [any Mark]) -> Panel {
    let least = lowest.filter { $0 > 0 }.min() ?? 1
    let span = min(1, max(1e-9, 0.7 * least))...Self.top
    return Panel(
      x: .step, y: Axis(Phrase("distance to minimum (log scale)", zh: "到最小值点的距离（对数坐标）"), .log, domain: span),
      marks: marks)
  }

  /// Whether the middle start is lost before a curve could be seen.
  private func isLostAtOnce(_ way: WalkFan) -> Bool { way.divergedAt.map { 50 * $0 <= steps } ?? false }

  /// How often each optimizer arrives at which rate.
  func toleranceFigure(_ study: Study) -> Figure {
    let ends = study.ends()
    let rates = ends[0].rates
    let (lowest, highest) = (rates[0], rates[rates.count - 1])
    let shares = ends.map { end in rates.indices.map { end.share(within: Study.reach, atRate: $0) } }
    let spans = shares.map { Stretch.of($0, at: rates, above: 0.5) }
    let widths = spans.map { $0.map { $0.upperBound / $0.lowerBound } ?? 0 }
    let order = widths.indices.sorted { widths[$0] > widths[$1] }
    let named = order.prefix(2).filter { widths[$0] > 0 }
    let rest = order.filter { !named.contains($0) }
    let second = order.count > 1 ? widths[order[1]] : 0
    let most = rest.compactMap { shares[$0].max() }.max() ?? 0
    return Figure(
      headline: [
        .init(
          "\(names[order[0]].name) forgives a wrong rate more than any other", zh: "\(names[order[0]].name) 对学习率最宽容",
          if: widths[order[0]] > 1.3 * second && rules.count > 2),
        .init("No rate brings half of the starts to the minimum", zh: "没有一档学习率能让半数起点到达", if: named.isEmpty),
      ],
      setting: Phrase(
        "Rosenbrock’s valley, \(study.starts.count, "random start"), \(rates.count) rates",
        zh: "Rosenbrock 山谷，\(study.starts.count) 个随机起点，\(rates.count) 档学习率"),
      foot: Phrase(
        "arrival: within \(Study.reach) of the minimum after \(steps, "step")",
        zh: "到达：\(steps) 步后与最小值点的距离不超过 \(Study.reach)") + rules.momentumTerm,
      talk: Phrase(
        "A narrow peak asks for a search, a broad one forgives a guess. An arrow spans the rates at which half of the starts arrive.",
        zh: "峰窄就必须仔细搜索，峰宽则猜个大概也行。箭头所跨的是半数起点能够到达的学习率。"),
      ask: Phrase("You have no time to tune the rate. Which optimizer do you take?", zh: "如果没有时间调学习率，你会选哪种优化器？"),
      protocol: terms(study)
    ) {
      Panel(
        x: Axis(Phrase("learning rate (log scale)", zh: "学习率（对数坐标）"), .log, domain: lowest...highest),
        y: Axis(Phrase("starts that arrive (%)", zh: "到达的起点（%）"), domain: 0...100)
      ) {
        for index in order.reversed() {
          let isNamed = named.contains(index)
          Line(
            zip(rates, shares[index]).map { Point($0, 100 * $1) }, as: isNamed ? names[index] : names[index].greyed,
            label: nil
          ).with(\.hasEndMarker, false).with(\.strength, isNamed ? 1 : 0.75)
        }
        for index in named {
          if let span = spans[index] {
            // The name stands where there is room: before a peak at the right end, else behind it.
            let isFarRight = span.upperBound > 0.03 * highest
            Gap(y: 50, from: span.lowerBound, to: span.upperBound, "", heads: .both, as: names[index])
            Callout(
              names[index].name,
              at: Point(isFarRight ? 0.8 * span.lowerBound : 1.1 * span.upperBound, isFarRight ? 58 : 72),
              as: names[index], bold: true, placement: isFarRight ? .left : .right,
              detail: Phrase("a factor of \(widths[index], digits: 2)", zh: "跨度 \(widths[index], digits: 2) 倍"))
          }
        }
        if !rest.isEmpty {
          Callout(
            Phrase.joined(rest.map { names[$0].name }, by: Phrase(",\n", zh: "、\n")), at: Point(pow(10, -4.6), 30),
            as: names[rest[0]].greyed, bold: true, placement: .right,
            detail: Phrase("at most \(percent: most)", zh: "至多 \(percent: most)"))
        }
      }
    }
  }

  private func terms(_ study: Study) -> Phrase {
    let (x, y) = (Study.valley.view.x, Study.valley.view.y)
    let box: Phrase = "[\(x.lowerBound), \(x.upperBound)] × [\(y.lowerBound), \(y.upperBound)]"
    return Phrase(
      "\(Study.valley.formula); \(study.starts.count, "start") uniform in \(box), the same for all, \(steps, "step"), constant rates, no clipping. Rates are judged by the median distance over the last \(study.window, "step"), of 25 from 10⁻⁵ to 10; those that lose more than a quarter of the starts do not count. ",
      zh:
        "\(Study.valley.formula)；\(study.starts.count) 个起点均匀取自 \(box)，所有优化器相同，各走 \(steps) 步，学习率恒定，不做梯度裁剪。学习率在 10⁻⁵–10 间取 25 档，按最后 \(study.window) 步距离的中位数择优；使四分之一以上起点发散的学习率不计。"
    )
  }

  /// What part of the starts diverges.
  private func lost(_ ways: [WalkFan]) -> Phrase {
    let shares = zip(names, ways).filter { $1.lostShare > 0 }.map { "\($0.name) \(percent: $1.lostShare)" as Phrase }
    return shares.isEmpty ? "" : Phrase("Starts that diverge: \(list: shares).", zh: "发散的起点：\(list: shares)。")
  }
}
