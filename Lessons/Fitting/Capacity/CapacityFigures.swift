import LessonKit

extension Capacity {
  private func name(_ basis: LegendreFit.Basis) -> Phrase {
    switch basis {
    case .decaying: Phrase("high degrees dear", zh: "高次代价大")
    case .plain: Phrase("Legendre’s own scale", zh: "勒让德原有尺度")
    case .orthonormal: Phrase("all degrees equal", zh: "各次代价相同")
    }
  }

  /// The whole way: the U, the peak, and the second descent.
  func descentFigure(_ study: Study) -> Figure {
    let (best, peak, last) = (study.point(study.best), study.point(study.peak), study.point(study.last))
    let falls = peak.y > 3 * best.y && last.y < 0.5 * peak.y
    return Figure(
      headline: [
        .init(
          "Error peaks at \(points) parameters = \(points) points, then falls again",
          zh: "参数数等于点数 \(points) 时误差达到峰值，之后再次下降", if: falls && study.counts[study.peak] == points),
        .init("More parameters than points: test error falls again", zh: "参数多于样本点：测试误差再次下降", if: falls),
      ], setting: own.isGiven ? own.source : Phrase("Least-norm polynomials", zh: "最小范数多项式"), foot: foot,
      talk: own.isGiven
        ? talk(best.y, last.y)
        : Phrase(
          "Up to \(points) parameters this is the U of the textbooks, with a steep right arm: the one polynomial that passes every point swings wildly. With more parameters many pass every point, and the one of least norm is a calm one. That is double descent. Here it never gets as good as the best small model, and how far it falls is the choice of the norm.",
          zh:
            "参数不超过 \(points) 个时，这就是教科书上的 U 型，右边很陡：唯一穿过所有点的多项式剧烈摆动。参数更多时，穿过所有点的多项式有很多，范数最小的那个很平缓。这就是双下降。在这里它始终不如最好的小模型，能降多低取决于范数的选择。"
        ),
      ask: Phrase(
        "A model passes every training point. Can more parameters make it better?", zh: "模型已经穿过每个训练点。再增加参数还能变好吗？"),
      protocol: conditions(study)
    ) {
      Panel(
        x: Axis(Phrase("parameters", zh: "参数个数"), .log, domain: 1...Double(10 * points)),
        // On a linear axis the peak towers as it does; the reader's points may span any number of decades.
        y: Axis(Phrase("test error", zh: "测试误差"), isLinear ? .linear : .log, domain: view(study))
      ) {
        Shade(Double(points)...Double(10 * points), as: beyond)
        if falls {
          Reference([Point(Double(points), view(study).lowerBound), Point(Double(points), peak.y)])
          words(study, best)
        }
        curve(study.line(1...points), as: .test.named(Phrase("test error", zh: "测试误差")))
        curve(study.line(points...10 * points), as: beyond)
        if falls { turns(study, peak, last) }
      }
    }
  }

  private var foot: Phrase {
    own.isGiven
      ? Phrase(
        "median of \(seeds) random choices of \(points) points to fit, tested on all others",
        zh: "随机取 \(points) 个点拟合，其余用于测试，重复 \(seeds) 次取中位数")
      : Phrase("median of \(seeds, "seed")", zh: "\(seeds) 个种子的中位数")
  }

  /// What is said of the reader's points, of which nobody knows the curve.
  private func talk(_ best: Double, _ last: Double) -> Phrase {
    Phrase(
      "Up to \(points) parameters a polynomial is fitted by least squares; from there on many pass every point, and of those the one of least norm is taken. The best small model has a test error of \(best, digits: 2), the largest one of \(last, digits: 2).",
      zh:
        "参数不超过 \(points) 个时，用最小二乘拟合；超过之后，穿过每个点的多项式有很多，取其中范数最小的。最好的小模型测试误差为 \(best, digits: 2)，最大的模型为 \(last, digits: 2)。"
    )
  }

