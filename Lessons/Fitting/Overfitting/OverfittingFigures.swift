import LessonKit

extension Overfitting {
  private func conditions(_ solver: Phrase) -> Phrase {
    own.isGiven
      ? Phrase(
        "\(own.source.plain), a random third of them held out; x scaled to 0…1; \(solver); errors are mean squares, the test error over the points held out.",
        zh: "\(own.source.plain)，随机留出三分之一；x 缩放到 0…1；\(solver)；误差为均方误差，测试误差取自留出的点。")
      : Phrase(
        "\(points) places drawn evenly from [0, 1], heights cos(1.5πx) plus normal noise of deviation \(noise); \(solver); errors are mean squares, the test error over \(Study.testCount) new points drawn in the same way.",
        zh:
          "在 [0, 1] 上均匀抽取 \(points) 个位置，高度为 cos(1.5πx) 加标准差 \(noise) 的正态噪声；\(solver)；误差为均方误差，测试误差取自同样方式抽取的 \(Study.testCount) 个新点。"
      )
  }
  private static let exactly = Phrase("exact least squares", zh: "精确最小二乘")

  /// Whose points are fitted, where they are the reader's, and how many of them; in a picture also which.
  private func whose(_ study: Study, shown isShown: Bool = false) -> Phrase? {
    let (fitted, held) = (study.samples.xs.count, study.new.xs.count)
    guard own.isGiven else { return nil }
    return isShown && !study.areMany
      ? Phrase(
        "\(own.source), \(fitted) rings to train, \(held) dots to test",
        zh: "\(own.source)，\(fitted) 个训练（圈），\(held) 个测试（点）")
      : Phrase("\(own.source), \(fitted) to train, \(held) to test", zh: "\(own.source)，\(fitted) 个训练，\(held) 个测试")
  }

  /// The three fits alone.
  func fitsFigure(_ study: Study) -> Figure {
    let (last, points) = (study.last, study.samples.xs.count)
    let isWorst = [1, 4].allSatisfy { study.test[$0 - 1] < study.test[last - 1] }
    return Figure(
      headline: [
        .init("No degree does better than a constant", zh: "没有哪个次数胜过常数", if: study.isHopeless && own.isGiven),
        .init("So much noise makes every degree too flexible", zh: "噪声如此之大，任何次数都过于灵活", if: study.isHopeless),
        .init(
          "Degree \(last) fits its points best, new ones worst", zh: "\(last) 次多项式离训练点最近，离新的点最远",
          if: own.isGiven && isWorst && study.judgement(last) == .tooFlexible),
        .init(
          "Degree \(last) fits the points best, the curve worst", zh: "\(last) 次多项式离样本点最近，离真实曲线最远",
          if: !own.isGiven && isWorst && study.judgement(last) == .tooFlexible),
        .init(
          "Even degree \(last) foretells points held out", zh: "\(last) 次多项式也能预测留出的点",
          if: own.isGiven && study.judgement(last) == .aboutRight),
        .init(
          "With \(points) points even degree \(last) fits the curve", zh: "有 \(points) 个点，\(last) 次多项式也能拟合真实曲线",
          if: !own.isGiven && study.judgement(last) == .aboutRight && points >= 100),
      ], setting: whose(study, shown: true) ?? Phrase("\(points) noisy training points", zh: "\(points) 个带噪声的训练点"),
      talk: own.isGiven
        ? Phrase(
          "On their own points higher degrees always look better. What counts are the points that no fit has seen: there the mean squared error is \(study.test[0], digits: 2) at degree 1, \(study.test[3], digits: 2) at degree 4 and \(study.test[last - 1], digits: 2) at degree \(last).",
          zh:
            "在自己的点上，次数越高看起来总是越好。要紧的是没有参与拟合的点：那里的均方误差在 1 次为 \(study.test[0], digits: 2)，4 次为 \(study.test[3], digits: 2)，\(last) 次为 \(study.test[last - 1], digits: 2)。"
        )
        : Phrase(
          "The line is too stiff to follow the points at all. Degree 4 follows the curve and lets the noise go. Degree \(last) runs after every point, noise and all, and swings between them: nothing there tells it where to go.",
          zh: "直线太硬，跟不上样本点。4 次跟住了曲线，放过了噪声。\(last) 次追逐每一个点，连噪声也不放过，在点与点之间则剧烈摆动：那里没有任何东西约束它。"),
      ask: Phrase(
        "Which of three polynomials would you trust at a new point: degree 1, 4 or \(last)?",
        zh: "对一个新的点，你相信哪个多项式的预测：1 次、4 次还是 \(last) 次？"), protocol: conditions(Self.exactly),
      arrangement: .row([1, 1, 1]),
      panels: zip([1, 4, last], [MarkerShape.circle, .triangle, .diamond]).map { degree, marker in
        var judgement = study.judgement(degree)
        judgement.marker = marker
        return panel(
          study, study.fits[degree - 1], as: judgement,
          heading: Phrase("Degree \(degree): \(judgement.name)", zh: "\(degree) 次：\(judgement.name)"),
          namesTruth: degree == 1)
      })
  }

