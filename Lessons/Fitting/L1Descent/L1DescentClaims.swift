import LessonKit

extension L1Descent {
  /// Measured at its own setting, whatever the options are.
  func findings(_ run: Run) throws -> [Finding] { [jumps, share] + zeros }

  /// The second weight over the last steps at the course's numbers, λ = 1.
  private static func late(rate: Double) -> [Double] {
    PenalisedBowl.course.subgradientWalk(strength: 1, rate: rate, steps: 20_000).suffix(5000).map(\.y)
  }

  private static let course = Phrase(
    "L = ½(w − o)ᵀH(w − o) + λ‖w‖₁, H = [[2, 0.6], [0.6, 1]], λ = 1, from o = (1.5, 0.3); the last 5,000 of 20,000 steps",
    zh: "L = ½(w − o)ᵀH(w − o) + λ‖w‖₁，H = [[2, 0.6], [0.6, 1]]，λ = 1，从 o = (1.5, 0.3) 出发；20,000 步中的最后 5,000 步")

  private var jumps: Finding {
    let weights = Self.late(rate: 0.01)
    let jumps = zip(weights.dropFirst(), weights).map { $0 - $1 }
    return Finding(
      "l1-descent.jumps",
      [
        Measurement(
          jumps.min() ?? .nan, .equal(to: -0.0046, within: .absolute(1e-4)), when: "jump from above", zh: "从正侧跳"),
        Measurement(
          jumps.max() ?? .nan, .equal(to: 0.0155, within: .absolute(1e-4)), when: "jump from below", zh: "从负侧跳"),
        Measurement(
          weights.map { abs($0) }.max() ?? .nan, .equal(to: 0.0155, within: .absolute(1e-4)), when: "largest weight",
          zh: "最大的权重"),
      ], how: "\(Self.course), rate 0.01", zh: "\(Self.course)，学习率 0.01")
  }

  private var share: Finding {
    Finding(
      "l1-descent.rate",
      [0.001, 0.01, 0.05].map { rate in
        Measurement(
          (Self.late(rate: rate).map { abs($0) }.max() ?? .nan) / rate, .equal(to: 1.546, within: .relative(0.05)),
          when: "largest weight over the rate, \(rate)", zh: "最大的权重除以学习率 \(rate)")
      }, how: Self.course)
  }

  /// Random problems, their zeros by both kinds of step.
  private var zeros: [Finding] {
    let (strength, rate, steps) = (0.3, 0.1, 3000)
    let problems = (0..<25).map { LassoProblem(seed: $0) }
    func ends(_ step: LassoProblem.Step) -> [[Double]] {
      problems.map { $0.weights(by: step, strength: strength, rate: rate, steps: steps) }
    }
    func count(_ weights: [[Double]]) -> Double { Double(weights.joined().count { $0 == 0 }) }
    let (gradient, proximal) = (ends(.gradient), ends(.proximal))
    let astray = zip(problems, proximal).map { $0.imbalance(at: $1, strength: strength) }.max() ?? .nan
    let how = Phrase(
      "25 random problems of ten weights, five of them without meaning, 30 samples, λ = \(strength), \(steps, "step") at rate \(rate)",
      zh: "25 个随机问题，各 10 个权重，其中 5 个没有意义，30 个样本，λ = \(strength)，学习率 \(rate)，\(steps) 步")
    return [
      Finding(
        "l1-descent.recipe",
        [Measurement(count(gradient), .greater(than: 0), when: "zeros of 250 weights", zh: "250 个权重中的零")], how: how),
      Finding(
        "l1-descent.proximal",
        [
          Measurement(count(proximal), .exactly(156), when: "zeros of 250 weights", zh: "250 个权重中的零"),
          Measurement(astray, .less(than: 1e-9), when: "how far from balance, the most of all", zh: "与最优条件的偏差，全部中的最大值"),
        ], how: how),
    ]
  }
}
