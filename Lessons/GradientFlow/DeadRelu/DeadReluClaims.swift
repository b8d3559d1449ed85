import LessonKit

extension DeadRelu {
  /// Measured at its own setting, whatever the options are.
  func findings(_ run: Run) throws -> [Finding] {
    let (rate, steps) = (5.0, [50, 200])
    func runs(_ activation: Activation) -> Repeated<[HiddenUnits.Census?]> {
      let layer = HiddenUnits(activation, width: 32)
      return Repeated(10, from: run.seed) { layer.census(after: steps, rate: rate, seed: $0) }
    }
    let (relu, leaky) = (runs(.relu), runs(.leakyrelu))
    let how = Phrase(
      "32 hidden units, two moons, gradient descent at rate \(rate), median of 10 seeds",
      zh: "32 个隐藏单元，两个半月形，梯度下降，学习率 \(rate)，10 个种子的中位数")
    func still(_ runs: Repeated<[HiddenUnits.Census?]>, _ units: KeyPath<HiddenUnits.Census, [Bool]>) -> Double {
      runs.spread { two in two[1].flatMap { two[0]?.share(of: units, stillIn: $0) } ?? .nan }.median
    }
    return [
      avoids(run),
      Finding(
        "dead-relu.dies",
        [
          Measurement(
            relu.spread { $0[0]?.dead ?? .nan }.median, .greater(than: 0.3),
            when: "share of units dead after \(steps[0]) steps", zh: "\(steps[0]) 步后死亡的比例"),
          Measurement(
            still(relu, \.isDead), .exactly(1), when: "of these still dead after \(steps[1]) steps",
            zh: "其中 \(steps[1]) 步后仍然死亡的比例"),
        ], how: how),
      Finding(
        "dead-relu.leaky",
        [
          Measurement(
            leaky.spread { $0[0]?.dead ?? .nan }.highest, .exactly(0),
            when: "share without a gradient, the most of 10 seeds", zh: "没有梯度的比例，10 个种子中的最大值"),
          Measurement(
            still(leaky, \.isNegative), .less(than: 1),
            when: "of units negative everywhere after \(steps[0]) steps, still so after \(steps[1])",
            zh: "\(steps[0]) 步时处处为负的单元中，\(steps[1]) 步时仍是如此的比例"),
        ], how: how),
    ]
  }

  /// One unit with a positive input, then whole layers of them.
  private func avoids(_ run: Run) -> Finding {
    let weights = WeightScheme.lecun
    let left = StackGradients([.relu], depth: 20, width: 64, scheme: weights, seeds: 20, from: run.seed).left(.relu)
    return Finding(
      "dead-relu.avoids",
      [
        Measurement(
          Activation.relu.response(to: Tensor([0.1, 1, 10])).slopes.least(), .exactly(1),
          when: "slope of one active unit", zh: "单个激活单元的导数"),
        Measurement(
          left, .greater(than: 0.5), when: "left after 20 layers, \(weights.name)", zh: "20 层后剩余，\(weights.name)"),
      ], how: "a random gradient through 20 untrained layers of 64 units, median of 20 networks",
      zh: "随机梯度穿过 20 层、每层 64 个单元的未训练网络，20 个网络的中位数")
  }
}