  /// A fit with its points and the curve behind them.
  private func panel(
    _ study: Study, _ fit: PolynomialFit, as identity: Identity, heading: Phrase, namesTruth: Bool = false
  ) -> Panel {
    func told(_ error: Double) -> Double { error <= own.rounding ? 0 : error }
    let (training, test) = (told(study.samples.trainingError(fit)), told(study.new.trainingError(fit)))
    let places = (0.0...1).evenlySpaced(count: 601)
    func curve(_ heights: [Double]) -> [Point] { zip(places, heights).map { Point(own.x($0), $1) } }
    func points(_ samples: CosineSamples) -> [Point] { zip(samples.xs, samples.ys).map { Point(own.x($0), $1) } }
    var dots = Dots(
      points(study.samples), name: own.isGiven ? Phrase("train", zh: "训练") : Phrase("training points", zh: "训练点"))
    dots.isBackground = study.areMany
    var line = Line.plain(curve(fit.values(at: places)), as: identity, name: heading)
    line.hasExits = true
    let domain = own.x(-0.04...1.04)
    return Panel(
      x: Axis(own.xName, domain: domain), y: Axis(own.yName, domain: study.view), frame: own.isGiven ? .open : .bare,
      heading: heading,
      subheading: Phrase(
        "train \(training, digits: 2), test \(test, digits: 2)", zh: "训练 \(training, digits: 2)，测试 \(test, digits: 2)"),
      as: identity
    ) {
      Shade(domain, as: identity)
      if own.isGiven {
        if !study.areMany { Dots(points(study.new), as: .test.named(Phrase("test", zh: "测试"))) }
      } else {
        Reference(curve(places.map(CosineSamples.truth)), label: namesTruth ? Identity.truth.name : nil)
      }
      dots
      line
    }.with(\.headingTells, true)
  }

  /// Error against degree, with the zones that the fits stand for.
  func errorFigure(_ study: Study) -> Figure {
    let (best, last, right) = (study.best, study.last, study.right)
    let count = study.samples.xs.count
    let floor: Phrase =
      own.isGiven
      ? ""
      : Phrase(
        " Their error can hardly fall below the noise’s own variance, \(noise * noise).",
        zh: "测试误差很难低于噪声本身的方差 \(noise * noise)。")
    let turns = best < last && study.judgement(last) == .tooFlexible && !study.isHopeless
    func points(_ errors: [Double]) -> [Point] { errors.enumerated().map { Point(Double($0.offset + 1), $0.element) } }
    let zones: [(ClosedRange<Double>, Identity)] = [
      (0.5...Double(right.lowerBound) - 0.5, Self.underfitting),
      (Double(right.lowerBound) - 0.5...Double(right.upperBound) + 0.5, .aboutRight),
      (Double(right.upperBound) + 0.5...Double(last) + 0.5, Self.overfitting),
    ]
    return Figure(
      headline: [
        .init("Training error falls, test error turns", zh: "训练误差一路下降，测试误差先降后升", if: turns),
        .init(
          "With \(count) points no degree up to \(last) overfits", zh: "有 \(count) 个点，直到 \(last) 次都不过拟合",
          if: right.upperBound == last && !study.isHopeless),
      ],
      setting: whose(study)
        ?? Phrase(
          "Polynomials fitted to \(count) noisy points, tested on \(Study.testCount) new ones",
          zh: "多项式拟合 \(count) 个带噪声的点，用 \(Study.testCount) 个新点测试"),
      talk: Phrase(
        "A higher degree can always come nearer to its own points, so the training error only falls. New points show when it begins to follow the noise.\(floor)",
        zh: "次数越高，总能离自己的样本点更近，所以训练误差只降不升。新点才能看出它何时开始追逐噪声。\(floor)"),
      ask: Phrase("Which of the two curves tells you what degree to choose?", zh: "该看哪条曲线来选择次数？"),
      protocol: conditions(Self.exactly)
    ) {
      Panel(
        x: .counting(Phrase("degree of the polynomial", zh: "多项式次数"), domain: 0.5...Double(last) + 0.2),
        y: Axis(
          Phrase("mean squared error (log scale)", zh: "均方误差（对数坐标）"), .log,
          domain: Self.decades(study.training + study.test, unit: own.isGiven ? study.deviation : 1))
      ) {
        for (range, zone) in zones where !study.isHopeless && range.lowerBound < range.upperBound {
          Shade(range, as: zone, name: zone.name)
        }
        Line(points(study.training), as: .training.named(Phrase("training error", zh: "训练误差")), hasDots: true)
        Line(points(study.test), as: .test.named(Phrase("test error", zh: "测试误差")), hasDots: true)
      }
    }
  }

