import LessonKit

extension Lamb {
  /// The first step decides, of layers a hundred times apart in size.
  func findings(_ run: Run) throws -> [Finding] {
    let study = LayerSteps(rate: 0.01, draws: 500, seed: run.seed)
    let how = Phrase(
      "‖ΔW‖/‖W‖ of the first step, layers of \(LayerSteps.weights) normal weights times 10 and times 0.1, rate 0.01; medians of 500 draws, the same for both sizes",
      zh: "第一步的 ‖ΔW‖/‖W‖；\(LayerSteps.weights) 个正态权重分别乘 10 与 0.1，学习率 0.01；500 次抽样的中位数，两种大小用同一批抽样")
    func finding(_ id: String, _ rule: Rule, _ large: Double, _ small: Double, within tolerance: Double) -> Finding {
      let shares = study.shares(rule).map(\.median)
      func near(_ number: Double) -> Measurement.Expectation { .equal(to: number, within: .relative(tolerance)) }
      return Finding(
        id,
        [
          Measurement(shares[shares.count - 1], near(large), when: "large layer", zh: "大层"),
          Measurement(shares[0], near(small), when: "small layer", zh: "小层"),
        ], how: how)
    }
    return [
      // What the formula is for: the same share for both.
      finding("lamb.formula", .lambNotes, study.rate, study.rate, within: 0.01),
      finding("lamb.published", .lamb, 0.01, 0.01, within: 1e-9),
      // A law of its own, √50·η/‖W‖².
      finding("lamb.inverted", .lambNotes, 1.46e-5, 0.144, within: 0.05),
      finding("lamb.adam", .adam, 1.02e-3, 0.101, within: 0.05),
    ]
  }
}
