import LessonKit

/// # Too simple, about right, too flexible
///
/// Thirty noisy points of a cosine, fitted by polynomials. The higher the degree, the nearer to the points; and to the
/// curve behind them?
struct Overfitting: Lesson {
  static let page = Page(
    "overfitting", in: .fitting, title: Phrase("Overfitting and underfitting", zh: "过拟合与欠拟合"),
    question: Phrase(
      "Does a polynomial that comes nearer to the points come nearer to the curve?",
      zh: "多项式离样本点更近，是否也离真实曲线更近？"),
    examples: [
      .init("", shows: Phrase("the notes' three degrees", zh: "讲义中的三种次数")),
      .init("--degree 12 --noise 0.3", shows: Phrase("more noise", zh: "更大的噪声")),
      .init(
        "--cutoff 0 --theme dark --lang zh",
        shows: Phrase("a solver that hides nothing", zh: "不做截断的求解器")),
    ])

  var degree = 15
  var points = 30
  var noise = 0.1
  var cutoff = 1e-6

  mutating func configure(_ options: inout Options) throws {
    try options.take(
      "degree", into: &degree, in: 5...20, help: Phrase("the flexible degree", zh: "高次多项式的次数"))
    try options.take(
      "points", into: &points, in: 25...1000, help: Phrase("how many samples", zh: "样本点数"))
    try options.take(
      "noise", into: &noise, in: 0...10,
      help: Phrase("standard deviation of the noise", zh: "噪声的标准差"))
    try options.take(
      "cutoff", into: &cutoff, in: 0...0.1,
      help: Phrase(
        "share of the largest singular value below which a solver drops a direction, 0 for never",
        zh: "求解器舍弃小于最大奇异值此比例的方向，0 表示不舍弃"))
  }

  func run(_ context: Context) throws -> Outcome {
    let samples = CosineSamples(seed: context.seed, count: points, noise: noise)
    let study = try FitStudy(samples: samples, degree: degree, cutoff: cutoff)
    let fits = study.shown.indices.map { fitPanel(study, $0) }
    let claims = try OverfittingClaims(context: context).all
    let figure = Figure(
      study.finding, subtitle: subtitle(context), notes: notes(study),
      arrangement: .adaptive(
        wide: .rows([.init(height: 1.9, widths: [1, 1, 1]), .init(height: 1, widths: [1])]),
        tall: .column([1])),
      panels: fits + [errorPanel(study)])
    return Outcome(
      figure: figure, claims: claims, series: study.tables,
      caption: Phrase(
        "\(study.finding.english). Mean square errors of exact least squares: \(errors(study).english).",
        zh: "\(study.finding.chinese)。精确最小二乘的均方误差：\(errors(study).chinese)。"),
      alt: Phrase(
        "Three plots of polynomial fits to \(points) points above curves of error against degree. \(errors(study).english).",
        zh: "三幅多项式拟合 \(points) 个样本点的图，下方为误差随次数变化的曲线。\(errors(study).chinese)。"))
  }

  /// The fit of one of the three degrees, with the points and the curve behind them.
  private func fitPanel(_ study: FitStudy, _ index: Int) -> Panel {
    let (degree, series) = (study.shown[index], Self.series[index])
    let isLast = degree == study.last
    let fit = study.exact[degree - 1]
    let places = (0.0...1).evenlySpaced(count: 601)
    func curve(_ value: (Double) -> Double) -> [Point] { places.map { Point($0, value($0)) } }
    var panel = Panel(
      x: Axis("$x$", domain: -0.03...1.03), y: Axis("$y$", domain: Self.view), frame: .open,
      heading: Phrase("Degree \(degree): ", zh: "\(degree) 次：") + study.verdict(degree)
    ) {
      if isLast { notedRange(fit) }
      Reference(
        curve(CosineSamples.truth), label: index == 0 ? Phrase("truth", zh: "真实曲线") : nil)
      Dots(
        zip(study.samples.xs, study.samples.ys).map { Point($0, $1) },
        name: Phrase("samples", zh: "样本点"))
      if index == 0,
        let first = study.samples.xs.indices.first(where: { study.samples.xs[$0] > 0.5 })
      {
        Callout(
          Phrase("samples", zh: "样本点"),
          at: Point(study.samples.xs[first], study.samples.ys[first] - 0.15))
      }
      if isLast, let cut = study.cut.last {
        thin(curve { cut($0) }, name: Self.cutName)
      }
      line(curve { fit($0) }, Phrase("Degree \(degree)", zh: "\(degree) 次"), series)
    }
    panel.headingSeries = series
    panel.isEssential = false
    panel.subheading = Phrase(
      "train \(Digits.text(study.train(degree)))   test \(Digits.text(study.test(degree)))",
      zh: "训练 \(Digits.text(study.train(degree)))   测试 \(Digits.text(study.test(degree)))")
    panel.x.padding = .tight
    panel.y.isRepeated = index > 0
    return panel
  }

