import LessonKit

extension Race {
  private static let step: Axis = {
    var step = Axis(Phrase("step", zh: "步数"), padding: .tight)
    step.countsWholes = true
    return step
  }()

  private var names: [Identity] { rules.identities(isRandom: false) }

  /// The settings in which an optimizer differs from PyTorch's defaults, as in "Momentum 0.9".
  private func named(_ index: Int) -> Identity {
    let name = names[index]
    guard rules[index].name == "momentum", let heavy = rules[index]["momentum"] else { return name }
    return name.named("\(name.name) \(heavy)")
  }

  /// Each optimizer at the rate that brings the middle start nearest; an arrow from gradient descent, or from the last
  /// where it does not run, to the first.
  func tunedFigure(_ study: Study) -> Figure {
    let best = study.bestRates()
    let ways = study.ways(at: best)
    let order = ways.indices.sorted { ways[$0].end < ways[$1].end }
    let plain = rules.firstIndex { $0.name == "sgd" } ?? order[order.count - 1]
    let (first, base) = (order[0], ways[plain].end.isFinite ? plain : order[0])
    let lead = ways[base].end / ways[first].end
    let second = order.count > 1 ? ways[order[1]].end : .nan
    let times = Self.powerOfTen(below: lead)
    let isFar = times >= 10 && times.isFinite
    return Figure(
      headline: [
        .init(
          "\(names[first].name) gets over \(times) times closer than \(names[base].name)",
          zh: "\(names[first].name) 与最小值的距离不到\(names[base].name)的 1/\(times)", if: isFar),
        .init(
          "Each at its best rate, \(names[first].name) comes closest", zh: "各取最佳学习率时，\(names[first].name) 最接近最小值",
          if: ways[first].end < 0.8 * second),
      ], setting: Phrase("Rosenbrock’s valley, each at its best rate", zh: "Rosenbrock 山谷，学习率 η 各取最佳"),
      foot: Phrase(
        "medians, \(study.starts.count, "start")\(momentum)", zh: "\(study.starts.count) 个起点的中位数\(momentum)"),
      talk: Phrase(
        "Nobody is given a rate: each optimizer is tried at 25, and shown at the one that serves it best. Momentum and Adam then run down the valley, the others are still on their way when the time is up.",
        zh: "不预先指定学习率：每种优化器都试 25 档，取对它最有利的一档。这时动量法与 Adam 沿山谷一路前进，其余的到时间用完还在路上。"),
      ask: Phrase(
        "If every optimizer may choose its own learning rate, who comes closest?", zh: "如果每种优化器都可以自选学习率，谁离最小值最近？"),
      protocol: Phrase(
        "\(terms(study))\(rates(best)) Middle half of the starts at the end: \(middles(ways)). \(lost(ways))",
        zh: "\(terms(study))\(rates(best))结束时中间一半起点的距离：\(middles(ways))。\(lost(ways))")
    ) {
      panel(ways, lowest: ways.flatMap { $0.samples.map(\.median) }) {
        for index in order.reversed() where !isLostAtOnce(ways[index]) {
          curve(
            ways[index], index, detail: Phrase("rate \(best[index], digits: 2)", zh: "η = \(best[index], digits: 2)"))
        }
        if isFar {
          Gap(
            x: 0.97 * Double(steps), from: ways[base].end, to: ways[first].end, "",
            strong: Phrase(">\(times)×", zh: "\(times) 倍以上"))
        }
      }
    }
  }

  /// All at one rate.
  func equalFigure(_ study: Study) -> Figure {
    let ways = study.ways(at: rules.map { _ in rate })
    let order = ways.indices.sorted { ways[$0].end < ways[$1].end }
    let (leader, second) = (order[0], order.count > 1 ? order[1] : order[0])
    let isAhead = ways[leader].end < 0.9 * ways[second].end
    let isThere = ways[leader].end <= Study.reach
    let gone = rules.indices.filter { isLostAtOnce(ways[$0]) }.map { names[$0].name }
    let all = Phrase("Rosenbrock’s valley, all at rate \(rate)", zh: "Rosenbrock 山谷，学习率同为 \(rate)")
    return Figure(
      headline: [
        .init(
          "At one rate for all \(names[leader].name) leads, but nobody arrives",
          zh: "学习率相同时 \(names[leader].name) 领先，但谁也没有到达", if: isAhead && !isThere && rules.count > 2),
        .init(
          "At one rate for all \(names[leader].name) leads", zh: "学习率相同时 \(names[leader].name) 领先",
          if: isAhead && rules.count > 1),
        .init(
          "At rate \(rate) all of them diverge", zh: "学习率为 \(rate) 时全部发散",
          if: gone.count == rules.count && rules.count > 1),
      ], setting: all,
      foot: gone.isEmpty
        ? bands(study)
        : Phrase(
          "\(bands(study)); \(list: gone) diverge\(gone.count == 1 ? "s" : "") at once",
          zh: "\(bands(study))；\(list: gone)立即发散"),
      talk: Phrase(
        "The same race, but with one rate for everybody: the order is another. Such a comparison says more about the rate than about the optimizers.",
        zh: "同样的比赛，但所有优化器用同一个学习率：名次就变了。这样的比较更多反映的是学习率，而不是优化器。"),
      ask: Phrase("Is it fair to give all of them the same learning rate?", zh: "让它们都用同一个学习率公平吗？"),
      protocol: "\(terms(study))\(lost(ways))"
    ) {
      panel(ways, lowest: ways.flatMap { $0.samples.map(\.lower) } + [Study.reach]) {
        for index in order.reversed() where !isLostAtOnce(ways[index]) {
          curve(ways[index], index, hasBand: isAhead && index == leader)
        }
        if !isThere {
          Reference(
            [Point(0, Study.reach), Point(Double(steps), Study.reach)],
            label: Phrase("arrived: \(Study.reach)", zh: "到达：\(Study.reach)"))
        }
      }
    }
  }

