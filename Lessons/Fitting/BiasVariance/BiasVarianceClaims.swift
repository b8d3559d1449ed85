import LessonKit

extension BiasVariance {
  /// Everything at the course's own 30 places: seed 0, noise 0.1.
  func findings(_ run: Run) throws -> [Finding] {
    let samples = CosineSamples(seed: 0)
    let parts = try (1...15).map { try ErrorParts(degree: $0, xs: samples.xs, noise: 0.1) }
    return [try sum(parts, samples), values(parts), try redrawn(), table([1, 4, 15].map { parts[$0 - 1] })]
  }

  private static let fixed = Phrase(
    "exact least squares on the course’s 30 places, noise of deviation 0.1 drawn anew, means over [0, 1]",
    zh: "在课程的 30 个位置上做精确最小二乘，重新抽取标准差 0.1 的噪声，取 [0, 1] 上的均值")

  private func name(_ degree: Int) -> Phrase { Phrase("degree \(degree)", zh: "\(degree) 次") }

  /// Errors of many fits, at new points with new noise, beside the sum of the parts.
  private func sum(_ parts: [ErrorParts], _ samples: CosineSamples) throws -> Finding {
    let (count, places) = (4000, (0.0025...0.9975).evenlySpaced(count: 200))
    let sets = samples.observedAgain(count, noise: 0.1, seed: 1)
    let truth = places.map(CosineSamples.truth)
    return Finding(
      "bias-variance.sum",
      try [1, 4, 6].map { degree in
        let errors = try sets.map { try $0.fit(degree).meanSquareError(xs: places, ys: truth) }
        return Measurement(
          errors.mean + 0.01, .equal(to: parts[degree - 1].total, within: .relative(0.03)), when: name(degree))
      }, how: "\(Self.fixed); mean of \(count) fits, plus the noise of a new point, beside the sum in closed form",
      zh: "\(Self.fixed)；\(count) 次拟合的均值加上新点的噪声，与闭式解的总和相比")
  }

  private func values(_ parts: [ErrorParts]) -> Finding {
    func item(_ degree: Int, _ value: Double, _ stated: Double, _ what: Identity) -> Measurement {
      Measurement(value, .equal(to: stated, within: .relative(0.01)), when: "\(name(degree)): \(what.name)")
    }
    return Finding(
      "bias-variance.values",
      [(1, 0.192, 7.2e-4), (4, 2.05e-4, 2.15e-3), (6, 5.7e-7, 3.7e-3), (15, 0, 0.622)].flatMap {
        degree, bias, variance in
        let part = parts[degree - 1]
        let own =
          bias > 0
          ? item(degree, part.bias, bias, Self.biasName)
          : Measurement(part.bias, .less(than: 1e-12), when: "\(name(degree)): \(Self.biasName.name)")
        return [own, item(degree, part.variance, variance, Self.varianceName)]
      }, how: Self.fixed)
  }

  /// The parts where places are drawn anew as well.
  private func redrawn() throws -> Finding {
    let count = 4000
    func all(_ degree: Int) throws -> (bias: Double, variance: Double, errors: [Double]) {
      try CosineSamples.whereRedrawn(count, degree: degree, noise: 0.1, from: 0)
    }
    let (line, four, fifteen) = (try all(1), try all(4), try all(15))
    func near(_ value: Double, _ stated: Double, _ degree: Int, _ what: Phrase) -> Measurement {
      Measurement(value, .equal(to: stated, within: .relative(0.1)), when: "\(name(degree)): \(what)")
    }
    let (bias, variance) = (Self.biasName.name, Self.varianceName.name)
    return Finding(
      "bias-variance.redrawn",
      [
        near(line.bias, 0.181, 1, bias), near(line.variance, 0.0171, 1, variance), near(four.bias, 2.05e-4, 4, bias),
        Measurement(four.variance, .greater(than: 1.2 * 2.15e-3), when: "\(name(4)): \(variance)"),
        Measurement(
          fifteen.errors.median(), .inside(4...8), when: "\(name(15)): \(Phrase("median error", zh: "误差的中位数"))"),
        Measurement(
          fifteen.errors.quantile(0.25), .inside(0.15...0.25),
          when: "\(name(15)): \(Phrase("lower quartile", zh: "下四分位数"))"),
      ],
      how:
        "exact least squares on 30 points, places and noise of deviation 0.1 drawn anew \(count) times, against the curve",
      zh: "对 30 个点做精确最小二乘，位置与标准差 0.1 的噪声重新抽取 \(count) 次，与真实曲线相比")
  }

  /// The errors that the course's table calls high, low and very low.
  private func table(_ three: [ErrorParts]) -> Finding {
    let (line, four, fifteen) = (three[0], three[1], three[2])
    func ratio(_ a: Double, _ b: Double, _ when: Phrase) -> Measurement {
      Measurement(a / b, .greater(than: 1.5), when: when)
    }
    return Finding(
      "bias-variance.table",
      [
        ratio(line.training, four.training, Phrase("training error, degree 1 over 4", zh: "训练误差，1 次比 4 次")),
        ratio(line.total, four.total, Phrase("test error, degree 1 over 4", zh: "测试误差，1 次比 4 次")),
        ratio(four.training, fifteen.training, Phrase("training error, degree 4 over 15", zh: "训练误差，4 次比 15 次")),
        ratio(fifteen.total, four.total, Phrase("test error, degree 15 over 4", zh: "测试误差，15 次比 4 次")),
      ], how: Self.fixed)
  }

  private static let biasName = Identity.tooSimple.named(Phrase("squared bias", zh: "偏差的平方"))
  private static let varianceName = Identity.tooFlexible.named(Phrase("variance", zh: "方差"))
}
