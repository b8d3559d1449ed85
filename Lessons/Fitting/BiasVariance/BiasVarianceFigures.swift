import LessonKit

extension BiasVariance {
  private static let bias = Identity.tooSimple.named(Phrase("bias²", zh: "偏差²"))
  private static let training = Identity.tooSimple.named(Phrase("training error", zh: "训练误差"))
  private static let gap = Identity.tooFlexible.named(Phrase("gap", zh: "差距"))
  private static let heldOut = Phrase("mean squared error on points held out", zh: "留出点上的均方误差")
  private static let variance = Identity.tooFlexible.named(Phrase("variance", zh: "方差"))
  private static let noiseName = Identity(Phrase("noise", zh: "噪声"), .muted, marker: .ring)

  private var conditions: Phrase {
    own.isGiven
      ? Phrase(
        "\(own.source.plain); every fit has a random four fifths of them; x scaled to 0…1; exact least squares; errors are mean squares on the points of a fit and on those that it has not seen, in five folds under \(Study.shuffles) shuffles.",
        zh: "\(own.source.plain)；每次拟合随机取其中五分之四；x 缩放到 0…1；精确最小二乘；误差为拟合所用的点与未用的点上的均方误差，五折，打乱 \(Study.shuffles) 次。")
      : Phrase(
        "\(points) places drawn evenly from [0, 1] once, heights cos(1.5πx) plus normal noise of deviation \(noise) drawn anew for every fit; exact least squares; errors are means over [0, 1]; fits are drawn, and their bias and spread taken as root mean squares, from the first point to the last.",
        zh:
          "在 [0, 1] 上均匀抽取 \(points) 个位置，只抽一次；高度为 cos(1.5πx) 加标准差 \(noise) 的正态噪声，每次拟合重新抽取；精确最小二乘；误差为 [0, 1] 上的均值；拟合只画在首尾两点之间，其偏差与分散为这一段上的均方根。"
      )
  }

  /// Fits of a line and of a flexible degree to the same places, observed again and again.
  func fansFigure(_ study: Study, _ run: Run) throws -> Figure {
    let degrees = [1, degree]
    let judgements = degrees.map(study.judgement)
    let sets =
      own.isGiven
      ? own.fourFifths(fits, seed: run.seed) : study.samples.observedAgain(fits, noise: noise, seed: run.seed)
    let (xs, count) = (study.samples.xs, study.samples.xs.count)
    // Where no point is left on one side, a fit runs away whatever the noise.
    let ends = own.isGiven ? 0.0...1 : (xs.first ?? 0)...(xs.last ?? 1)
    let places = ends.evenlySpaced(count: 301)
    let fans = try degrees.map { degree in try sets.map { try $0.fit(degree).values(at: places) } }
    let parts = fans.map { FanParts($0, about: places.map(CosineSamples.truth)) }
    let panels = degrees.indices.map { panel(degrees[$0], judgements[$0], places, fans[$0]) }
    return Figure(
      headline: [
        .init("Without noise the higher degree only fits better", zh: "没有噪声时，次数越高只会拟合得越好", if: noise == 0),
        .init(
          "Too simple misses by \(parts[0].bias, decimals: 2), too flexible scatters by \(parts[1].spread, decimals: 2)",
          zh: "过于简单偏离 \(parts[0].bias, decimals: 2)，过于灵活分散 \(parts[1].spread, decimals: 2)",
          if: !own.isGiven && judgements == [.tooSimple, .tooFlexible]),
        .init(
          "Too simple misses, too flexible scatters", zh: "过于简单则偏离，过于灵活则分散",
          if: judgements == [.tooSimple, .tooFlexible]),
        .init(
          "With \(count) points degree \(degree) hardly scatters", zh: "有 \(count) 个点，\(degree) 次拟合几乎不分散",
          if: judgements == [.tooSimple, .aboutRight]),
        .init("On points held out a line does best", zh: "在留出的点上，直线最好", if: study.best.degree == 1 && own.isGiven),
        .init("So much noise scatters even the line", zh: "噪声如此之大，连直线也很分散", if: study.best.degree == 1 && !own.isGiven),
      ],
      setting: own.isGiven
        ? Phrase("\(own.source), \(fits) fits to random four fifths of them", zh: "\(own.source)，随机取五分之四拟合 \(fits) 次")
        : Phrase(
          "\(fits) data sets of \(points) noisy points, \(fits) fits", zh: "\(fits) 组数据，各 \(points) 个带噪声的点，\(fits) 次拟合"),
      talk: own.isGiven
        ? Phrase(
          "Every curve is a fit to another random four fifths of the same points. Fits that agree and pass the points by are wrong in the same way: that is bias. Fits that run apart depend on which points they happened to get: that is variance.",
          zh: "每条线都是对同一组点中随机五分之四的拟合。彼此一致却都偏离样本点，是错得一样：这是偏差。彼此分散，说明结果取决于碰巧拿到哪些点：这是方差。")
        : Phrase(
          "Every curve is a fit to the same curve, observed with new noise. All lines agree, and all are wrong in the same way: that is bias. The flexible fits are right on average, but each one runs elsewhere: that is variance.",
          zh: "每条线都是对同一条曲线的一次拟合，只是噪声不同。直线彼此一致，却错得一样：这是偏差。灵活的拟合平均而言是对的，但每一次都跑到别处：这是方差。"),
      ask: Phrase("If we measured everything again, would the same fit come out?", zh: "如果重新测量一遍，会得到同样的拟合吗？"),
      protocol: conditions, arrangement: .row([1, 1]), panels: panels)
  }

