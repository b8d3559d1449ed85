import LessonKit

extension Saddle {
  func findings(_ run: Run) throws -> [Finding] { [shape, formula, rushPast, equalRate] + ownRate + [ridge] }

  private static let beside = Point(1, 1e-6)
  private static let summed = Phrase("summed momentum", zh: "累加式动量")
  private static let averaged = Phrase("averaged momentum", zh: "平均式动量")

  private func steps(_ rule: Rule, from start: Point = beside) -> Double {
    let walk = SaddleEscape.walk(rule.with(learningRate: Self.rate), from: start, steps: 10_000)
    return walk.stepOut.map(Double.init) ?? .nan
  }

  /// Lowest one way, highest the other, level in the middle.
  private var shape: Finding {
    let middle = Vector2(0, 0)
    let slope = Landscape.saddle.gradient(at: middle).length
    let curvature = Landscape.saddle.hessian(at: middle).eigenvalues
    return Finding(
      "saddle.shape",
      [
        Measurement(slope, .exactly(0), when: "length of the gradient at (0, 0)", zh: "(0, 0) 处梯度的长度"),
        Measurement(curvature.largest, .greater(than: 0), when: "larger curvature", zh: "较大的曲率"),
        Measurement(curvature.smallest, .less(than: 0), when: "smaller curvature", zh: "较小的曲率"),
      ], how: "x² − y², gradient and Hessian", zh: "x² − y² 的梯度与 Hessian")
  }

  /// Walks against ⌈ln(1/y₀)/ln(1 + 2η)⌉.
  private var formula: Finding {
    Finding(
      "saddle.closed-form",
      [(1e-3, 349.0, "10⁻³"), (1e-6, 698, "10⁻⁶")].flatMap { y, count, name in
        let theory = SaddleEscape.closedForm(from: y, rate: Self.rate).rounded(.up)
        return [
          Measurement(
            steps(.sgd, from: Point(1, y)), .exactly(count), when: "walked, y₀ = \(name)", zh: "实际行走，y₀ = \(name)"),
          Measurement(theory, .exactly(count), when: "formula, y₀ = \(name)", zh: "公式，y₀ = \(name)"),
        ]
      }, how: "x² − y², η = 0.01, first step with |y| > 1", zh: "x² − y²，η = 0.01，首次 |y| > 1 的步数")
  }

  /// The course's sentence at one rate.
  private var rushPast: Finding {
    let plain = steps(.sgd)
    let rules: [(Rule, Phrase)] = [
      (MomentumForm.averaged.rule, Self.averaged),
      (.momentum, Phrase("summed momentum, PyTorch’s form", zh: "累加式动量（PyTorch 的写法）")), (.adam, "Adam"),
      (.rmsprop, "RMSprop"),
    ]
    return Finding(
      "saddle.rush-past", rules.map { Measurement(steps($0), .less(than: plain), when: $1) },
      how: "steps until |y| > 1 on x² − y² from (1, 10⁻⁶), all rates 0.01, against gradient descent’s",
      zh: "x² − y² 上从 (1, 10⁻⁶) 走到 |y| > 1 的步数，学习率同为 0.01，与梯度下降比较")
  }

  /// The numbers behind it.
  private var equalRate: Finding {
    let rules: [(Rule, Double, Phrase)] = [
      (.sgd, 698, "SGD"), (.momentum, 140, Self.summed), (MomentumForm.averaged.rule, 811, Self.averaged),
      (.adam, 77, "Adam"), (.rmsprop, 17, "RMSprop, α 0.99"), (Rule.rmsprop.with("alpha", 0.9), 72, "RMSprop, α 0.9"),
    ]
    return Finding(
      "saddle.equal-rate", rules.map { Measurement(steps($0), .exactly($1), when: $2) },
      how: "steps until |y| > 1 from (1, 10⁻⁶)", zh: "从 (1, 10⁻⁶) 走到 |y| > 1 的步数")
  }

  /// Each near its own limit: the numbers, and how many times as fast momentum is.
  private var ownRate: [Finding] {
    let how = Phrase(
      "(κx² − y²)/2 from (1, 10⁻⁶), each at 0.9 of its own limit: 2/κ, 2(1 + β)/κ, 2(1 + β)/((1 − β)κ); β = 0.9",
      zh: "(κx² − y²)/2，从 (1, 10⁻⁶) 出发，各取自己上限的 0.9：2/κ、2(1 + β)/κ、2(1 + β)/((1 − β)κ)；β = 0.9")
    let names: [Phrase] = ["SGD", Self.summed, Self.averaged]
    var (numbers, factors): ([Measurement], [Measurement]) = ([], [])
    for (ratio, stated) in [(10.0, [84.0, 27, 27]), (100, [775, 99, 99]), (1000, [7683, 515, 515])] {
      let counts = MomentumForm.allCases.map { $0.steps(ratio: ratio, from: Self.beside) }
      let conditions = names.map { "\($0), κ = \(ratio)" as Phrase }
      numbers += counts.indices.map { Measurement(counts[$0], .exactly(stated[$0]), when: conditions[$0]) }
      factors += [1, 2].map { Measurement(counts[0] / counts[$0], .inside(3...15), when: conditions[$0]) }
    }
    return [Finding("saddle.own-rate", numbers, how: how), Finding("saddle.momentum-tuned", factors, how: how)]
  }

  /// A start on the ridge itself.
  private var ridge: Finding {
    let rules: [Rule] = [.sgd, .momentum, MomentumForm.averaged.rule, .adam, .rmsprop]
    return Finding(
      "saddle.symmetric",
      zip(rules, rules.distinctNames).map { rule, name in
        let walk = SaddleEscape.walk(rule.with(learningRate: Self.rate), from: Point(1, 0), steps: Self.patience)
        return Measurement(walk.points.map { abs($0.y) }.max() ?? .nan, .exactly(0), when: name)
      }, how: "largest |y| in 10,000 steps from (1, 0) (Lee 2016, arXiv 1602.04915; Jin 2017, arXiv 1703.00887)",
      zh: "从 (1, 0) 走 10,000 步中最大的 |y|（Lee 2016，arXiv 1602.04915；Jin 2017，arXiv 1703.00887）")
  }
}