  /// A part of the way.
  private func curve(_ points: [Point], as identity: Identity) -> Line {
    Line.plain(points, as: identity).with(\.weight, 1.7).with(\.isTold, true)
  }

  /// What each side of the peak is called.
  @MarkBuilder private func words(_ study: Study, _ best: Point) -> [any Mark] {
    let (view, high) = (view(study), Double(10 * points))
    let middle = study.line(2 * points...10 * points)[0]
    let step = 0.14 * view.upperBound
    Callout(
      Phrase("usual U", zh: "常见的 U 型"), at: isLinear ? Point(best.x, best.y + step) : best, as: .test, bold: true,
      placement: isLinear ? .above : .below
    ).with(\.role, .finding)
    Callout(
      Phrase("fits all \(points) points", zh: "穿过全部 \(points) 个点"),
      at: Point((Double(points) * high).squareRoot(), isLinear ? view.upperBound : view.lowerBound), as: beyond,
      bold: true, placement: isLinear ? .below : .above
    ).with(\.role, .finding).with(\.scale, 0.9)
    Callout(
      Phrase("falls again", zh: "再次下降"),
      at: Point(middle.x, isLinear ? middle.y + 2.2 * step : room(study, 0.06) * middle.y), as: beyond, bold: true,
      placement: .right
    ).with(\.role, .finding).with(\.scale, 1.2)
  }

  /// Where the error turns, and where it ends.
  @MarkBuilder private func turns(_ study: Study, _ peak: Point, _ last: Point) -> [any Mark] {
    let count = study.counts[study.peak]
    LabelledDot(
      peak,
      label: count == points
        ? Phrase("\(points) parameters\n= \(points) points", zh: "\(points) 个参数\n= \(points) 个点")
        : Phrase("\(count, "parameter")", zh: "\(count) 个参数"), as: .test, side: .left, size: 1.6)
    LabelledDot(peak, label: "\(peak.y, digits: 2)", as: .test, side: .right, size: 1.6).with(\.role, .finding).with(
      \.scale, 1.3)
    LabelledDot(
      last, label: "\(last.y, digits: 1)", as: beyond, side: isLinear ? .above : .below,
      wordsAt: Point((isLinear ? 0.75 : 0.66) * last.x, isLinear ? last.y + 0.07 * peak.y : last.y / 1.1), size: 1.6
    ).with(\.role, .finding).with(\.scale, 1.3)
  }

  /// The error beyond as many parameters as points.
  private var beyond: Identity {
    if own.isGiven { return .test.named(Phrase("test error", zh: "测试误差")) }
    let name = Phrase("test error, fits all \(points) points", zh: "测试误差，穿过全部 \(points) 个点")
    return Identity(name, .series(2), marker: .triangle)
  }

  private var isLinear: Bool { !own.isGiven }

  /// The curve, with room for words above and below.
  private func view(_ study: Study) -> ClosedRange<Double> {
    let (least, most) = study.range
    return isLinear ? 0...1.16 * most : least / room(study, 0.13)...most * room(study, 0.13)
  }

  /// A share of the decades that the reader's points fill, as a factor.
  private func room(_ study: Study, _ share: Double) -> Double {
    max(2, pow(study.range.most / study.range.least, share))
  }