  /// Where the notes expect the worst, and how far off the fit really is at both ends.
  @MarkBuilder private func notedRange(_ fit: PolynomialFit) -> [any Mark] {
    let misses = [0.0, 1].map { Digits.text(CosineSamples.miss(fit, at: $0)) }
    Shade(0.8...1)
    Callout(Phrase("notes: fails here", zh: "讲义：此处出错"), at: Point(0.86, 1.6))
    Callout(
      Phrase("off by \(misses[0])", zh: "偏差 \(misses[0])"), at: Point(0.035, -1.5), series: 3,
      bold: true)
    Callout(
      Phrase("off by \(misses[1])", zh: "偏差 \(misses[1])"), at: Point(1, -1.45), series: 3,
      bold: true)
  }

  /// Error against degree.
  private func errorPanel(_ study: FitStudy) -> Panel {
    func curve(_ error: (Int) -> Double) -> [Point] {
      (1...study.last).map { Point(Double($0), error($0)) }
    }
    var panel = Panel(
      x: Axis(Phrase("degree", zh: "次数"), domain: 0.6...Double(study.last) + 0.4),
      y: Axis(Phrase("mean square error", zh: "均方误差"), .log, limits: 1e-6...1e6), frame: .open
    ) {
      for (degree, series) in zip(study.shown, Self.series) {
        Shade(Double(degree) - 0.16...Double(degree) + 0.16, series: series)
      }
      if !study.cut.isEmpty {
        thin(
          curve { CosineSamples.testError(study.cut[$0 - 1]) }, name: Self.cutName,
          label: Self.cutName)
      }
      dotted(curve(study.train), Phrase("train", zh: "训练"), 4)
      dotted(curve(study.test), Phrase("test", zh: "测试"), 1)
    }
    panel.x.countsWholes = true
    return panel
  }

  private func line(_ points: [Point], _ name: Phrase, _ series: Int) -> Line {
    var line = Line(points, name: name, series: series)
    line.hasEndMarker = false
    return line
  }

  private func dotted(_ points: [Point], _ name: Phrase, _ series: Int) -> Line {
    var line = Line(points, name: name, label: name, series: series)
    line.hasDots = true
    return line
  }

  private func thin(_ points: [Point], name: Phrase, label: Phrase? = nil) -> Line {
    var line = Line(points, name: name, label: label, series: 0)
    line.hasEndMarker = false
    return line
  }

  private static let view = -2.0...2
  /// Numbers of the series of the three degrees.
  private static let series = [5, 2, 3]
  private static let cutName = Phrase("test, cut off", zh: "测试（截断）")

  private func subtitle(_ context: Context) -> Phrase {
    let deviation = Digits.text(noise)
    return Phrase(
      "\(points) points of $\\cos(1.5\\pi x)$ with noise \(deviation), seed \(context.seed); test: 100 places on the curve",
      zh:
        "$\\cos(1.5\\pi x)$ 上的 \(points) 个点，噪声 \(deviation)，种子 \(context.seed)；测试：曲线上 100 处"
    )
  }

  /// What the notes say of the flexible fit, and what a solver hides.
  private func notes(_ study: FitStudy) -> [Phrase] {
    let off = Digits.text(study.residual, digits: 2)
    let own = Phrase(
      "The notes: degree \(degree) passes every point; measured: off by \(off) (RMS).",
      zh: "讲义：\(degree) 次曲线穿过每个点；实测：均方根偏差 \(off)。")
    guard !study.cut.isEmpty else { return [own] }
    let share = Digits.text(cutoff)
    return [
      own,
      Phrase(
        "Cut off: at \(share), as in scikit-learn 1.9.",
        zh: "截断：在 \(share) 处截断奇异值，如 scikit-learn 1.9。"),
    ]
  }

  private func errors(_ study: FitStudy) -> Phrase {
    func list(_ sentence: (Int, String, String) -> String) -> [String] {
      study.shown.map {
        sentence($0, Digits.text(study.train($0)), Digits.text(study.test($0)))
      }
    }
    return Phrase(
      list { "degree \($0) train \($1), test \($2)" }.joined(separator: "; "),
      zh: list { "\($0) 次训练 \($1)、测试 \($2)" }.joined(separator: "；"))
  }
}