  /// Distance against step, down to the lowest of what is shown.
  private func panel(_ ways: [WalkFan], lowest: [Double], @MarkBuilder marks: () -> [any Mark]) -> Panel {
    let least = lowest.filter { $0 > 0 }.min() ?? 1
    return Panel(
      x: Self.step,
      y: Axis(Phrase("distance to the minimum", zh: "到最小值点的距离"), .log, domain: min(1, max(1e-9, 0.7 * least))...4),
      marks: marks)
  }

  /// The median of an optimizer, with its middle half where that is asked for.
  private func curve(_ way: WalkFan, _ index: Int, detail: Phrase? = nil, hasBand: Bool = false) -> Fan {
    var fan = Fan(way, as: names[index], detail: detail)
    fan.hasBand = hasBand
    return fan
  }

  /// Whether the middle start is lost before a curve could be seen.
  private func isLostAtOnce(_ way: WalkFan) -> Bool { way.divergedAt.map { 50 * $0 <= steps } ?? false }

  /// The greatest power of ten below a factor: a finer number is another from other starts.
  static func powerOfTen(below factor: Double) -> Double {
    factor.isFinite && factor >= 1 ? pow(10, log10(factor).rounded(.down)) : .nan
  }

  /// How often each optimizer arrives at which rate.
  func toleranceFigure(_ study: Study) -> Figure {
    let ends = study.ends()
    let rates = ends[0].rates
    let shares = ends.map { end in rates.indices.map { end.share(within: Study.reach, atRate: $0) } }
    let spans = shares.map { Stretch.of($0, at: rates, above: 0.5) }
    let widths = spans.map { $0.map { $0.upperBound / $0.lowerBound } ?? 0 }
    let order = widths.indices.sorted { widths[$0] > widths[$1] }
    let named = order.prefix(2).filter { widths[$0] > 0 }
    let rest = order.filter { !named.contains($0) }
    let first = names[order[0]].name
    let second = order.count > 1 ? widths[order[1]] : 0
    return Figure(
      headline: [
        .init(
          "\(first) forgives a wrong rate more than any other", zh: "\(first) 对学习率最宽容",
          if: widths[order[0]] > 1.3 * second && rules.count > 2),
        .init("No rate brings half of the starts to the minimum", zh: "没有一档学习率能让半数起点到达", if: named.isEmpty),
      ],
      setting: Phrase(
        "Rosenbrock’s valley, \(study.starts.count, "random start"), \(rates.count) rates",
        zh: "Rosenbrock 山谷，\(study.starts.count) 个随机起点，\(rates.count) 档学习率"),
      foot: Phrase(
        "arrival: within \(Study.reach) of the minimum after \(steps, "step")",
        zh: "到达：\(steps) 步后与最小值点的距离不超过 \(Study.reach)"),
      talk: Phrase(
        "A narrow peak asks for a search, a broad one forgives a guess. At its best rate momentum arrives as often as Adam, but its rate must be right to a factor of two or three.",
        zh: "峰窄就必须仔细搜索，峰宽则猜个大概也行。在各自的最佳学习率下，动量法到达的次数不比 Adam 少，但它的学习率必须准到两三倍以内。"),
      ask: Phrase(
        "You have no time to tune the learning rate. Which optimizer do you take?", zh: "如果没有时间调学习率，你会选哪种优化器？"),
      protocol: terms(study)
    ) {
      Panel(
        x: Axis(Phrase("learning rate (log scale)", zh: "学习率（对数坐标）"), .log, domain: rates[0]...rates[rates.count - 1]),
        y: Axis(Phrase("starts that arrive (%)", zh: "到达的起点（%）"), domain: 0...100)
      ) {
        for index in order.reversed() { curve(shares[index], at: rates, index, isNamed: named.contains(index)) }
        for index in named {
          if let span = spans[index] {
            Gap(y: 50, from: span.lowerBound, to: span.upperBound, "", heads: .both, as: names[index])
            width(of: span, index, before: rates[rates.count - 1])
          }
        }
        if !rest.isEmpty { others(rest, shares) }
      }
    }
  }

