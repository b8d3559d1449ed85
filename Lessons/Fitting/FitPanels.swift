import LessonKit

/// The panels of the lesson on overfitting: three fits, and error against degree.
struct FitPanels {
  let study: FitStudy
  /// Whether the points and the degree are the notes' own, so that what they say may be shown.
  let isNotes: Bool

  var all: [Panel] { study.shown.indices.map { fitPanel($0) } + [errorPanel] }

  /// The fit of one of the three degrees, with the points and the curve behind them.
  private func fitPanel(_ index: Int) -> Panel {
    let (degree, series) = (study.shown[index], Self.series[index])
    let fit = study.exact[degree - 1]
    let samples = zip(study.samples.xs, study.samples.ys).map { Point($0, $1) }
    let cut = degree == study.last ? study.seenCut : nil
    var dots = Dots(samples, name: Phrase("samples", zh: "样本点"))
    dots.isBackground = samples.count > 100
    var panel = Panel(
      x: Axis("$x$", domain: -0.03...1.03), y: Axis("$y$", domain: study.view), frame: .open,
      heading: Phrase("Degree \(degree): ", zh: "\(degree) 次多项式：") + study.verdict(degree)
    ) {
      if isNotes, degree == study.last { Shade(FitStudy.noted) }
      Reference(
        Self.curve(CosineSamples.truth), label: index == 0 ? Phrase("truth", zh: "真实曲线") : nil)
      dots
      if index == 0, let first = samples.first(where: { $0.x > 0.5 }) {
        Callout(
          Phrase("samples", zh: "样本点"),
          at: Point(first.x, first.y - 0.07 * study.view.upperBound))
      }
      if let cut {
        line(cut, Self.cutName, 0)
        Callout(
          Phrase("cut: off by ", zh: "截断：偏差 ") + off(cut, at: 1),
          at: end(of: cut, at: 1, apart: 0.08),
          series: 0, bold: true)
      }
      line(fit, Phrase("Degree \(degree)", zh: "\(degree) 次"), series)
      if degree == study.last, study.judgement(degree) == .flexible { misses(fit) }
    }
    panel.headingSeries = series
    panel.isEssential = false
    panel.y.isRepeated = index > 0
    panel.subheading = Phrase(
      "train \(Self.short(study.train(degree)))   test \(Self.short(study.test(degree)))",
      zh: "训练 \(Self.short(study.train(degree)))   测试 \(Self.short(study.test(degree)))")
    panel.x.padding = .tight
    if degree == study.last { panel.notes = notes }
    return panel
  }

  /// What the notes say of the flexible fit.
  private var notes: [Phrase] {
    let off = Digits.text(study.residual, digits: 2)
    guard isNotes else {
      return [
        Phrase(
          "Degree \(study.last) is off its points by \(off) (RMS).",
          zh: "\(study.last) 次曲线与样本点的均方根偏差为 \(off)。")
      ]
    }
    return [
      Phrase(
        "Lecture notes: degree 15 passes every point; measured: off by \(off) (RMS).",
        zh: "讲义：15 次曲线穿过每个点；实测：均方根偏差 \(off)。"),
      Phrase("Grey: where they expect failure.", zh: "灰色：讲义认为会出错的区间。"),
    ]
  }

  /// How far off a fit really is at both ends.
  @MarkBuilder private func misses(_ fit: PolynomialFit) -> [any Mark] {
    Callout(
      Phrase("at 0: off by ", zh: "在 0 处偏差 ") + off(fit, at: 0), at: end(of: fit, at: 0),
      series: 3, bold: true)
    Callout(
      Phrase("at 1: off by ", zh: "在 1 处偏差 ") + off(fit, at: 1),
      at: end(of: fit, at: 1, apart: 0.08),
      series: 3,
      bold: true)
  }

  /// The distance of a fit from the curve at a place, in words.
  private func off(_ fit: PolynomialFit, at x: Double) -> Phrase {
    Phrase(same: Digits.text(CosineSamples.miss(fit, at: x), digits: 2))
  }

