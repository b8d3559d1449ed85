import LessonKit

/// What the notes say of their three polynomials, measured on their own points: seed 0, 30 points, noise 0.1.
struct OverfittingClaims {
  let context: Context
  let samples = CosineSamples(seed: 0)
  /// Share of the largest singular value below which scikit-learn 1.9 drops a direction.
  static let cutoff = 1e-6
  let exactly = Phrase(
    "exact least squares (QR, Chebyshev basis) on the notes’ 30 points",
    zh: "对讲义的 30 个点做精确最小二乘（QR，切比雪夫基）")

  var all: [Claim] {
    get throws {
      let fits = try [1, 4, 15].map { try samples.fit($0) }
      return try errors(fits) + [interpolation(fits[2]), ends(fits[2]), blue] + solver(fits[2])
    }
  }

  /// The errors of the three degrees on the points and on the curve.
  private func errors(_ fits: [PolynomialFit]) -> [Claim] {
    func cases(_ values: [Double], _ stated: [Double]) -> [Measurement] {
      zip([1, 4, 15], zip(values, stated)).map { degree, pair in
        Measurement(
          pair.0, .equal(to: pair.1, within: .relative(0.001)),
          when: Phrase("degree \(degree)", zh: "\(degree) 次"))
      }
    }
    let train = cases(fits.map(samples.trainingError), [0.22589, 0.011565, 0.0049856])
    let test = cases(fits.map(CosineSamples.testError), [0.19251, 0.0012065, 10.389])
    return [
      Claim(
        "overfitting.train", code: "A1", source: "S0",
        Phrase("The training error falls with the degree", zh: "训练误差随次数升高而下降"),
        cases: train, how: exactly, recorded: .holds),
      Claim(
        "overfitting.test", code: "A1", source: "S0",
        Phrase(
          "Degree 4 is close to the true curve, 1 and 15 are far from it",
          zh: "4 次接近真实曲线，1 次和 15 次相去甚远"),
        cases: test, how: exactly + Phrase("; 100 places on the curve", zh: "；曲线上 100 处"),
        recorded: .holds),
    ]
  }

  /// Whether degree 15 passes every point.
  private func interpolation(_ fit: PolynomialFit) throws -> Claim {
    let full = try samples.trainingError(samples.fit(29)).squareRoot()
    let off = zip(samples.xs, samples.ys).map { abs(fit($0) - $1) }
    let own = samples.trainingError(fit).squareRoot()
    return Claim(
      "overfitting.interpolates", code: "A2", source: "S0",
      Phrase(
        "Degree 15 passes every training point; its training error is almost zero",
        zh: "15 次曲线穿过每一个训练点，训练误差几乎为零"),
      cases: [
        Measurement(
          own, .equal(to: 0, within: .absolute(0.01)),
          when: Phrase("root mean square distance", zh: "均方根偏差")),
        Measurement(
          off.max() ?? .nan, .less(than: 0.01), when: Phrase("largest distance", zh: "最大偏差")),
      ], how: exactly,
      recorded: .fails(
        correct: Phrase(
          "16 coefficients cannot pass 30 points: the distance is \(Numeral.short(own, digits: 2)); the interpolant is degree 29, at \(Numeral.short(full, digits: 1))",
          zh:
            "16 个系数穿不过 30 个点，均方根偏差为 \(Numeral.short(own, digits: 2))；29 次才穿过每个点（\(Numeral.short(full, digits: 1))）"
        ),
        source: "counting coefficients; measured here"))
  }