  /// What the error of a degree is called.
  private static func word(_ judgement: Identity) -> Identity {
    switch judgement {
    case .tooSimple: judgement.named(Phrase("bias", zh: "偏差"))
    case .tooFlexible: judgement.named(Phrase("variance", zh: "方差"))
    default: judgement
    }
  }

  /// What the fits of a degree have in common.
  private static func caption(_ judgement: Identity) -> Phrase {
    switch judgement {
    case .tooSimple: Phrase("wrong the same way", zh: "错得一样")
    case .tooFlexible: Phrase("different", zh: "各不相同")
    default: Phrase("about right", zh: "大致正确")
    }
  }

  /// All fits of one degree, the curve over them, and under both what they have in common.
  private func panel(_ degree: Int, _ judgement: Identity, _ places: [Double], _ heights: [[Double]]) -> Panel {
    let look = Self.word(judgement)
    let name = Phrase("Degree \(degree)", zh: "\(degree) 次")
    let truth = Identity(Phrase("truth", zh: "真值"), .ink)
    let reach = max(1.6, 1 + 3 * noise)
    let domain = own.x(-0.03...1.03)
    let view = own.isGiven ? own.heights : -1.25 * reach...0.95 * reach
    return Panel(
      x: Axis(own.xName, domain: domain), y: Axis(own.yName, domain: view), frame: own.isGiven ? .open : .bare,
      heading: Phrase("\(name): \(look.name)", zh: "\(name)：\(look.name)"), as: look
    ) {
      Shade(domain, as: look)
      Strands(at: places.map(own.x), heights, as: look, name: name).with(\.weight, own.isGiven ? 1 : 1.6)
      if own.isGiven {
        Dots(zip(own.places, own.ys).map { Point($0, $1) }, name: Phrase("points", zh: "点")).with(
          \.isBackground, own.count > 100)
      } else {
        Line(places.map { Point($0, CosineSamples.truth($0)) }, as: truth, label: degree == 1 ? truth.name : nil).with(
          \.hasEndMarker, false
        ).with(\.isNamedAlong, true).with(\.weight, 1.4).with(\.sharesStretches, false)
        Callout(
          Self.caption(judgement), at: Point(0.5, -1.06 * reach), as: look, bold: true, placement: .centered,
          detail: Phrase("each time", zh: "每一次")
        ).with(\.role, .finding).with(\.scale, 1.15)
      }
    }.with(\.headingScale, 1.25)
  }

