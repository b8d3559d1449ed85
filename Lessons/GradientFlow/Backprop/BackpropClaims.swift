import LessonKit

extension Backprop {
  /// Measured at its own setting, whatever the options are.
  func findings(_ run: Run) throws -> [Finding] {
    let networks = Repeated(10, from: run.seed) { TanhNetwork(units: 8, seed: $0) }
    return [chain(networks), path(networks), directions(networks), search(run)]
  }

  /// The product of slopes against one backward pass, and that against differences.
  private func chain(_ networks: Repeated<TanhNetwork>) -> Finding {
    let traces = Activation.allCases.map { WeightTrace(weight: 0.7, input: 2, activation: $0, target: 4) }
    let off = traces.map { abs($0.slopes.reduce(1, *) / $0.gradients[0] - 1) }.max() ?? .nan
    let errors = networks.spread { $0.deviations(widths: [1e-5])[0].y }
    return Finding(
      "backprop.chain",
      [
        Measurement(
          off, .less(than: 1e-12), when: "product of three slopes against the gradient, the most of all activations",
          zh: "三个导数的乘积与梯度之差，所有激活函数中的最大值"),
        Measurement(
          errors.highest, .less(than: 1e-8), when: "finite differences against the gradient, the most of 10 networks",
          zh: "有限差分与梯度之差，10 个网络中的最大值"),
        Measurement(traces[0].gradients[3], .exactly(1), when: "∂L/∂L, at which it starts", zh: "起点 ∂L/∂L"),
      ],
      how:
        "relative differences; one unit with x = 2, w = 0.7, y = 4, and 2–8–1 tanh networks, differences of width 1e-5",
      zh: "相对误差；x = 2、w = 0.7、y = 4 的单个单元，以及 2–8–1 的 tanh 网络，差分宽度 1e-5")
  }

  /// The chain through the hidden layer, for the weights of both layers.
  private func path(_ networks: Repeated<TanhNetwork>) -> Finding {
    let deviations = networks.values.map { $0.chainDeviations() }
    return Finding(
      "backprop.path",
      [
        Measurement(deviations.map(\.hidden).median(), .less(than: 1e-9), when: "hidden weights", zh: "隐藏层的权重"),
        Measurement(deviations.map(\.output).median(), .less(than: 1e-9), when: "weights of the output", zh: "输出层的权重"),
      ], how: "relative difference of the product from the gradient, median of 10 tanh networks 2–8–1",
      zh: "乘积与梯度的相对误差，10 个 2–8–1 tanh 网络的中位数")
  }

  /// What a change at the back does to the values and the gradients in front.
  private func directions(_ networks: Repeated<TanhNetwork>) -> Finding {
    func change(_ part: (TanhNetwork) -> Tensor) -> Double {
      networks.spread { network in
        let (before, after) = (part(network), part(network.scalingOutput(by: 2)))
        let off = after - before
        return (off.dot(off) / before.dot(before)).squareRoot()
      }.median
    }
    return Finding(
      "backprop.directions",
      [
        Measurement(
          change { $0.hidden() }, .greater(than: 0), when: "change of the hidden layer’s values", zh: "隐藏层数值的变化"),
        Measurement(
          change { $0.gradient().parts[0] }, .exactly(0), when: "change of the hidden layer’s gradient", zh: "隐藏层梯度的变化"),
      ], how: "relative change when the weights behind it are doubled, median of 10 tanh networks 2–8–1",
      zh: "其后一层的权重加倍时的相对变化，10 个 2–8–1 tanh 网络的中位数")
  }

  /// What one more weight costs a grid, and ten cost the gradient.
  private func search(_ run: Run) -> Finding {
    let costs = Costs(10, 10, 20, run)
    let descent = costs.descent.map(\.median)
    return Finding(
      "backprop.search",
      [
        Measurement(
          costs.grid[6] / costs.grid[5], .exactly(10), when: "times the trials of a grid for one weight more",
          zh: "多一个权重，网格次数的倍数"),
        Measurement(
          descent[9] / descent[1], .less(than: 3), when: "times the cost by gradient for 10 weights against 2",
          zh: "10 个权重与 2 个权重相比，梯度所需次数的倍数"),
        Measurement(
          costs.grid[9] / descent[9], .greater(than: 1e6), when: "a grid’s cost over the gradient’s at 10 weights",
          zh: "10 个权重时，网格与梯度的次数之比"),
      ], how: "evaluations to the same loss of a bowl, 10 values a weight on the grid, medians of 20 seeds",
      zh: "在碗形损失上达到同样损失的计算次数，网格上每个权重取 10 个值，20 个种子的中位数")
  }
}