  /// Which end of [0, 1] degree 15 misses by more, on the notes' seed and on many.
  private func ends(_ fit: PolynomialFit) throws -> Claim {
    let count = context.count(figure: 60, full: 500)
    let worsts = try Array(0..<count).map { seed in
      let fit = try CosineSamples(seed: seed).fit(15)
      let (left, right) = (
        CosineSamples.worst(fit, in: 0...0.5), CosineSamples.worst(fit, in: 0.5...1)
      )
      return (isRight: right.miss > left.miss, right: CosineSamples.worst(fit, in: 0.8...1).miss)
    }
    let share = Double(worsts.count { $0.isRight }) / Double(count)
    let here = Phrase("seed 0", zh: "种子 0")
    let many = Phrase("\(count) seeds", zh: "\(count) 个种子")
    return Claim(
      "overfitting.fails-right", code: "A3", source: "S0",
      Phrase(
        "At a new x between 0.8 and 1 the prediction of degree 15 is absurd",
        zh: "在 0.8 到 1.0 之间取一个新的 x，15 次多项式的预测会错得离谱"),
      cases: [
        Measurement(
          CosineSamples.worst(fit, in: 0.8...1).miss, .greater(than: 2),
          when: here + Phrase(": largest error in [0.8, 1]", zh: "：[0.8, 1] 内的最大误差")),
        Measurement(
          CosineSamples.worst(fit).x, .inside(0.8...1),
          when: here + Phrase(": the worst place", zh: "：误差最大处")),
        Measurement(
          worsts.map(\.right).median(), .greater(than: 2),
          when: many
            + Phrase(": median of the largest error in [0.8, 1]", zh: "：[0.8, 1] 内最大误差的中位数")),
        Measurement(
          share, .inside(0.4...0.6),
          when: many + Phrase(": share with the worst place on the right", zh: "：误差最大处在右侧的比例")),
      ],
      how: exactly
        + Phrase("; 2001 places; seeds 0 to \(count - 1)", zh: "；2001 处；种子 0 到 \(count - 1)"),
      recorded: .depends(
        on: Phrase(
          "the seed: both ends are extrapolation, and for seed 0 it is the left that fails",
          zh: "种子：两端都是外推，种子 0 时出错的是左端")))
  }

  /// Which colour the true curve has: no call to plot in the script names one, so Matplotlib's cycle does.
  private var blue: Claim {
    let second = Self.cycle[1]
    return Claim(
      "overfitting.blue", code: "A4", source: "S0",
      Phrase("The true function is the blue curve", zh: "蓝色曲线是真实函数"),
      cases: [
        Measurement(
          Self.hue(second), .inside(180...260),
          when: Phrase(
            "hue of \(Self.hexadecimal(second)) in degrees, blue from 180 to 260",
            zh: "\(Self.hexadecimal(second)) 的色相（度），蓝色为 180 到 260"))
      ],
      how: Phrase(
        "read from the script, not measured: its first call to plot draws the model, its second the true function, and neither names a colour; so the second colour of Matplotlib’s default cycle",
        zh: "由脚本读出，并非测得：第一次 plot 画模型，第二次画真实函数，均未指定颜色；因此取 Matplotlib 默认颜色循环的第二种"),
      recorded: .fails(
        correct: Phrase(
          "the model is drawn first and is blue; the true function is orange",
          zh: "先画的模型是蓝色，真实函数是橙色"), source: "Matplotlib’s default colour cycle"))
  }

  /// The first two colours of Matplotlib's default cycle, as its style sheet lists them: red, green, blue.
  private static let cycle = [[0x1f, 0x77, 0xb4], [0xff, 0x7f, 0x0e]]

  /// The hue of a colour in degrees: 0 is red, 120 green, 240 blue.
  private static func hue(_ color: [Int]) -> Double {
    let parts = color.map { Double($0) }
    let (high, low) = (parts.max() ?? 0, parts.min() ?? 0)
    let top = parts.firstIndex(of: high) ?? 0
    let lead = (parts[(top + 1) % 3] - parts[(top + 2) % 3]) / (high - low)
    let turn = 60 * (2 * Double(top) + lead)
    return turn < 0 ? turn + 360 : turn
  }

  private static func hexadecimal(_ color: [Int]) -> String {
    "#" + color.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
