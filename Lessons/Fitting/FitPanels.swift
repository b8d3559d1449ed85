import LessonKit

/// The panels of the lesson on overfitting: three fits, and error against degree.
struct FitPanels {
  let study: FitStudy

  var all: [Panel] { study.shown.indices.map { fitPanel($0) } + [errorPanel] }

  /// The fit of one of the three degrees, with the points and the curve behind them.
  private func fitPanel(_ index: Int) -> Panel {
    let (degree, series) = (study.shown[index], Self.series[index])
    let isLast = degree == study.last
    let fit = study.exact[degree - 1]
    let places = (0.0...1).evenlySpaced(count: 601)
    func curve(_ value: (Double) -> Double) -> [Point] { places.map { Point($0, value($0)) } }
    var panel = Panel(
      x: Axis("$x$", domain: -0.03...1.03), y: Axis("$y$", domain: Self.view), frame: .open,
      heading: Phrase("Degree \(degree): ", zh: "\(degree) 次多项式：") + study.verdict(degree)
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
    panel.y.isRepeated = index > 0
    panel.subheading = Phrase(
      "train \(Digits.text(study.train(degree)))   test \(Digits.text(study.test(degree)))",
      zh: "训练 \(Digits.text(study.train(degree)))   测试 \(Digits.text(study.test(degree)))")
    panel.x.padding = .tight
    return panel
  }

  /// Where the notes expect the worst, and how far off the fit really is at both ends.
  @MarkBuilder private func notedRange(_ fit: PolynomialFit) -> [any Mark] {
    let misses = [0.0, 1].map { Digits.text(CosineSamples.miss(fit, at: $0)) }
    if study.last == 15 {
      Shade(0.8...1)
      Callout(Phrase("notes: fails here", zh: "讲义：此处出错"), at: Point(0.86, 1.6))
    }
    Callout(
      Phrase("at 0: off by \(misses[0])", zh: "0 处偏差 \(misses[0])"), at: Point(0.035, -1.5),
      series: 3,
      bold: true)
    Callout(
      Phrase("at 1: off by \(misses[1])", zh: "1 处偏差 \(misses[1])"), at: Point(1, -1.45), series: 3,
      bold: true)
  }

  /// Error against degree.
  private var errorPanel: Panel {
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
}