  private static let underfitting = Identity.tooSimple.named(Phrase("underfits", zh: "欠拟合"))
  private static let overfitting = Identity.tooFlexible.named(Phrase("overfits", zh: "过拟合"))

  /// The whole powers of ten around all errors that a plot can tell apart, and room for the names of the zones.
  private static func decades(_ errors: [Double], unit: Double) -> ClosedRange<Double> {
    let powers = errors.map { log10(min(max($0, 1e-9 * unit * unit), 1e12 * unit * unit)) }
    let (low, high) = ((powers.min() ?? 0).rounded(.down), (powers.max() ?? 0).rounded(.up))
    return pow(10, low)...1.5 * pow(10, max(high, low + 1))
  }

  /// The highest degree with and without a cut-off in the solver.
  func solverFigure(_ study: Study) throws -> Figure {
    let (exact, cut) = (study.fits[degree - 1], try study.samples.fit(degree, cutoff: cutoff))
    return Figure(
      headline: [
        .init(
          "A solver’s cut-off hides the overfit", zh: "求解器的截断掩盖了过拟合",
          if: study.test[degree - 1] > 5 * study.new.trainingError(cut) && study.judgement(degree) == .tooFlexible),
        .init(
          "At degree \(degree) this cut-off drops nothing", zh: "\(degree) 次时这一截断什么也没舍去", if: cut.rank == degree + 1),
      ],
      setting: own.isGiven
        ? Phrase("\(own.source), degree \(degree) by two solvers", zh: "\(own.source)，两种求解方式的 \(degree) 次多项式")
        : Phrase(
          "Degree \(degree) fitted to the same \(points) points by two solvers",
          zh: "用两种求解方式把 \(degree) 次多项式拟合到同样的 \(points) 个点"),
      foot: cutoff == 1e-6
        ? Phrase(
          "cut-off: one millionth of the strongest direction, as in scikit-learn", zh: "截断：最大奇异值的百万分之一，同 scikit-learn")
        : Phrase("cut-off: \(cutoff) of the strongest direction", zh: "截断：最大奇异值的 \(cutoff) 倍"),
      talk: Phrase(
        "Powers of x are so alike that a solver may take some of their combinations for rounding errors. Leaving them out is a regularisation that nobody asked for: of \(degree + 1, "direction"), \(cut.rank) are left.",
        zh: "x 的各次幂彼此太像，求解器会把它们的某些组合当作舍入误差舍去。这是一种没有人要求过的正则化：\(degree + 1) 个方向只剩 \(cut.rank) 个。"),
      ask: Phrase(
        "Two programs fit the same polynomial to the same points. Can their curves differ?",
        zh: "两个程序用同一个多项式拟合同一组点，曲线会不同吗？"),
      protocol: conditions(
        Phrase(
          "exact: QR in the basis of Chebyshev polynomials; cut off: powers without a constant, centred, singular values below \(cutoff) of the largest dropped",
          zh: "精确：切比雪夫基下的 QR；截断：不含常数项的幂，中心化，舍去小于最大奇异值 \(cutoff) 倍的奇异值"))
    ) {
      panel(study, exact, as: .tooFlexible, heading: Phrase("Exact solution", zh: "精确解"), namesTruth: true)
      panel(study, cut, as: Self.cutOff, heading: Phrase("With a cut-off", zh: "截断解"))
    }
  }

  private static let cutOff = Identity(Phrase("with a cut-off", zh: "截断解"), .series(5), marker: .hexagon)
}