  /// The end of a fit at 0 or 1 as far as it is in view: beyond, where it comes into view.
  ///
  /// It is moved away from the curve by a share of the view, for a text that is to stand there.
  private func end(of fit: PolynomialFit, at x: Double, apart: Double = 0) -> Point {
    let view = study.view
    let inward = x < 0.5 ? Self.places : Self.places.reversed()
    func isBeyond(_ place: Double) -> Bool { !view.contains(fit(place)) }
    /// Whether the fit comes into view, or through it, between a place and the next one inward.
    func enters(_ outer: Double, _ inner: Double) -> Bool {
      !isBeyond(inner) || (fit(outer) > 0) != (fit(inner) > 0)
    }
    let pairs = zip(inward, inward.dropFirst())
    let entry = isBeyond(x) ? pairs.first { enters($0, $1) } : nil
    let (height, place) = (fit(entry?.0 ?? x), entry?.1 ?? x)
    let isAbove = height > CosineSamples.truth(place)
    let moved = height + (isAbove ? apart : -apart) * view.upperBound
    let inset = 0.145 * view.upperBound
    return Point(place, min(max(moved, view.lowerBound + inset), view.upperBound - inset))
  }

  /// Error against degree.
  private var errorPanel: Panel {
    func points(_ error: (Int) -> Double) -> [Point] {
      (1...study.last).map { Point(Double($0), error($0)) }
    }
    let (train, test) = (points(study.train), points(study.test))
    let cut = study.isCut ? points { CosineSamples.testError(study.cut[$0 - 1]) } : []
    var panel = Panel(
      x: Axis(Phrase("degree", zh: "次数"), domain: 0.6...Double(study.last) + 0.4),
      y: Axis(
        Phrase("mean square error", zh: "均方误差"), .log, domain: Self.decades(train + test + cut)),
      frame: .open
    ) {
      for (degree, series) in zip(study.shown, Self.series) {
        Shade(Double(degree) - 0.16...Double(degree) + 0.16, series: series)
      }
      if study.isCut { thin(cut) }
      dotted(train, Phrase("train", zh: "训练"), 4)
      dotted(test, Phrase("test", zh: "测试"), 1)
    }
    panel.x.marked = ticks.map { Double($0) }
    return panel
  }

  /// The degrees with a tick: those that are drawn, and every fifth that is not beside one of them.
  private var ticks: [Int] {
    let others = stride(from: 5, to: study.last, by: 5).filter { other in
      study.shown.allSatisfy { abs($0 - other) > 2 }
    }
    return (study.shown + others).sorted()
  }

  /// The whole powers of ten around all errors, so that there are labels from the bottom to the top.
  private static func decades(_ points: [Point]) -> ClosedRange<Double> {
    let heights = points.map(\.y).filter { $0 > 0 && $0.isFinite }
    guard let low = heights.min(), let high = heights.max() else { return 0.1...1 }
    let (first, last) = (log10(low).rounded(.down), log10(high).rounded(.up))
    return pow(10, first)...pow(10, max(last, first + 1))
  }

  /// An error in few letters: what is small beside all others needs no more.
  private static func short(_ error: Double) -> String {
    guard error >= 1e-4 else { return "< 10⁻⁴" }
    // Below a thousandth as many decimals as a little above it.
    return Digits.text(error, digits: error < 1e-3 ? 1 : 2)
  }

  private func line(_ fit: PolynomialFit, _ name: Phrase, _ series: Int) -> Line {
    var line = Line(Self.curve { fit($0) }, name: name, series: series)
    line.hasEndMarker = false
    line.hasExits = true
    return line
  }

  private func dotted(_ points: [Point], _ name: Phrase, _ series: Int) -> Line {
    var line = Line(points, name: name, label: name, series: series)
    line.hasDots = true
    return line
  }

  private func thin(_ points: [Point]) -> Line {
    var line = Line(points, name: Self.cutName, label: Self.cutName, series: 0)
    line.hasEndMarker = false
    return line
  }

  private static func curve(_ value: (Double) -> Double) -> [Point] {
    places.map { Point($0, value($0)) }
  }

  /// The places at which curves are drawn.
  private static let places = (0.0...1).evenlySpaced(count: 601)
  /// Numbers of the series of the three degrees.
  private static let series = [5, 2, 3]
  private static let cutName = Phrase("test, cut", zh: "测试（截断）")
}
