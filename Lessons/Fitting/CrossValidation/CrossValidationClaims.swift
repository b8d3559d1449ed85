import LessonKit

extension CrossValidation {
  /// Everything at the course's own 30 points: seed 0, noise 0.1.
  func findings(_ run: Run) throws -> [Finding] {
    let samples = CosineSamples(seed: 0)
    let held = HeldOutErrors(xs: samples.xs, ys: samples.ys, degrees: Array(1...15))
    let few = HeldOutErrors(xs: samples.xs, ys: samples.ys, degrees: Array(1...10))
    let study = try ShuffledFolds(few, points: 30, folds: 10, shuffles: Self.count, from: 0)
    return [try stable(few), choice(study), try parts(few), try sorted(held), simplest(study), try occam()]
  }

  private static let count = 500
  private static let exactly = Phrase(
    "exact least squares on the course’s 30 points, degrees 1 to 10, \(count) shuffles into 10 folds",
    zh: "对课程的 30 个点做精确最小二乘，1 到 10 次，打乱 \(count) 次，分 10 折")

  /// The spread over shuffles of a mean over ten folds, against that of the first fold alone.
  private func stable(_ held: HeldOutErrors) throws -> Finding {
    let runs = try (0..<Self.count).map { try held.byFold(HeldOutErrors.shuffled(30, folds: 10, seed: $0))[3] }
    func width(_ values: [Double]) -> Double { values.quantile(0.9) - values.quantile(0.1) }
    return Finding(
      "cross-validation.stable",
      [
        Measurement(
          width(runs.map(\.mean)) / width(runs.map { $0[0] }), .less(than: 0.5),
          when: "degree 4: middle 80 % of the mean over that of one fold", zh: "4 次：均值的中间 80% 范围比单折的")
      ], how: Self.exactly)
  }

  private func choice(_ study: ShuffledFolds) -> Finding {
    func item(_ degree: Int, _ share: Double) -> Measurement {
      Measurement(
        study.share(degree), .equal(to: share, within: .absolute(0.06)), when: "degree \(degree)", zh: "\(degree) 次")
    }
    return Finding(
      "cross-validation.choice",
      [
        item(3, 0.59), item(5, 0.26), item(4, 0.15),
        Measurement(
          study.errors(3).median(), .equal(to: 0.0164, within: .relative(0.02)), when: "degree 3: median error",
          zh: "3 次：误差的中位数"),
      ], how: Self.exactly)
  }

  /// Contiguous folds and single points.
  private func parts(_ held: HeldOutErrors) throws -> Finding {
    let (tens, ones) = (HeldOutErrors.contiguous(30, folds: 10), HeldOutErrors.contiguous(30, folds: 30))
    let (ordered, single) = (try held.byFold(tens), try held.byFold(ones))
    func near(_ value: Double, _ stated: Double, _ when: Phrase) -> Measurement {
      Measurement(value, .equal(to: stated, within: .relative(0.001)), when: when)
    }
    return Finding(
      "cross-validation.parts",
      [
        near(ordered[2].mean, 0.01875, Phrase("contiguous, degree 3", zh: "按顺序，3 次")),
        near(Double(held.best(ordered)), 3, Phrase("contiguous: the best degree", zh: "按顺序：最好的次数")),
        near(Double(held.best(single)), 3, Phrase("leave-one-out: the best degree", zh: "留一法：最好的次数")),
      ]
        + zip([3, 4, 5], [0.01624, 0.01691, 0.01634]).map { degree, stated in
          near(single[degree - 1].mean, stated, Phrase("leave-one-out, degree \(degree)", zh: "留一法，\(degree) 次"))
        }, how: "exact least squares on the course’s 30 points", zh: "对课程的 30 个点做精确最小二乘")
  }

  private func sorted(_ held: HeldOutErrors) throws -> Finding {
    let ordered = try held.means(HeldOutErrors.contiguous(30, folds: 10))[14]
    let study = try ShuffledFolds(held, points: 30, folds: 10, shuffles: Self.count, from: 0)
    return Finding(
      "cross-validation.sorted",
      [
        Measurement(ordered, .equal(to: 1.8e8, within: .relative(0.02)), when: "contiguous", zh: "按顺序"),
        Measurement(study.errors(15).median(), .inside(200...450), when: "shuffled: the median", zh: "打乱：中位数"),
        Measurement(ordered / study.errors(15).median(), .greater(than: 1e5), when: "one over the other", zh: "两者之比"),
      ], how: "\(Self.exactly); degree 15", zh: "\(Self.exactly)；15 次")
  }

  private func simplest(_ study: ShuffledFolds) -> Finding {
    Finding(
      "cross-validation.simplest",
      [
        Measurement(
          study.simplest.map { Double($0) }.median(), .exactly(3), when: "median over shuffles", zh: "打乱方式的中位数"),
        Measurement(
          Double(study.simplest.count { $0 == 3 }) / Double(Self.count), .greater(than: 0.9), when: "share of shuffles",
          zh: "打乱方式的比例"),
      ], how: Self.exactly)
  }

  /// What the simplest choice costs and what it saves, over many sets of points.
  private func occam() throws -> Finding {
    let (sets, noise) = (400, 0.3)
    let study = try SimplestAmongEquals(sets: sets, noise: noise, from: 0)
    func ratio(_ share: Double, _ when: Phrase) -> Measurement {
      Measurement(study.simplest.quantile(share) / study.best.quantile(share), .less(than: 1), when: when)
    }
    return Finding(
      "cross-validation.occam",
      [
        ratio(0.5, Phrase("median error, simplest over best", zh: "误差的中位数，最简单者比最好者")),
        ratio(0.95, Phrase("the error that one set in twenty exceeds", zh: "二十组中有一组超过的误差")),
      ], how: "\(sets) sets of 30 points, noise \(noise), ten shuffled folds, degrees 1 to 10, error against the curve",
      zh: "\(sets) 组，每组 30 个点，噪声 \(noise)，打乱后分 10 折，1 到 10 次，与真实曲线的误差")
  }
}
