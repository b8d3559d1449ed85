import LessonKit

extension L1Descent {
  /// Measured at its own setting, whatever the options are.
  func findings(_ run: Run) throws -> [Finding] { [jumps, share] + zeros }

  private static let course = Phrase(
    "L = ½(w − o)ᵀH(w − o) + λ‖w‖₁, H = [[2, 0.6], [0.6, 1]], λ = 1, from o = (1.5, 0.3); the last 5,000 of 20,000 steps",
    zh: "L = ½(w − o)ᵀH(w − o) + λ‖w‖₁，H = [[2, 0.6], [0.6, 1]]，λ = 1，从 o = (1.5, 0.3) 出发；20,000 步中的最后 5,000 步")

  private var jumps: Finding {
    let swing = ZeroSwing(.course, strength: 1, rate: 0.01)
    return Finding(
      "l1-descent.jumps",
      [
        Measurement(
          swing.jumps.lowerBound, .equal(to: -0.0046, within: .absolute(1e-4)), when: "jump from above", zh: "从正侧跳"),
        Measurement(
          swing.jumps.upperBound, .equal(to: 0.0155, within: .absolute(1e-4)), when: "jump from below", zh: "从负侧跳"),
        Measurement(swing.reach, .equal(to: 0.0155, within: .absolute(1e-4)), when: "largest weight", zh: "最大的权重"),
      ], how: "\(Self.course), rate 0.01", zh: "\(Self.course)，学习率 0.01")
  }

  private var share: Finding {
    Finding(
      "l1-descent.rate",
      [0.001, 0.01, 0.05].map { rate in
        Measurement(
          ZeroSwing(.course, strength: 1, rate: rate).reach / rate, .equal(to: 1.546, within: .relative(0.05)),
          when: "largest weight over the rate, \(rate)", zh: "最大的权重除以学习率 \(rate)")
      }, how: Self.course)
  }

  /// Random problems, their zeros by both kinds of step.
  private var zeros: [Finding] {
    let (strength, rate, steps) = (0.3, 0.1, 3000)
    let runs = LassoRuns(25, strength: strength, rate: rate, steps: steps)
    func zeros(_ step: LassoProblem.Step, _ expectation: Measurement.Expectation) -> Measurement {
      Measurement(Double(runs.zeros(step)), expectation, when: "zeros of 250 weights", zh: "250 个权重中的零")
    }
    let how = Phrase(
      "25 random problems of ten weights, five of them without meaning, 30 samples, λ = \(strength), \(steps, "step") at rate \(rate)",
      zh: "25 个随机问题，各 10 个权重，其中 5 个没有意义，30 个样本，λ = \(strength)，学习率 \(rate)，\(steps) 步")
    return [
      Finding("l1-descent.recipe", [zeros(.gradient, .greater(than: 0))], how: how),
      Finding(
        "l1-descent.proximal",
        [
          zeros(.proximal, .exactly(156)),
          Measurement(
            runs.imbalance, .less(than: 1e-9), when: "how far from balance, the most of all", zh: "与最优条件的偏差，全部中的最大值"),
        ], how: how),
    ]
  }
}
