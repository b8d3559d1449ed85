import LessonKit

extension OverfittingClaims {
  /// What a solver's cut-off does to the demonstration.
  func solver(_ exact: PolynomialFit) throws -> [Claim] {
    let cut = try samples.fit(15, cutoff: Self.cutoff)
    let folds = [
      try samples.crossValidationError(folds: 10) {
        try PolynomialFit(degree: 15, xs: $0, ys: $1)
      },
      try samples.crossValidationError(folds: 10) {
        try PolynomialFit(degree: 15, xs: $0, ys: $1, cutoff: Self.cutoff)
      },
    ]
    let exactName = Phrase("exact", zh: "精确解")
    let cutName = Phrase("cut off at 1e-6", zh: "在 1e-6 处截断")
    let how =
      exactly
      + Phrase(
        "; cut off: powers without a constant, centred, singular values below 1e-6 of the largest dropped",
        zh: "；截断：不含常数项的幂，中心化，舍去小于最大奇异值 1e-6 倍的奇异值")
    func item(_ value: Double, _ stated: Double, _ what: Phrase) -> Measurement {
      Measurement(value, .equal(to: stated, within: .relative(0.01)), when: what)
    }
    let of = cutName + ": "
    return [
      Claim(
        "overfitting.shows", code: "E1", source: "S0",
        Phrase(
          "The script shows degree 15 swinging far off the curve",
          zh: "脚本画出 15 次曲线剧烈偏离真实曲线"),
        cases: [
          Measurement(CosineSamples.worst(exact).miss, .greater(than: 2), when: exactName),
          Measurement(CosineSamples.worst(cut).miss, .greater(than: 2), when: cutName),
        ], how: how,
        recorded: .depends(
          on: Phrase(
            "the solver: scikit-learn 1.9 cuts off at 1e-6 by default and shows no overfit",
            zh: "求解器：scikit-learn 1.9 默认在 1e-6 处截断，看不到过拟合"))),
      Claim(
        "overfitting.cutoff", code: "E1", source: Claim.unstated,
        Phrase(
          "Cut off at 1e-6, degree 15 has a training error of 0.0102 and misses the curve by at most 0.55",
          zh: "在 1e-6 处截断后，15 次的训练误差为 0.0102，离真实曲线最多 0.55"),
        cases: [
          item(samples.trainingError(cut), 0.010219, of + Phrase("training error", zh: "训练误差")),
          item(CosineSamples.testError(cut), 0.0058890, of + Phrase("test error", zh: "测试误差")),
          item(CosineSamples.worst(cut).miss, 0.547, of + Phrase("largest error", zh: "最大误差")),
          item(folds[1], 0.22, of + Phrase("10-fold error", zh: "10 折误差")),
          item(
            CosineSamples.worst(exact).miss, 30.4,
            exactName + ": " + Phrase("largest error", zh: "最大误差")),
          item(folds[0], 1.81e8, exactName + ": " + Phrase("10-fold error", zh: "10 折误差")),
        ], how: how, recorded: .holds),
      Claim(
        "overfitting.luck", code: "E14", source: Claim.unstated,
        Phrase(
          "Within the data, from 0.8 on, degree 15 is never farther than 0.112 from the curve",
          zh: "在数据范围内（0.8 以右），15 次曲线离真实曲线不超过 0.112"),
        states: 0.112,
        measured: CosineSamples.worst(exact, in: 0.8...(samples.xs.last ?? 1)).miss,
        within: .relative(0.01), how: exactly),
    ]
  }
}
