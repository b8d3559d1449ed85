import LessonKit

extension FairRates {
  private var names: [Identity] { rules.identities(isRandom: false) }
  private var setting: Phrase { Phrase("Fitting a line", zh: "拟合一条直线") + rules.momentumTerm }

  /// What optimizers come to at one rate for all and at each its best.
  private struct Comparison {
    let bests: [Double]
    let (common, own): ([WalkFan], [WalkFan])

    init(_ rules: [Rule], at rate: Double, _ study: Study) {
      let bests = rules.concurrentMap { study.bestRate($0) }
      common = rules.concurrentMap { study.way($0, at: rate) }
      own = zip(rules, bests).map { study.way($0, at: $1) }
      self.bests = bests
    }

    /// The optimizer that ends highest at the common rate.
    var last: Int { common.indices.max { common[$0].end < common[$1].end } ?? 0 }

    /// Whether all end as low, each at its own rate.
    var allArrive: Bool { (own.map(\.end).max() ?? 0) < 1.05 * (own.map(\.end).min() ?? 0) }

    /// Whether that one, far behind at the common rate, ends with the others at its own.
    var keepsUp: Bool {
      let floor = 1.05 * (own.map(\.end).min() ?? 1)
      let first = common.indices.min { common[$0].settles(below: floor) < common[$1].settles(below: floor) } ?? 0
      return own[last].end < floor && common[last].end > 1.5 * common[first].end
    }
  }

  private var headings: (common: Phrase, own: Phrase) {
    (Phrase("All at rate \(rate)", zh: "学习率同为 \(rate)"), Phrase("Each at its best", zh: "各取最佳学习率"))
  }

  private func protocolTerms(_ study: Study, _ comparison: Comparison) -> Phrase {
    let chosen = zip(names, comparison.bests).map { "\($0.name) \($1, digits: 2)" as Phrase }
    return Phrase("\(terms(study)) Chosen: \(list: chosen).", zh: "\(terms(study))所选：\(list: chosen)。")
  }

  /// Where all end at one rate, and where at the best for each: a line for each optimizer.
  func fairFigure(_ study: Study) -> Figure {
    let comparison = Comparison(rules, at: rate, study)
    let name = names[comparison.last].name
    let (common, own) = (comparison.common.map(\.end), comparison.own.map(\.end))
    let isLost = common.map { !($0 < 1e6) }
    let bottom = 0.5 * (own.min() ?? 1)
    let top = max(2 * (zip(common, isLost).filter { !$0.1 }.map(\.0).max() ?? 1), 20 * bottom)
    // What diverged comes in from above the picture.
    let lines = rules.indices.map { [Point(0, isLost[$0] ? 3 * top : common[$0]), Point(1, own[$0])] }
    return Figure(
      headline: [
        .init(
          "At a shared rate \(name) looks bad, at its own as good as any", zh: "学习率相同时 \(name) 落后，各取最佳时不相上下",
          if: comparison.keepsUp),
        .init("One rate for all is unfair to \(name)", zh: "用同一个学习率比较，对 \(name) 不公平", if: comparison.keepsUp),
      ], setting: setting,
      talk: Phrase(
        "A step of Adam is about as long as its rate, however steep the slope: a hundred of 0.01 carry a weight no farther than 1. An optimizer that looks lost at one rate may do as well as any at its own.",
        zh: "Adam 每一步的长度大约等于学习率，与坡度无关：100 步、每步 0.01，权重至多移动 1。在同一个学习率下落后的优化器，换成自己的学习率后可能并不逊色。"),
      ask: Phrase("One optimizer ends far above the others. Is it the worse one?", zh: "一种优化器的损失远高于其他。它更差吗？"),
      protocol: protocolTerms(study, comparison)
    ) {
      Panel(
        x: Axis(categories: [.init(headings.common), .init(headings.own)]),
        y: Axis(
          Phrase("loss after \(steps, "step") (log scale)", zh: "\(steps) 步后的损失（对数坐标）"), .log, domain: bottom...top)
      ) {
        for index in rules.indices {
          let name = names[index].name
          Line(lines[index], as: names[index], label: nil).with(\.hasEndMarker, false).with(\.hasExits, true)
          if isLost[index] {
            Callout(
              Phrase("\(name)\ndiverges", zh: "\(name)\n发散"), at: Point(0, 0.6 * top), as: names[index], bold: true,
              placement: .left)
          } else {
            LabelledDot(
              lines[index][0], label: "\(name) \(common[index], decimals: 1)", as: names[index],
              side: common[index] == common.min() ? .below : .left)
          }
          LabelledDot(lines[index][1], label: "", as: names[index])
        }
        if comparison.keepsUp && comparison.allArrive {
          Callout(
            Phrase("all reach \(own[comparison.last], decimals: 1)", zh: "都降到 \(own[comparison.last], decimals: 1)"),
            at: Point(1, own[comparison.last]), bold: true, placement: .right)
        }
      }
    }
  }