  /// The parts of the expected error, one upon the other, against the degree.
  func sumFigure(_ study: Study) -> Figure {
    let (shown, best) = (study.shown, study.best)
    let (degrees, last) = (shown.map { Double($0.degree) }, shown.count)
    let (ends, count) = ([shown[0].total, shown[last - 1].total], study.samples.xs.count)
    let staysLow = shown[last - 1].total <= 1.2 * best.total && best.degree > 1
    let areContrary = best.bias < shown[0].bias && shown[last - 1].variance > best.variance
    let turns = best.degree > 1 && areContrary && ends.allSatisfy { $0 > 1.2 * best.total }
    return Figure(
      headline: [
        .init("Training error falls, the gap grows, the sum turns", zh: "训练误差下降，差距扩大，总和先降后升", if: turns && own.isGiven),
        .init("Bias falls, variance rises, the sum turns", zh: "偏差下降，方差上升，总和先降后升", if: turns && !own.isGiven),
        .init("Without noise there is no variance", zh: "没有噪声，就没有方差", if: noise == 0),
        .init(
          "With \(count) points the gap stays small", zh: "有 \(count) 个点，差距一直很小",
          if: own.isGiven && staysLow && shown.allSatisfy { $0.variance <= 0.2 * $0.total }),
        .init("With \(count) points variance stays small", zh: "有 \(count) 个点，方差一直很小", if: !own.isGiven && staysLow),
      ],
      setting: own.isGiven
        ? own.source
        : Phrase("Expected error of polynomials fitted to \(points) points", zh: "多项式拟合 \(points) 个点的期望误差"),
      foot: own.isGiven
        ? Phrase("the gap is a sign of variance, the training error of bias and noise", zh: "差距反映方差，训练误差反映偏差与噪声")
        : Phrase("places fixed, noise of deviation \(noise) new in every fit", zh: "位置固定，每次拟合的噪声重新抽取，标准差 \(noise)"),
      talk: own.isGiven
        ? Phrase(
          "Without the true curve nobody can part bias from noise. But there are signs: a model that is too simple already fails on its own points, and one that is too flexible does well there and badly on points held out. The sum of both is the error on new points.",
          zh: "不知道真实曲线，就无法把偏差与噪声分开。但有迹象可循：过于简单的模型在自己的点上就错，过于灵活的模型在自己的点上很好、在留出的点上很差。两者之和就是新点上的误差。")
        : Phrase(
          "The error at a new point has three parts. Bias is what all fits miss together; a higher degree takes it away. Variance is what each fit adds by following its own noise; every coefficient adds some. The noise of the new point itself nobody can foretell.",
          zh: "新点上的误差由三部分组成。偏差是所有拟合共同错过的部分，次数越高越小。方差来自每次拟合追逐自己的噪声，每多一个系数就多一些。新点本身的噪声谁也无法预测。"),
      ask: Phrase(
        "Which part of the error can a larger model take away, and which does it add to?",
        zh: "更大的模型能减小误差的哪一部分，又会增大哪一部分？"), protocol: conditions
    ) {
      Panel(
        x: .counting(Phrase("degree of the polynomial", zh: "多项式次数"), domain: 1...Double(last)),
        y: Axis(
          own.isGiven ? Self.heldOut : Phrase("expected squared error", zh: "期望平方误差"),
          domain: 0...1.12 * (ends.max() ?? 1))
      ) {
        StackedAreas(
          at: degrees,
          (own.isGiven ? [] : [.init(shown.map(\.noise), as: Self.noiseName)]) + [
            .init(shown.map(\.bias), as: own.isGiven ? Self.training : Self.bias),
            .init(shown.map(\.variance), as: own.isGiven ? Self.gap : Self.variance),
          ], name: Phrase("parts of the error", zh: "误差的组成"))
        if turns {
          LabelledDot(
            Point(Double(best.degree), best.total),
            label: Phrase(
              "sum least at degree \(best.degree): \(best.total, digits: 2)",
              zh: "总和在 \(best.degree) 次最小：\(best.total, digits: 2)"), as: .aboutRight, side: .above,
            wordsAt: Point(Double(best.degree) + 0.14 * Double(last), best.total + 0.05 * (ends.max() ?? 1)))
        }
      }
    }
  }
}