  private func conditions(_ study: Study) -> Phrase {
    let solving = Phrase(
      "Legendre polynomials on [0, 1], least squares, beyond \(points) parameters the solution of least Euclidean norm, both by QR; decaying: √(2k+1)·P_k/(k+1), plain: P_k, orthonormal: √(2k+1)·P_k; here \(study.basis.rawValue)",
      zh:
        "[0, 1] 上的勒让德多项式，最小二乘，参数多于 \(points) 个时取欧氏范数最小的解，均用 QR；decaying：√(2k+1)·P_k/(k+1)，plain：P_k，orthonormal：√(2k+1)·P_k；此处为 \(study.basis.rawValue)"
    )
    return own.isGiven
      ? Phrase(
        "\(own.source.plain); of several at one x the mean; x scaled to 0…1; \(points) of them drawn at random to fit, all others to test; \(solving); mean squared error; the median of \(seeds) draws.",
        zh: "\(own.source.plain)；x 相同的点取平均；x 缩放到 0…1；随机取 \(points) 个拟合，其余用于测试；\(solving)；均方误差；\(seeds) 次抽取的中位数。")
      : Phrase(
        "\(points) places in [0, 1], denser towards both ends: (1 − cos πu)/2, u evenly spread and shifted at random by up to the distance between two; heights cos(1.5πx) plus normal noise of deviation \(noise); \(solving); mean squared error against the curve, as an integral over [0, 1]; \(study.condition).",
        zh:
          "[0, 1] 内 \(points) 个位置，两端较密：(1 − cos πu)/2，u 均匀分布并随机移动，至多一个间距；高度为 cos(1.5πx) 加标准差 \(noise) 的正态噪声；\(solving)；对真实曲线的均方误差为 [0, 1] 上的积分；\(study.condition)。"
      )
  }

  /// The second descent under three norms, beside the best small model.
  func normFigure(_ studies: [Study]) -> Figure {
    let best = studies[0].errors[studies[0].best].median
    let ends = studies.map { $0.errors[$0.last].median }
    let (low, high) = (ends.min() ?? .nan, ends.max() ?? .nan)
    let range = Double(2 * points)...Double(10 * points)
    return Figure(
      headline: [
        .init(
          "How far it falls is the norm’s choice: \(low, digits: 1) or \(high, digits: 1)",
          zh: "能降多低取决于范数：\(low, digits: 1) 或 \(high, digits: 1)", if: high > 3 * low)
      ],
      setting: own.isGiven
        ? Phrase("\(own.source): three ways to measure size", zh: "\(own.source)：三种衡量大小的方式")
        : Phrase(
          "The same points, the same polynomials, three ways to measure their size", zh: "同样的点、同样的多项式，三种衡量大小的方式"),
      foot: foot,
      talk: own.isGiven
        ? talk(best, low)
        : Phrase(
          "Which of all curves through the points is the smallest, depends on what counts as small. Where high degrees are dear, the smallest is smooth and comes close. Where all count the same, it falls back to nothing between the points. None beats the best small model.",
          zh: "穿过所有点的曲线中哪一条最小，取决于什么算小。若高次代价大，最小的那条就平滑而接近真实曲线；若各次代价相同，它在点与点之间会退回到零附近。没有一种胜过最好的小模型。"),
      ask: Phrase("Many curves pass every point. Which one should we take?", zh: "很多曲线都穿过每个点。该取哪一条？"),
      protocol: conditions(studies[0])
    ) {
      Panel(
        x: Axis(Phrase("parameters", zh: "参数个数"), .log, domain: range),
        y: Axis(Phrase("test error", zh: "测试误差"), .log, domain: 0.3 * best...30 * high)
      ) {
        Reference(
          [range.lowerBound, (range.lowerBound * range.upperBound).squareRoot(), range.upperBound].map {
            Point($0, best)
          },
          label: Phrase(
            "\(studies[0].counts[studies[0].best], "parameter"): \(best, digits: 1)",
            zh: "\(studies[0].counts[studies[0].best]) 个参数：\(best, digits: 1)"))
        for (place, study) in studies.enumerated() {
          Line(
            study.line(2 * points...10 * points), as: Self.identity(place, name(study.basis)),
            detail: "\(ends[place], digits: 1)")
        }
      }
    }
  }

  private static func identity(_ place: Int, _ name: Phrase) -> Identity {
    Identity(name, .series([2, 4, 3][place]), marker: [.triangle, .square, .diamond][place])
  }
}
