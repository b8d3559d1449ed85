import LessonKit

extension LearningRate {
  func findings(_ run: Run) throws -> [Finding] { [down, factors, bowl, line(run)] }

  /// The rate from which on descent does not come nearer, found by walking.
  private var down: Finding {
    var (low, high) = (0.01, 10.0)
    for _ in 0..<40 {
      let middle = (low + high) / 2
      let xs = Descent(rate: middle, steps: 50).xs
      if xs.count == 51, abs(xs[50]) < abs(xs[0]) { low = middle } else { high = middle }
    }
    return Finding(
      "learning-rate.limit",
      [
        Measurement(
          low, .equal(to: Self.limit, within: .relative(1e-6)), when: "the largest rate that comes nearer",
          zh: "仍能靠近最小值的最大学习率"),
        Measurement(
          abs(Descent(rate: 0.4, steps: 200).xs.last ?? .nan), .less(than: 1e-6),
          when: "distance after 200 steps at 0.4", zh: "学习率 0.4 走 200 步后的距离"),
      ], how: "curvature 2, from −1.6; the limit by halving an interval 40 times, 50 steps each",
      zh: "曲率为 2，从 −1.6 出发；上限由区间减半 40 次、每次 50 步得出")
  }

  private var factors: Finding {
    Finding(
      "learning-rate.factor",
      [0.05, 0.5, 0.95, 1.05].map { rate in
        let walk = Descent(rate: rate, steps: 10)
        return Measurement(
          walk.measuredFactor, .equal(to: walk.factor, within: .absolute(1e-12)), when: "rate \(rate)",
          zh: "学习率 \(rate)")
      }, how: "mean of x after a step over x before it, 10 steps", zh: "10 步中相邻两步 x 之比的平均")
  }

  private var bowl: Finding {
    let largest = LineFit.curvature.eigenvalues.largest
    return Finding(
      "learning-rate.curvature",
      [
        Measurement(largest, .equal(to: 6835, within: .absolute(1)), when: "largest curvature", zh: "最大曲率"),
        Measurement(
          LineFit.curvature.conditionNumber, .equal(to: 12740, within: .absolute(10)), when: "condition number",
          zh: "条件数"),
      ], how: "Hessian of the mean square error of a line over 21 points, x from 0 to 100",
      zh: "直线对 21 个点（x 从 0 到 100）均方误差的 Hessian")
  }

  /// Descent at two rates and Adagrad at one, on two lines.
  private func line(_ run: Run) -> Finding {
    let draws = 200
    func finals(_ rule: Rule, _ rate: Double, _ line: LineFit) -> [Double] {
      Repeated(draws, from: run.seed) { line.finals(rule, rates: [rate], seed: $0)[0] }.values
    }
    let slow = finals(.sgd, 1e-4, .far).median()
    let lost = Double(finals(.sgd, 1e-3, .far).count { $0 == .infinity })
    let floor = Repeated(draws, from: run.seed) { LineFit.far.error(seed: $0).least }.spread { $0 }.median
    let near = finals(.adagrad, 1, .near).median() / finals(.sgd, 1e-4, .near).median()
    return Finding(
      "learning-rate.adagrad",
      [
        Measurement(
          slow / floor, .greater(than: 5), when: "0.0001: loss over the best line’s", zh: "0.0001：损失与最小二乘直线之比"),
        Measurement(lost, .exactly(Double(draws)), when: "0.001: draws that diverge", zh: "0.001：发散的次数"),
        Measurement(slow, .equal(to: 62.9, within: .relative(0.1)), when: "0.0001: median loss", zh: "0.0001：损失的中位数"),
        Measurement(
          finals(.adagrad, 1, .far).median(), .equal(to: 34.4, within: .relative(0.1)), when: "Adagrad: median loss",
          zh: "Adagrad：损失的中位数"),
        Measurement(
          near, .less(than: 0.7), when: "Adagrad’s loss over descent’s on y = 2x + 1",
          zh: "在 y = 2x + 1 上 Adagrad 与梯度下降的损失之比"),
      ],
      how:
        "21 points of y = 2.5x + 15 with noise of 2, from slope and intercept 0; medians of \(draws) draws (the data of the demonstration are not given)",
      zh: "y = 2.5x + 15 上 21 个点，噪声 2，斜率与截距从 0 开始；\(draws) 次抽样的中位数（原演示未给出数据）")
  }
}
