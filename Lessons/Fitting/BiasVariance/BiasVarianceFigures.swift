import LessonKit

extension BiasVariance {
  private static let bias = Identity.tooSimple.named(Phrase("bias²", zh: "偏差²"))
  private static let variance = Identity.tooFlexible.named(Phrase("variance", zh: "方差"))
  private static let noiseName = Identity(Phrase("noise", zh: "噪声"), .muted, marker: .ring)

  private var conditions: Phrase {
    Phrase(
      "\(points) places drawn evenly from [0, 1] once, heights cos(1.5πx) plus normal noise of deviation \(noise) drawn anew for every fit; exact least squares; errors are means over [0, 1].",
      zh: "在 [0, 1] 上均匀抽取 \(points) 个位置，只抽一次；高度为 cos(1.5πx) 加标准差 \(noise) 的正态噪声，每次拟合重新抽取；精确最小二乘；误差为 [0, 1] 上的均值。")
  }

  /// Fits of three degrees to the same places, observed again and again.
  func fansFigure(_ study: Study, _ run: Run) throws -> Figure {
    let degrees = [1, study.middle, degree]
    let judgements = degrees.map(study.judgement)
    let sets = study.samples.observedAgain(fits, noise: noise, seed: run.seed)
    let places = (0.0...1).evenlySpaced(count: 301)
    let panels = try zip(degrees, judgements).map { degree, judgement in
      let heights = try sets.map { try $0.fit(degree).values(at: places) }
      return panel(degree, judgement, places, heights)
    }
    return Figure(
      headline: [
        .init("Without noise the higher degree only fits better", zh: "没有噪声时，次数越高只会拟合得越好", if: noise == 0),
        .init(
          "Too simple misses, too flexible scatters", zh: "过于简单则偏离，过于灵活则分散",
          if: judgements == [.tooSimple, .aboutRight, .tooFlexible]),
        .init(
          "With \(points) points degree \(degree) hardly scatters", zh: "有 \(points) 个点，\(degree) 次拟合几乎不分散",
          if: judgements == [.tooSimple, .aboutRight, .aboutRight]),
        .init("So much noise scatters even the line", zh: "噪声如此之大，连直线也很分散", if: study.best.degree == 1),
      ],
      setting: Phrase(
        "\(fits) fits of each degree, each to \(points) newly observed points",
        zh: "每个次数拟合 \(fits) 次，每次重新观测 \(points) 个点"),
      talk: Phrase(
        "Every curve is a fit to the same curve, observed with new noise. All lines agree, and all are wrong in the same way: that is bias. The flexible fits are right on average, but each one runs elsewhere: that is variance.",
        zh: "每条线都是对同一条曲线的一次拟合，只是噪声不同。直线彼此一致，却错得一样：这是偏差。灵活的拟合平均而言是对的，但每一次都跑到别处：这是方差。"),
      ask: Phrase("If we measured everything again, would the same fit come out?", zh: "如果重新测量一遍，会得到同样的拟合吗？"),
      protocol: conditions, arrangement: .row([1, 1, 1]), panels: panels)
  }

  /// All fits of one degree, and the curve over them.
  private func panel(_ degree: Int, _ judgement: Identity, _ places: [Double], _ heights: [[Double]]) -> Panel {
    let words: Phrase =
      switch judgement {
      case .tooSimple: Phrase("high bias", zh: "偏差大")
      case .tooFlexible: Phrase("high variance", zh: "方差大")
      default: Phrase("both low", zh: "两者都小")
      }
    let heading = Phrase("Degree \(degree): \(words)", zh: "\(degree) 次：\(words)")
    let reach = max(1.6, 1 + 3 * noise)
    let truth = Line(
      places.map { Point($0, CosineSamples.truth($0)) }, as: .truth, label: degree == 1 ? Identity.truth.name : nil)
    return Panel(
      x: Axis("$x$", domain: -0.03...1.03), y: Axis("$y$", domain: -reach...reach), frame: .bare, heading: heading,
      as: judgement
    ) {
      Shade(-0.03...1.03, as: judgement)
      Strands(at: places, heights, as: judgement, name: heading)
      truth.with(\.hasEndMarker, false).with(\.isNamedAlong, true)
    }
  }

  /// The parts of the expected error, one upon the other, against the degree.
  func sumFigure(_ study: Study) -> Figure {
    let (shown, best) = (study.shown, study.best)
    let (degrees, last) = (shown.map { Double($0.degree) }, shown.count)
    let ends = [shown[0].total, shown[last - 1].total]
    let turns = best.degree > 1 && ends.allSatisfy { $0 > 1.2 * best.total }
    return Figure(
      headline: [
        .init("Bias falls, variance rises, the sum turns", zh: "偏差下降，方差上升，总和先降后升", if: turns),
        .init("Without noise there is no variance", zh: "没有噪声，就没有方差", if: noise == 0),
        .init(
          "With \(points) points variance stays small", zh: "有 \(points) 个点，方差一直很小",
          if: shown[last - 1].total <= 1.2 * best.total && best.degree > 1),
      ], setting: Phrase("Expected error of polynomials fitted to \(points) points", zh: "多项式拟合 \(points) 个点的期望误差"),
      foot: Phrase("places fixed, noise of deviation \(noise) new in every fit", zh: "位置固定，每次拟合的噪声重新抽取，标准差 \(noise)"),
      talk: Phrase(
        "The error at a new point has three parts. Bias is what all fits miss together; a higher degree takes it away. Variance is what each fit adds by following its own noise; every coefficient adds some. The noise of the new point itself nobody can foretell.",
        zh: "新点上的误差由三部分组成。偏差是所有拟合共同错过的部分，次数越高越小。方差来自每次拟合追逐自己的噪声，每多一个系数就多一些。新点本身的噪声谁也无法预测。"),
      ask: Phrase(
        "Which part of the error can a larger model take away, and which does it add to?",
        zh: "更大的模型能减小误差的哪一部分，又会增大哪一部分？"), protocol: conditions
    ) {
      Panel(
        x: .counting(Phrase("degree of the polynomial", zh: "多项式次数"), domain: 1...Double(last)),
        y: Axis(Phrase("expected squared error", zh: "期望平方误差"), domain: 0...1.12 * (ends.max() ?? 1))
      ) {
        StackedAreas(
          at: degrees,
          [
            .init(shown.map(\.noise), as: Self.noiseName), .init(shown.map(\.bias), as: Self.bias),
            .init(shown.map(\.variance), as: Self.variance),
          ], name: Phrase("parts of the error", zh: "误差的组成"))
        if turns {
          LabelledDot(
            Point(Double(best.degree), best.total),
            label: Phrase(
              "sum least at degree \(best.degree): \(best.total, digits: 2)",
              zh: "总和在 \(best.degree) 次最小：\(best.total, digits: 2)"), as: .aboutRight, side: .above,
            wordsAt: Point(Double(best.degree) + 0.04 * Double(last), best.total + 0.05 * (ends.max() ?? 1)))
        }
      }
    }
  }
}
