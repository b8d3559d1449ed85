import LessonKit

extension FairRates {
  private var names: [Identity] { rules.identities(isRandom: false) }

  private var setting: Phrase { Phrase("Fitting a line", zh: "拟合一条直线") }

  /// All at one rate, and beside it each at its best, on the same axes.
  func fairFigure(_ study: Study) -> Figure {
    let bests = rules.concurrentMap { study.ends($0) }.map { Study.rates[$0.best] }
    let common = rules.concurrentMap { study.way($0, at: rate) }
    let own = zip(rules, bests).map { study.way($0, at: $1) }
    let floor = 1.05 * (own.map(\.end).min() ?? 1)
    let last = common.indices.max { common[$0].end < common[$1].end } ?? 0
    let first = common.indices.min { common[$0].settles(below: floor) < common[$1].settles(below: floor) } ?? 0
    let keepsUp = own[last].end < floor && common[last].end > 1.5 * common[first].end
    let name = names[last].name
    return Figure(
      headline: [
        .init(
          "At one rate for all \(name) loses, at its own it does as well", zh: "学习率相同时 \(name) 落后，各取最佳时不相上下",
          if: keepsUp), .init("One rate for all is unfair to \(name)", zh: "用同一个学习率比较，对 \(name) 不公平", if: keepsUp),
      ], setting: setting, foot: Phrase("median of \(seeds, "seed")\(momentum)", zh: "\(seeds) 个种子的中位数\(momentum)"),
      talk: Phrase(
        "A step of Adam is about as long as its rate, however steep the slope: a hundred steps of 0.01 carry a weight no farther than 1, and here it has farther to go. With a rate of its own it gets there as fast as the others.",
        zh: "Adam 每一步的长度大约等于学习率，与坡度无关：100 步、每步 0.01，权重至多移动 1，而这里要走的路更远。换成自己的学习率，它与其他优化器一样快。"),
      ask: Phrase("Adam ends far above gradient descent. Is it the worse optimizer?", zh: "Adam 最终远高于梯度下降。它是更差的优化器吗？"),
      protocol: Phrase("\(terms(study)) Chosen: \(chosen(bests)).", zh: "\(terms(study))所选：\(chosen(bests))。")
    ) {
      panel(
        common, above: 0.6 * study.floor, heading: Phrase("All at rate \(rate)", zh: "学习率同为 \(rate)"), isNamed: true)
      panel(own, above: 0.6 * study.floor, heading: Phrase("Each at its best rate", zh: "各取最佳学习率"), isNamed: false)
    }
  }

  /// The rates that were chosen.
  private func chosen(_ bests: [Double]) -> Phrase {
    .joined(
      rules.indices.map { place in
        Phrase("\(names[place].name) \(bests[place], digits: 2)", zh: "\(names[place].name) \(bests[place], digits: 2)")
      }, by: Phrase(", ", zh: "，"))
  }

  /// The medians; of two panels with the same curves one has the names.
  private func panel(_ ways: [WalkFan], above bottom: Double, heading: Phrase, isNamed: Bool) -> Panel {
    let start = ways[0].samples.first?.median ?? 1
    return Panel(
      x: Axis(Phrase("step", zh: "步数"), padding: .tight),
      y: Axis(Phrase("loss", zh: "损失"), .log, domain: bottom...max(2 * start, 4 * bottom)), heading: heading
    ) { for index in rules.indices { curve(ways[index], names[index], isNamed: isNamed) } }
  }

  private func curve(_ way: WalkFan, _ name: Identity, isNamed: Bool) -> Fan {
    var fan = Fan(way, as: name)
    fan.hasBand = false
    if !isNamed { fan.line.label = nil }
    return fan
  }

