import LessonKit

extension Overfitting {
  /// Everything at the course's own 30 points: seed 0, noise 0.1, degrees 1, 4 and 15.
  func findings(_ run: Run) throws -> [Finding] {
    let samples = CosineSamples(seed: 0)
    let fits = try [1, 4, 15].map { try samples.fit($0) }
    return try errors(fits, samples) + [interpolation(fits[2], samples), ends(fits[2]), Self.blue]
      + solver(fits[2], samples)
  }

  private static let exactFit = Phrase(
    "exact least squares (QR, Chebyshev basis) on 30 points, noise 0.1, seed 0",
    zh: "对 30 个点（噪声 0.1，种子 0）做精确最小二乘（QR，切比雪夫基）")

  /// The errors of the three degrees on the points and on the curve.
  private func errors(_ fits: [PolynomialFit], _ samples: CosineSamples) -> [Finding] {
    func cases(_ values: [Double], _ stated: [Double]) -> [Measurement] {
      zip([1, 4, 15], zip(values, stated)).map { degree, pair in
        Measurement(pair.0, .equal(to: pair.1, within: .relative(0.001)), when: "degree \(degree)", zh: "\(degree) 次")
      }
    }
    return [
      Finding(
        "overfitting.train", cases(fits.map(samples.trainingError), [0.22589, 0.011565, 0.0049856]), how: Self.exactFit),
      Finding(
        "overfitting.test", cases(fits.map(CosineSamples.testError), [0.19251, 0.0012065, 10.389]),
        how: "\(Self.exactFit); 100 places on the curve", zh: "\(Self.exactFit)；曲线上 100 处"),
    ]
  }

  /// Whether degree 15 passes every point.
  private func interpolation(_ fit: PolynomialFit, _ samples: CosineSamples) -> Finding {
    let off = zip(fit.values(at: samples.xs), samples.ys).map { abs($0 - $1) }
    return Finding(
      "overfitting.interpolates",
      [
        Measurement(
          samples.trainingError(fit).squareRoot(), .equal(to: 0, within: .absolute(0.01)),
          when: "root mean square distance", zh: "均方根偏差"),
        Measurement(off.max() ?? .nan, .less(than: 0.01), when: "largest distance", zh: "最大偏差"),
      ], how: Self.exactFit)
  }

  /// Which end of [0, 1] degree 15 misses by more, at seed 0 and at many.
  private func ends(_ fit: PolynomialFit) throws -> Finding {
    let count = 500
    let worsts = try (0..<count).map { seed in
      let fit = try CosineSamples(seed: seed).fit(15)
      let (left, right) = (CosineSamples.worst(fit, in: 0...0.5), CosineSamples.worst(fit, in: 0.5...1))
      return (isRight: right.miss > left.miss, right: CosineSamples.worst(fit, in: 0.8...1).miss)
    }
    let (here, many) = (Phrase("seed 0", zh: "种子 0"), Phrase("\(count) seeds", zh: "\(count) 个种子"))
    return Finding(
      "overfitting.fails-right",
      [
        Measurement(
          CosineSamples.worst(fit, in: 0.8...1).miss, .greater(than: 2), when: "\(here): largest error in [0.8, 1]",
          zh: "\(here)：[0.8, 1] 内的最大误差"),
        Measurement(
          CosineSamples.worst(fit).x, .inside(0.8...1), when: "\(here): the worst place", zh: "\(here)：误差最大处"),
        Measurement(
          worsts.map(\.right).median(), .greater(than: 2), when: "\(many): median of the largest error in [0.8, 1]",
          zh: "\(many)：[0.8, 1] 内最大误差的中位数"),
        Measurement(
          Double(worsts.count { $0.isRight }) / Double(count), .inside(0.4...0.6),
          when: "\(many): share with the worst place on the right", zh: "\(many)：误差最大处在右侧的比例"),
      ], how: "\(Self.exactFit); 2001 places; seeds 0 to \(count - 1)",
      zh: "\(Self.exactFit)；2001 处；种子 0 到 \(count - 1)")
  }

  /// Which colour the true curve has: no call to plot in the script names one, so Matplotlib's cycle does.
  ///
  /// The second colour of the cycle is #FF7F0E; red leads, then green, so its hue lies in the first sixth of the circle.
  private static var blue: Finding {
    Finding(
      "overfitting.blue",
      [
        Measurement(
          60.0 * (0x7f - 0x0e) / (0xff - 0x0e), .inside(180...260),
          when: "hue of #ff7f0e in degrees, blue from 180 to 260", zh: "#ff7f0e 的色相（度），蓝色为 180 到 260")
      ],
      how:
        "read from the script, not measured: its first call to plot draws the model, its second the true function, and neither names a colour; so the second colour of Matplotlib’s default cycle",
      zh: "由脚本读出，并非测得：第一次 plot 画模型，第二次画真实函数，均未指定颜色；因此取 Matplotlib 默认颜色循环的第二种")
  }

  /// What a solver's cut-off does to the demonstration.
  private func solver(_ exact: PolynomialFit, _ samples: CosineSamples) throws -> [Finding] {
    let (cut, worst) = (try samples.fit(15, cutoff: 1e-6), CosineSamples.worst(exact).miss)
    let fold = try samples.crossValidationError(folds: 10) { try PolynomialFit(degree: 15, xs: $0, ys: $1) }
    let cutFold = try samples.crossValidationError(folds: 10) {
      try PolynomialFit(degree: 15, xs: $0, ys: $1, cutoff: 1e-6)
    }
    let (exactly, cutOff) = (Phrase("exact", zh: "精确解"), Phrase("cut off at 1e-6", zh: "在 1e-6 处截断"))
    let (largest, tenFold) = (Phrase("largest error", zh: "最大误差"), Phrase("10-fold error", zh: "10 折误差"))
    let how = Phrase(
      "\(Self.exactFit); cut off: powers without a constant, centred, singular values below 1e-6 of the largest dropped",
      zh: "\(Self.exactFit)；截断：不含常数项的幂，中心化，舍去小于最大奇异值 1e-6 倍的奇异值")
    func item(_ value: Double, _ stated: Double, _ what: Phrase) -> Measurement {
      Measurement(value, .equal(to: stated, within: .relative(0.01)), when: what)
    }
    return [
      Finding(
        "overfitting.shows",
        [
          Measurement(worst, .greater(than: 2), when: exactly),
          Measurement(CosineSamples.worst(cut).miss, .greater(than: 2), when: cutOff),
        ], how: how),
      Finding(
        "overfitting.cutoff",
        [
          item(samples.trainingError(cut), 0.010219, "\(cutOff): \(Phrase("training error", zh: "训练误差"))"),
          item(CosineSamples.testError(cut), 0.0058890, "\(cutOff): \(Phrase("test error", zh: "测试误差"))"),
          item(CosineSamples.worst(cut).miss, 0.547, "\(cutOff): \(largest)"),
          item(cutFold, 0.22, "\(cutOff): \(tenFold)"), item(worst, 30.4, "\(exactly): \(largest)"),
          item(fold, 1.81e8, "\(exactly): \(tenFold)"),
        ], how: how),
      Finding(
        "overfitting.luck", states: 0.112, measured: CosineSamples.worst(exact, in: 0.8...(samples.xs.last ?? 1)).miss,
        within: .relative(0.01), how: Self.exactFit),
    ]
  }
}
