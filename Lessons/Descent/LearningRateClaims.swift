import LessonKit

/// What the notes say of learning rates, measured.
struct LearningRateClaims {
  let context: Context

  init(context: Context) { self.context = context }

  var all: [Claim] { [down, factors, curvature, line] }

  private func descent(_ rate: Double, steps: Int = 200) -> ParabolaDescent {
    ParabolaDescent(rate: rate, curvature: LearningRate.curvature, start: -1.6, steps: steps)
  }

  /// The rate from which on descent does not come nearer, found by walking.
  private var down: Claim {
    var (low, high) = (0.01, 10.0)
    for _ in 0..<40 {
      let middle = (low + high) / 2
      let xs = descent(middle, steps: 50).xs
      if xs.count == 51, abs(xs[50]) < abs(xs[0]) { low = middle } else { high = middle }
    }
    return Claim(
      "learning-rate.limit", code: "D1", source: "S3",
      Phrase(
        "Step against the gradient, again and again, until the loss is small: it works for rates below 2/λ",
        zh: "沿负梯度方向反复更新，直到损失足够小：学习率低于 2/λ 时可行"),
      cases: [
        Measurement(
          low, .equal(to: 2 / LearningRate.curvature, within: .relative(1e-6)),
          when: Phrase("the largest rate that comes nearer", zh: "仍能靠近最小值的最大学习率")),
        Measurement(
          abs(descent(0.4).xs.last ?? .nan), .less(than: 1e-6),
          when: Phrase("distance after 200 steps at 0.4", zh: "学习率 0.4 走 200 步后的距离")),
      ],
      how: Phrase(
        "parabola of curvature 2 from −1.6; the limit by halving an interval 40 times, 50 steps each",
        zh: "曲率为 2 的抛物线，从 −1.6 出发；上限由区间减半 40 次、每次 50 步得出"), recorded: .holds)
  }

  private var factors: Claim {
    Claim(
      "learning-rate.factor", code: "D2", source: "S3",
      Phrase(
        "Too small a rate is slow, too large a one swings or diverges: a step multiplies the distance by 1 − ηλ",
        zh: "学习率太小则慢，太大则振荡或发散：每一步使距离乘以 1 − ηλ"),
      cases: LearningRate().rates.map { rate in
        let walk = descent(rate, steps: 10)
        return Measurement(
          walk.measuredFactor, .equal(to: walk.factor, within: .absolute(1e-12)),
          when: Phrase("rate \(Digits.text(rate))", zh: "学习率 \(Digits.text(rate))"))
      }, how: Phrase("mean of x after a step over x before it, 10 steps", zh: "10 步中相邻两步 x 之比的平均"),
      recorded: .holds)
  }

  private var curvature: Claim {
    let bowl = LineRates.curvature
    return Claim(
      "learning-rate.curvature", code: "D5", source: "S2",
      Phrase(
        "Descent is slow at 0.0001 and diverges at 0.001, so the largest curvature is between 2,000 and 20,000: here 6835, with a condition number of 12,740",
        zh: "0.0001 时慢、0.001 时发散，故最大曲率在 2,000 与 20,000 之间：此处为 6835，条件数 12,740"),
      cases: [
        Measurement(
          bowl.eigenvalues.largest, .equal(to: 6835, within: .absolute(1)),
          when: Phrase("largest curvature", zh: "最大曲率")),
        Measurement(
          bowl.conditionNumber, .equal(to: 12740, within: .absolute(10)),
          when: Phrase("condition number", zh: "条件数")),
      ],
      how: Phrase(
        "Hessian of the mean square error of a line over 21 points, x from 0 to 100",
        zh: "直线对 21 个点（x 从 0 到 100）均方误差的 Hessian"), recorded: .holds)
  }

  /// The demonstration itself, on two lines.
  private var line: Claim {
    let study = LineRates(
      steps: 100, seeds: context.count(figure: 5, full: 200), seed: context.seed)
    func median(_ rule: Int, _ truth: LineRates.Truth) -> Double {
      study.finals(LineRates.rules[rule], truth).median()
    }
    let (slow, adagrad) = (median(0, LineRates.notes), median(2, LineRates.notes))
    let floor = study.floors(LineRates.notes).median()
    let lost = study.finals(LineRates.rules[1], LineRates.notes).count { $0 == .infinity }
    return Claim(
      "learning-rate.adagrad", code: "D5", source: "S2",
      Phrase(
        "Descent at 0.0001 is slow after 100 steps and diverges at 0.001; Adagrad at 1.0 does far better in the same 100",
        zh: "梯度下降 100 步：0.0001 进展缓慢，0.001 发散；Adagrad 以 1.0 在同样 100 步内好得多"),
      cases: [
        Measurement(
          slow / floor, .greater(than: 5),
          when: Phrase("0.0001: loss over the best line’s", zh: "0.0001：损失与最佳直线之比")),
        Measurement(
          Double(lost), .equal(to: Double(study.seeds), within: .absolute(0)),
          when: Phrase("0.001: draws that diverge", zh: "0.001：发散的次数")),
        Measurement(
          slow, .equal(to: 62.9, within: .relative(0.1)),
          when: Phrase("0.0001: median loss", zh: "0.0001：损失的中位数")),
        Measurement(
          adagrad, .equal(to: 34.4, within: .relative(0.1)),
          when: Phrase("Adagrad: median loss", zh: "Adagrad：损失的中位数")),
        Measurement(
          median(2, LineRates.low) / median(0, LineRates.low), .less(than: 0.7),
          when: Phrase(
            "Adagrad’s loss over descent’s on y = 2x + 1", zh: "在 y = 2x + 1 上 Adagrad 与梯度下降的损失之比")),
      ],
      how: Phrase(
        "21 points of y = 2.5x + 15 with noise of 2, from slope and intercept 0; medians of \(study.seeds) draws (the notes do not print their data)",
        zh: "y = 2.5x + 15 上 21 个点，噪声 2，斜率与截距从 0 开始；\(study.seeds) 次抽样的中位数（讲义未给出数据）"),
      recorded: .depends(
        on: Phrase(
          "the line: far from zero Adagrad is ahead, on y = 2x + 1 the two tie",
          zh: "直线本身：截距大时 Adagrad 领先，在 y = 2x + 1 上两者打平")))
  }
}
