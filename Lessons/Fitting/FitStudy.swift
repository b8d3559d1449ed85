import LessonKit

/// Fits of every degree to the same points, and what they say.
struct FitStudy {
  let samples: CosineSamples
  /// The exact fits of degree 1, 2, …
  let exact: [PolynomialFit]
  /// The fits of the same degrees by a solver that drops weak directions; empty for none.
  let cut: [PolynomialFit]
  /// The three degrees that are drawn.
  let shown: [Int]

  /// Where the notes expect the highest degree to fail.
  static let noted = 0.8...1.0

  init(samples: CosineSamples, degree: Int, cutoff: Double) throws {
    self.samples = samples
    shown = [1, 4, degree]
    exact = try (1...degree).map { try samples.fit($0) }
    cut = try cutoff > 0 ? (1...degree).map { try samples.fit($0, cutoff: cutoff) } : []
  }

  func train(_ degree: Int) -> Double { samples.trainingError(exact[degree - 1]) }
  func test(_ degree: Int) -> Double { CosineSamples.testError(exact[degree - 1]) }

  /// The highest degree.
  var last: Int { exact.count }
  /// How far the fit of the highest degree is from its own points, root mean square.
  var residual: Double { train(last).squareRoot() }

  /// Of all degrees, the one that is nearest to the curve.
  private var nearest: Int { (1...last).min { test($0) < test($1) } ?? 1 }

  /// Whether a constant comes nearer to the curve than every degree: there is nothing but noise to fit.
  private var isLost: Bool {
    let values = CosineSamples.grid.map(CosineSamples.truth)
    let level = values.mean
    return test(nearest) >= values.map { ($0 - level) * ($0 - level) }.mean
  }

  /// What a degree is, by its test error beside the least of all degrees.
  enum Judgement {
    case simple, right, flexible
  }

  /// Right is what comes as near to the curve as the nearest of all, to within a factor of two.
  func judgement(_ degree: Int) -> Judgement {
    guard !isLost else { return .flexible }
    return test(degree) <= 2 * test(nearest) ? .right : degree < nearest ? .simple : .flexible
  }

  /// The judgement of a degree in words.
  func verdict(_ degree: Int) -> Phrase {
    switch judgement(degree) {
    case .simple: Phrase("too simple", zh: "太简单")
    case .right: Phrase("about right", zh: "正合适")
    case .flexible: Phrase("too flexible", zh: "过于复杂")
    }
  }

  /// Whether the solver left a direction out at any degree; otherwise its fits are the exact ones.
  var isCut: Bool { cut.contains(where: Self.isShort) }
  /// The fit of the highest degree with directions left out, if it can be told from the exact one in a plot.
  var seenCut: PolynomialFit? {
    guard let cut = cut.last, Self.isShort(cut) else { return nil }
    let apart = CosineSamples.grid.map { abs(cut($0) - exact[last - 1]($0)) }.max() ?? 0
    return apart > 0.01 * view.upperBound ? cut : nil
  }
  private static func isShort(_ fit: PolynomialFit) -> Bool { fit.rank <= fit.degree }

  /// The heights that the fits are drawn in: the notes' own, or as many as hold all samples.
  var view: ClosedRange<Double> {
    let highest = samples.ys.map(abs).max() ?? 0
    let reach = highest <= 2 ? 2 : 1.08 * highest
    return -reach...reach
  }

  /// The sentence for the title.
  var finding: Phrase {
    let farthest = (1...last).max { test($0) < test($1) } ?? 1
    // Only degrees that are drawn have a name here.
    let drawn = shown.min { test($0) < test($1) } ?? 1
    if isLost {
      return Phrase("So much noise makes every degree too flexible", zh: "噪声太大：每种次数都过于复杂")
    }
    if nearest == last {
      return Phrase(
        "Degree \(last) comes nearest to the points and to the curve",
        zh: "\(last) 次多项式离样本点和真实曲线都最近")
    }
    return farthest == last
      ? Phrase(
        "Degree \(last) fits the points best and the curve worst",
        zh: "\(last) 次多项式离样本点最近，离真实曲线最远")
      : Phrase(
        "Of degrees 1, 4 and \(last), \(drawn) comes nearest to the curve",
        zh: "1、4、\(last) 次中，\(drawn) 次多项式离真实曲线最近")
  }

  /// Errors by degree, and the fits and the curve on the grid.
  var tables: [Series] {
    let errors = (1...last).map { degree in
      [Double(degree), train(degree), test(degree)]
        + (cut.isEmpty
          ? []
          : [
            samples.trainingError(cut[degree - 1]), CosineSamples.testError(cut[degree - 1]),
          ])
    }
    let curves = CosineSamples.grid.map { x in
      [x, CosineSamples.truth(x)] + shown.map { exact[$0 - 1](x) } + cut.suffix(1).map { $0(x) }
    }
    let cutColumn = cut.isEmpty ? [] : ["degree_\(last)_cut"]
    return [
      Series(
        "errors",
        columns: ["degree", "train", "test"] + (cut.isEmpty ? [] : ["train_cut", "test_cut"]),
        rows: errors),
      Series("samples", columns: ["x", "y"], rows: zip(samples.xs, samples.ys).map { [$0, $1] }),
      Series(
        "fits", columns: ["x", "truth"] + shown.map { "degree_\($0)" } + cutColumn, rows: curves),
    ]
  }
}