  /// The names of those that hardly ever arrive, in the empty corner of low rates.
  private func others(_ rest: [Int], _ shares: [[Double]]) -> Callout {
    let most = rest.map { shares[$0].max() ?? 0 }.max() ?? 0
    return Callout(
      Phrase.joined(rest.map { names[$0].name }, by: Phrase(",\n", zh: "、\n")), at: Point(pow(10, -4.6), 30),
      as: names[rest[0]].greyed, bold: true, placement: .right,
      detail: Phrase("at most \(percent: most)", zh: "至多 \(percent: most)"))
  }

  /// The name of a curve with the factor between the rates at which half of the starts arrive, where there is room for it.
  private func width(of span: ClosedRange<Double>, _ index: Int, before end: Double) -> Callout {
    let isFarRight = span.upperBound > 0.03 * end
    let factor = span.upperBound / span.lowerBound
    return Callout(
      named(index).name, at: Point(isFarRight ? 0.8 * span.lowerBound : 1.1 * span.upperBound, isFarRight ? 58 : 72),
      as: names[index], bold: true, placement: isFarRight ? .left : .right,
      detail: Phrase("a factor of \(factor, digits: 2)", zh: "跨度 \(factor, digits: 2) 倍"))
  }

  private func curve(_ shares: [Double], at rates: [Double], _ index: Int, isNamed: Bool) -> Line {
    var line = Line(
      zip(rates, shares).map { Point($0, 100 * $1) }, as: isNamed ? names[index] : names[index].greyed, label: nil)
    (line.hasEndMarker, line.strength) = (false, isNamed ? 1 : 0.75)
    return line
  }

  /// The setting in which momentum differs from PyTorch's default.
  private var momentum: Phrase {
    let heavy = rules.first { $0.name == "momentum" }.flatMap { $0["momentum"] }
    return heavy.map { Phrase("; momentum \($0)", zh: "；动量 \($0)") } ?? ""
  }

  /// The rates that were chosen.
  private func rates(_ best: [Double]) -> Phrase {
    let all = Phrase.joined(
      names.indices.map {
        Phrase("\(names[$0].name) \(best[$0], digits: 2)", zh: "\(names[$0].name) \(best[$0], digits: 2)")
      }, by: Phrase(", ", zh: "，"))
    return Phrase("Best rates: \(all).", zh: "最佳学习率：\(all)。")
  }

  /// Where the middle half of the starts is at the end, optimizer by optimizer.
  private func middles(_ ways: [WalkFan]) -> Phrase {
    let all = ways.indices.compactMap { index in
      ways[index].samples.last.map {
        Phrase(
          "\(names[index].name) \($0.lower, digits: 2) to \($0.upper, digits: 2)",
          zh: "\(names[index].name) \($0.lower, digits: 2)–\($0.upper, digits: 2)")
      }
    }
    return .joined(all, by: Phrase(", ", zh: "，"))
  }

  private func bands(_ study: Study) -> Phrase {
    Phrase("median and middle half of \(study.starts.count, "start")", zh: "\(study.starts.count) 个起点的中位数与中间一半")
  }

  private func terms(_ study: Study) -> Phrase {
    let view = Study.valley.view
    return Phrase(
      "\(Study.valley.formula); \(study.starts.count, "start") uniform in [\(view.x.lowerBound), \(view.x.upperBound)] × [\(view.y.lowerBound), \(view.y.upperBound)], the same for all, \(steps, "step"), constant rates, no clipping. Rates are judged by the median distance over the last \(study.window, "step"), of 25 from 10⁻⁵ to 10; those that lose more than a quarter of the starts do not count. ",
      zh:
        "\(Study.valley.formula)；\(study.starts.count) 个起点均匀取自 [\(view.x.lowerBound), \(view.x.upperBound)] × [\(view.y.lowerBound), \(view.y.upperBound)]，所有优化器相同，各走 \(steps) 步，学习率恒定，不做梯度裁剪。学习率在 10⁻⁵–10 间取 25 档，按最后 \(study.window) 步距离的中位数择优；使四分之一以上起点发散的学习率不计。"
    )
  }

  /// What part of the starts diverges.
  private func lost(_ ways: [WalkFan]) -> Phrase {
    let some = ways.indices.filter { ways[$0].lostShare > 0 }
    guard !some.isEmpty else { return "" }
    let list = some.map {
      Phrase("\(names[$0].name) \(percent: ways[$0].lostShare)", zh: "\(names[$0].name) \(percent: ways[$0].lostShare)")
    }
    return Phrase("Starts that diverge: \(list: list).", zh: "发散的起点：\(list: list)。")
  }
}