  /// The way down of all at one rate, and beside it of each at its best, on the same axes.
  func curvesFigure(_ study: Study) -> Figure {
    let comparison = Comparison(rules, at: rate, study)
    let name = names[comparison.last].name
    let (bottom, top) = (0.6 * study.floor, 2 * (comparison.common[0].samples.first?.median ?? 1))
    let y = Axis(Phrase("loss", zh: "损失"), .log, domain: bottom...max(top, 4 * bottom))
    func panel(_ ways: [WalkFan], _ heading: Phrase) -> Panel {
      Panel(x: .step, y: y, heading: heading) {
        for index in rules.indices {
          Fan(ways[index], as: names[index]).with(\.hasBand, false).with(\.line.label, names[index].name)
        }
      }
    }
    return Figure(
      headline: [.init("One rate for all is unfair to \(name)", zh: "用同一个学习率比较，对 \(name) 不公平", if: comparison.keepsUp)],
      setting: setting,
      talk: Phrase(
        "The same problem and the same starts on both sides. With a rate of its own each optimizer comes down to the least loss; those that follow their memory swing about on the way.",
        zh: "左右两侧的问题和起点都相同。各用自己的学习率时，每种优化器都降到最小损失；依靠历史梯度的那些会在途中摆动。"),
      ask: Phrase("Would you still call the slowest one worse if each had its own rate?", zh: "若各用自己的学习率，最慢的那个还算更差吗？"),
      protocol: protocolTerms(study, comparison)
    ) {
      panel(comparison.common, headings.common)
      panel(comparison.own, headings.own)
    }
  }

  /// Where each optimizer ends at every rate.
  func ratesFigure(_ study: Study) -> Figure {
    let ends = rules.concurrentMap { study.ends($0).map(\.median) }
    let (rates, floor) = (Study.rates, study.floor)
    let works = ends.map { losses -> ClosedRange<Double>? in
      let good = rates.indices.filter { losses[$0] < 1.1 * floor }
      return good.isEmpty ? nil : rates[good[0]]...rates[good[good.count - 1]]
    }
    let zones = zip(names, works).compactMap { name, range in range.map { (name: name, range: $0) } }.sorted {
      $0.range.lowerBound < $1.range.lowerBound
    }
    let pair = [zones.first, zones.last].compactMap { $0 }
    let areApart = pair.count == 2 && !pair[0].range.overlaps(pair[1].range)
    let (low, high): (Phrase, Phrase) = (pair.first?.name.name ?? "", pair.last?.name.name ?? "")
    // What diverged stands far above the picture.
    let curves = ends.map { zip(rates, $0).map { Point($0, min($1, 1e12)) } }
    let (span, top) = (rates[0]...rates[rates.count - 1], 2 * (ends.joined().filter { $0 < 1e6 }.max() ?? 1))
    return Figure(
      headline: [
        .init("Rates that suit \(low) fail \(high), and the reverse", zh: "适合\(low)的学习率不适合 \(high)，反之亦然", if: areApart)
      ], setting: setting, foot: Phrase("works: within 10\u{2009}% of the least loss", zh: "可用：与最小损失相差不到 10%"),
      talk: Phrase(
        "Gradient descent and momentum have an upper limit, set by the curvature, beyond which they explode. Adam and RMSprop have a lower one: below it their steps are too short to arrive in time.",
        zh: "梯度下降与动量法有上限，由曲率决定，超过就发散；Adam 与 RMSprop 有下限，低于它步子太短，来不及到达。"),
      ask: Phrase("Is there one rate at which all of them can be compared?", zh: "有没有一个学习率可以拿来比较所有优化器？"),
      protocol: terms(study)
    ) {
      Panel(
        x: Axis(Phrase("learning rate (log scale)", zh: "学习率（对数坐标）"), .log, domain: span),
        y: Axis(
          Phrase("loss after \(steps, "step") (log scale)", zh: "\(steps) 步后的损失（对数坐标）"), .log, limits: 0.5 * floor...top
        )
      ) {
        for zone in areApart ? pair : [] {
          Shade(zone.range, as: zone.name, name: Phrase("\(zone.name.name) works", zh: "\(zone.name.name)可用"))
        }
        for (index, name) in names.enumerated() {
          Line(curves[index], as: name, label: nil).with(\.hasEndMarker, false).with(\.hasExits, true)
          CurveName(
            name.name, along: curves[index], apartFrom: curves.indices.filter { $0 != index }.map { curves[$0] },
            as: name)
        }
        Reference(
          [rates[0], rates[rates.count - 1]].map { Point($0, floor) }, label: Phrase("least-squares line", zh: "最小二乘直线")
        )
      }
    }
  }

  private func terms(_ study: Study) -> Phrase {
    Phrase(
      "y = 2x + 1 + ε, 200 points, x of deviation 5; one weight, one bias; mean squared error, \(steps, "step"); the same start for all, another with other points for every seed. Best rates: of \(Study.rates.count) from 0.001 to 1 by the median loss after the last step. \(study.problems.condition).",
      zh:
        "y = 2x + 1 + ε，200 个点，x 的标准差为 5；一个权重，一个偏置；均方误差，\(steps) 步；所有优化器初值相同，每个种子另取数据与初值。最佳学习率：0.001–1 间取 \(Study.rates.count) 档，按最后一步损失的中位数择优。\(study.problems.condition)。"
    )
  }
}
