import LessonKit

extension RegularisationStrength {
  /// The validation error against the strength, and three fits under it.
  func strengthFigure(_ study: Study) -> Figure {
    let (harms, count, best) = (study.harms, study.samples.xs.count, study.strengths[study.best])
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
      protocol: conditions(best), arrangement: .column([0.5, 0.5]),
      panels: [study.fitsPanel(of: own), study.errorPanel()])
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
}
