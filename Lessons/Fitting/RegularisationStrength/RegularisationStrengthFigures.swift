import LessonKit

extension RegularisationStrength {
  /// The validation error against the strength, and three fits under it.
  func strengthFigure(_ study: Study) -> Figure {
    let (harms, count) = (study.harms, study.samples.xs.count)
    let best = study.sweep.strengths[study.sweep.best]
    return Figure(
      headline: [
        .init(
          "Weight decay too weak overfits, too strong underfits", zh: "权重衰减太弱则过拟合，太强则欠拟合", if: harms == (true, true)),
        .init(
          "With \(count) points only too strong a penalty harms", zh: "有 \(count) 个点，只有太强的惩罚才有害",
          if: harms == (false, true)),
        .init(
          "For these points no penalty is too strong", zh: "对这些点，惩罚再强也不为过", if: harms == (true, false) && own.isGiven),
        .init(
          "With so much noise no penalty is too strong", zh: "噪声如此之大，惩罚再强也不为过",
          if: harms == (true, false) && !own.isGiven),
      ],
      setting: own.isGiven
        ? Phrase("\(own.source), degree \(degree)", zh: "\(own.source)，\(degree) 次多项式")
        : Phrase("Degree \(degree), \(points) points", zh: "\(degree) 次多项式，\(points) 个点"),
      talk: own.isGiven && harms != (true, true)
        ? Phrase(
          "A penalty gives up closeness to the points for small coefficients. On the points held out the error is least at λ = \(best, digits: 1); only where the curve rises by a half do these points say that the penalty is too weak or too strong.",
          zh: "惩罚以远离样本点为代价换取较小的系数。留出点上的误差在 λ = \(best, digits: 1) 处最小；只有误差高出一半的地方，这些点才说明惩罚太弱或太强。")
        : Phrase(
          "At the left the penalty weighs nothing: the fit runs after the noise, and the error on new points is large. At the right it weighs more than the data: the fit is flat. Between them lies a broad valley, so the power of ten is what matters, and validation data find it.",
          zh: "左端惩罚几乎为零：拟合追逐噪声，新点上的误差很大。右端惩罚压过了数据：拟合是平的。两者之间是一片宽阔的谷地，所以要紧的是数量级，用验证数据就能找到。"),
      ask: Phrase("What happens to the fit if the penalty is far too weak, or far too strong?", zh: "惩罚过弱或过强时，拟合会怎样？"),
      protocol: conditions(best), arrangement: .column([0.4, 0.6]), panels: [fits(study).panel, errorPanel(study)])
  }

  private func conditions(_ best: Double) -> Phrase {
    let origin =
      own.isGiven
      ? Phrase(
        "\(own.source.plain), a random third of them held out for validation", zh: "\(own.source.plain)，随机留出三分之一用于验证")
      : Phrase(
        "\(points) places drawn evenly from [0, 1], heights cos(1.5πx) plus normal noise of deviation \(noise); \(Study.newCount) new points for validation",
        zh: "在 [0, 1] 上均匀抽取 \(points) 个位置，高度为 cos(1.5πx) 加标准差 \(noise) 的正态噪声；\(Study.newCount) 个新点用于验证")
    return Phrase(
      "\(origin); powers of x scaled to −1…1; the sum of squares plus λ times the sum of squared coefficients but the constant, by QR; the least error at λ = \(best, digits: 1).",
      zh: "\(origin)；x 缩放到 −1…1 后的各次幂；误差平方和加 λ 乘以系数（常数项除外）的平方和，用 QR 求解；误差在 λ = \(best, digits: 1) 处最小。")
  }

  /// What a weak penalty, the best one and a strong one do.
  private func names(_ study: Study) -> [Identity] {
    let harms = study.harms
    return [
      .tooFlexible.named(
        harms.weak ? Phrase("too weak: overfits", zh: "太弱：过拟合") : Phrase("weak: does no harm", zh: "弱：无害")),
      Identity(Phrase("best: about right", zh: "最佳：恰当"), Identity.aboutRight.tone, marker: .square),
      .tooSimple.named(
        harms.strong ? Phrase("too strong: underfits", zh: "太强：欠拟合") : Phrase("strong: does no harm", zh: "强：无害")),
    ]
  }

  private func errorPanel(_ study: Study) -> Panel {
    let sweep = study.sweep
    let ends = (sweep.strengths[0], sweep.strengths[sweep.strengths.count - 1])
    func curve(_ errors: [Double]) -> [Point] { zip(sweep.strengths, errors).map { Point($0, $1) } }
    let error = Phrase("validation error", zh: "验证误差")
    let errors = study.three.map { sweep.validation[$0] }
    let top = min(1.1 * (sweep.validation.max() ?? 1), 1.8 * (errors.max() ?? 1))
    return Panel(
      x: Axis(Phrase("weight decay λ (log scale)", zh: "权重衰减 λ（对数坐标）"), .log, domain: ends.0...ends.1),
      y: Axis(error, domain: 0...top)
    ) {
      Line.plain(curve(sweep.validation), as: .validation.named(error)).with(\.weight, 1.8).with(\.isTold, true)
      for (index, place) in study.three.enumerated() {
        let (zone, at) = (names(study)[index], Point(sweep.strengths[place], sweep.validation[place]))
        // From the fit above, where it stands over its strength.
        if 3 * place / sweep.strengths.count == index {
          Line.plain([Point(at.x, top), at], as: zone.with(\.dash, .dotted)).with(\.weight, 0.7)
        }
        let words = [Point(at.x / 6, 0.96 * at.y), Point(at.x, at.y + 0.16 * top), Point(6 * at.x, 0.96 * at.y)]
        LabelledDot(
          at, label: "\(at.y, decimals: 2)", as: zone, side: index == 1 ? .above : .below, wordsAt: words[index],
          size: 2.2
        ).with(\.role, .finding).with(\.scale, 1.45)
      }
    }
  }

  private func fits(_ study: Study) -> LittlePlots {
    let places = (0.0...1).evenlySpaced(count: 301)
    let reach = max(1.7, 1.08 * (study.samples.ys.map(abs).max() ?? 0))
    return LittlePlots(
      zip(study.three, names(study)).map { place, zone in
        let heights = study.sweep.fits[place].values(at: places)
        return .init(
          zone.name, points: zip(study.samples.xs, study.samples.ys).map { Point(own.x($0), $1) },
          curve: zip(places, heights).map { Point(own.x($0), $1) }, as: zone)
      }, truth: own.isGiven ? [] : (0.0...1).evenlySpaced(count: 121).map { Point($0, CosineSamples.truth($0)) },
      view: View(x: own.x(-0.03...1.03), y: own.isGiven ? own.heights : -reach...reach))
  }
}