  /// Where each optimizer ends at every rate.
  func ratesFigure(_ study: Study) -> Figure {
    let ends = rules.concurrentMap { study.ends($0) }
    let (rates, floor) = (Study.rates, study.floor)
    let works = ends.map { $0.worksWithin(1.1 * floor) }
    let middles = works.map { $0.map { $0.lowerBound * $0.upperBound } ?? .nan }
    let order = middles.indices.filter { middles[$0].isFinite }.sorted { middles[$0] < middles[$1] }
    let (low, high) = (order.first ?? 0, order.last ?? 0)
    let areApart = order.count > 1 && !(works[low]!.overlaps(works[high]!))
    let top = 2 * (ends.flatMap(\.losses).map(\.median).filter { $0 < 1e6 }.max() ?? 1)
    return Figure(
      headline: [
        .init(
          "Rates that suit \(names[low].name) fail \(names[high].name), and the reverse",
          zh: "适合\(names[low].name)的学习率不适合 \(names[high].name)，反之亦然", if: areApart)
      ], setting: setting,
      foot: Phrase(
        "works: within 10\u{2009}% of the least loss; median of \(seeds, "seed")\(momentum)",
        zh: "可用：与最小损失相差不到 10%；\(seeds) 个种子的中位数\(momentum)"),
      talk: Phrase(
        "Gradient descent and momentum have an upper limit, set by the curvature, beyond which they explode. Adam and RMSprop have a lower one: below it their steps are too short to arrive in time.",
        zh: "梯度下降与动量法有上限，由曲率决定，超过就发散；Adam 与 RMSprop 有下限，低于它步子太短，来不及到达。"),
      ask: Phrase("Is there one rate at which all of them can be compared?", zh: "有没有一个学习率可以拿来比较所有优化器？"),
      protocol: terms(study)
    ) {
      Panel(
        x: Axis(Phrase("learning rate (log scale)", zh: "学习率（对数坐标）"), .log, domain: rates[0]...rates[rates.count - 1]),
        y: Axis(
          Phrase("loss after \(steps, "step") (log scale)", zh: "\(steps) 步后的损失（对数坐标）"), .log, limits: 0.5 * floor...top
        )
      ) {
        for index in areApart ? [low, high] : [] {
          if let range = works[index] {
            Shade(range, as: names[index], name: Phrase("\(names[index].name) works", zh: "\(names[index].name)可用"))
          }
        }
        for (end, name) in zip(ends, names) { rateCurve(end, name) }
        for index in names.indices { curveName(ends, index) }
        Reference(
          [Point(rates[0], floor), Point(rates[rates.count - 1], floor)],
          label: Phrase("least-squares line", zh: "最小二乘直线"))
      }
    }
  }

  private func points(_ ends: Ends) -> [Point] {
    // What diverged stands far above the picture.
    zip(Study.rates, ends.losses).map { Point($0, min($1.median, 1e12)) }
  }

  private func rateCurve(_ ends: Ends, _ name: Identity) -> Line {
    var line = Line(points(ends), as: name, label: nil)
    (line.hasEndMarker, line.hasExits) = (false, true)
    return line
  }

  private func curveName(_ ends: [Ends], _ index: Int) -> CurveName {
    let others = ends.indices.filter { $0 != index }.map { points(ends[$0]) }
    return CurveName(names[index].name, along: points(ends[index]), apartFrom: others, as: names[index])
  }

  /// The setting in which momentum differs from PyTorch's default.
  private var momentum: Phrase {
    let heavy = rules.first { $0.name == "momentum" }.flatMap { $0["momentum"] }
    return heavy.map { Phrase("; momentum \($0)", zh: "；动量 \($0)") } ?? ""
  }

  private func terms(_ study: Study) -> Phrase {
    Phrase(
      "y = 2x + 1 + ε, 200 points, x of deviation 5; one weight, one bias; mean squared error, \(steps, "step"); the same start for all, another with other points for every seed. Best rates: of \(Study.rates.count) from 0.001 to 1 by the median loss after the last step. \(study.problems.condition).",
      zh:
        "y = 2x + 1 + ε，200 个点，x 的标准差为 5；一个权重，一个偏置；均方误差，\(steps) 步；所有优化器初值相同，每个种子另取数据与初值。最佳学习率：0.001–1 间取 \(Study.rates.count) 档，按最后一步损失的中位数择优。\(study.problems.condition)。"
    )
  }
}
