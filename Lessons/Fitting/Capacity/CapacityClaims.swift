import LessonKit

extension Capacity {
  /// The course's own 30 points, and others drawn like them.
  func findings(_ run: Run) throws -> [Finding] {
    let own = CosineSamples(seed: 0)
    let counts = [1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 29]
    let training = try counts.map {
      try LegendreFit($0, xs: own.xs, ys: own.ys, basis: .orthonormal).meanSquareError(xs: own.xs, ys: own.ys)
    }
    func error(_ count: Int, _ basis: LegendreFit.Basis = .decaying) -> Double { Study.error(count, own, basis) }
    let how = Phrase(
      "30 points of cos(1.5πx) with noise 0.1, NumPy’s seed 0; Legendre polynomials; error against the curve as an integral over [0, 1]",
      zh: "cos(1.5πx) 的 30 个点，噪声 0.1，NumPy 种子 0；勒让德多项式；对真实曲线的误差为 [0, 1] 上的积分")
    return [
      Finding(
        "capacity.training",
        [
          Measurement(
            zip(training.dropFirst(), training).map { $0 / $1 }.max() ?? .nan, .less(than: 1),
            when: "error over that of the size before, most", zh: "与前一个规模的误差之比，最大")
        ], how: how),
      Finding(
        "capacity.u",
        [
          Measurement(error(15) / error(5), .greater(than: 1), when: "15 parameters over 5", zh: "15 个参数与 5 个之比"),
          Measurement(error(29) / error(15), .greater(than: 1), when: "29 parameters over 15", zh: "29 个参数与 15 个之比"),
          Measurement(error(101) / error(30), .greater(than: 1), when: "101 parameters over 30", zh: "101 个参数与 30 个之比"),
        ], how: how), bestDegrees, peak(error(29), error(30), how), tail(how), never,
    ]
  }

  /// How often each degree comes nearest to the curve.
  private var bestDegrees: Finding {
    let best = Repeated(500, from: 0) { seed in
      let samples = CosineSamples(seed: seed)
      let errors = (2...10).map { Study.error($0, samples, .orthonormal) }
      return Double((errors.firstIndex(of: errors.min() ?? .nan) ?? 0) + 1)
    }
    return Finding(
      "capacity.best",
      [(4, 53), (5, 31), (6, 8), (3, 3)].map { degree, stated in
        Measurement(
          100 * Double(best.values.count { $0 == Double(degree) }) / Double(best.count),
          .equal(to: Double(stated), within: .absolute(1)), when: "degree \(degree), percent", zh: "\(degree) 次，%")
      }, how: "seeds 0 to 499, degrees 1 to 9", zh: "种子 0 到 499，1 到 9 次")
  }

  private func peak(_ before: Double, _ at: Double, _ how: Phrase) -> Finding {
    Finding(
      "capacity.peak",
      [
        Measurement(before, .equal(to: 7.9e19, within: .relative(0.02)), when: "29 parameters", zh: "29 个参数"),
        Measurement(at, .equal(to: 3.6e19, within: .relative(0.02)), when: "30 parameters", zh: "30 个参数"),
      ], how: how)
  }

  private func tail(_ how: Phrase) -> Finding {
    let own = CosineSamples(seed: 0)
    let stated: [(LegendreFit.Basis, Int, Double)] = [
      (.orthonormal, 101, 0.33), (.orthonormal, 301, 0.43), (.plain, 101, 0.034), (.plain, 301, 0.033),
      (.decaying, 101, 0.0201), (.decaying, 301, 0.0088),
    ]
    return Finding(
      "capacity.tail",
      stated.map { basis, count, error in
        Measurement(
          Study.error(count, own, basis), .equal(to: error, within: .relative(0.03)),
          when: "\(count) parameters, \(basis.rawValue)", zh: "\(count) 个参数，\(basis.rawValue)")
      }, how: how)
  }

  /// On how many seeds 301 parameters come nearer to the curve than degree 4.
  private var never: Finding {
    let ratios = Repeated(40, from: 0) { seed in
      let samples = CosineSamples(seed: seed)
      return Study.error(301, samples, .decaying) / Study.error(5, samples, .decaying)
    }
    return Finding(
      "capacity.never",
      [
        Measurement(
          Double(ratios.values.count { $0 < 1 }), .exactly(0), when: "seeds on which 301 parameters are nearer",
          zh: "301 个参数更接近的种子数")
      ], how: "seeds 0 to 39, decaying polynomials, the best of the three norms", zh: "种子 0 到 39，衰减的多项式，三种范数中最好的")
  }
}
