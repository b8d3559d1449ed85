import LessonKit

/// What the notes say of L1 and L2 penalties, measured on one quadratic loss of two weights.
struct L1L2Claims {
  private let bowl = PenalisedBowl()
  private let weak = Touch(bowl: PenalisedBowl(), lambda: 0.5)
  private let strong = Touch(bowl: PenalisedBowl(), lambda: 4)
  private let exactly = Phrase(
    "closed form for L = ½(w − o)ᵀH(w − o), H = [[2, 0.6], [0.6, 1]], o = (1.5, 0.3), penalties λ(|w₁| + |w₂|) and λ(w₁² + w₂²)",
    zh:
      "L = ½(w − o)ᵀH(w − o) 的闭式解，H = [[2, 0.6], [0.6, 1]]，o = (1.5, 0.3)，正则项为 λ(|w₁| + |w₂|) 与 λ(w₁² + w₂²)"
  )

  var all: [Claim] { [small, zero, crossing, touching, paraboloid] }

  private func weights(
    _ w: Vector2, _ stated: (Double, Double), within: Double, _ when: String
  ) -> [Measurement] {
    [
      Measurement(
        w.x, .equal(to: stated.0, within: .absolute(within)), when: Phrase(same: "\(when), w₁")),
      Measurement(
        w.y, .equal(to: stated.1, within: .absolute(within)), when: Phrase(same: "\(when), w₂")),
    ]
  }

  private var small: Claim {
    Claim(
      "l1-l2.small", code: "F1", source: "S1",
      Phrase(
        "L2 leads to small weights that are not zero", zh: "L2 得到一组较小但非零的权重"),
      cases: weights(weak.solution(.l2), (1, 0.3), within: 5e-4, "λ = 0.5")
        + weights(strong.solution(.l2), (0.311, 0.113), within: 5e-4, "λ = 4"),
      how: exactly, recorded: .holds)
  }

  private var zero: Claim {
    let steps = 10_000
    let byCoordinates = bowl.coordinateSteps(strength: 0.5, passes: 50)
    let byGradient = bowl.subgradientSteps(strength: 0.5, rate: 0.01, steps: steps)
    return Claim(
      "l1-l2.zeros", code: "F2", source: "S1",
      Phrase("L1 makes unimportant weights exactly zero", zh: "L1 将不重要的权重压缩至精确为零"),
      cases: [
        Measurement(
          weak.solution(.l1).x, .equal(to: 1.34, within: .absolute(1e-12)), when: "λ = 0.5, w₁"),
        Measurement(
          weak.solution(.l1).y, .equal(to: 0, within: .absolute(0)), when: "λ = 0.5, w₂"),
      ] + weights(strong.solution(.l1), (0, 0), within: 0, "λ = 4") + [
        Measurement(
          byCoordinates.y, .equal(to: 0, within: .absolute(0)),
          when: Phrase("λ = 0.5, w₂ by coordinate steps", zh: "λ = 0.5，坐标下降的 w₂")),
        Measurement(
          byGradient.y, .equal(to: 0, within: .absolute(0)),
          when: Phrase("λ = 0.5, w₂ by subgradient steps", zh: "λ = 0.5，次梯度下降的 w₂")),
      ],
      how: exactly
        + Phrase(
          "; 50 passes of coordinate steps; \(Digits.count(steps)) subgradient steps at 0.01, both from o",
          zh: "；坐标下降 50 遍；次梯度下降 \(Digits.count(steps)) 步，学习率 0.01，均从 o 出发"),
      recorded: .depends(
        on: Phrase(
          "how it is minimised: coordinate or proximal steps give exact zeros, gradient steps do not",
          zh: "求解方式：坐标或近端步得到精确的零，梯度步得不到")))
  }

  /// A curve that crosses the ball has points inside it.
  private var crossing: Claim {
    Claim(
      "l1-l2.intersection", code: "F5", source: "S1",
      Phrase(
        "The optimum is where the contours of loss and penalty intersect", zh: "最优解落在损失与正则项等高线的交点处"),
      cases: [("L1", PenalisedBowl.Penalty.l1), ("L2", .l2)].map { name, penalty in
        Measurement(
          weak.shareInside(penalty), .greater(than: 0),
          when: Phrase(
            "\(name): share of the loss’s contour inside the ball", zh: "\(name)：损失等高线在球内的比例"))
      },
      how: exactly + Phrase("; λ = 0.5, 360 points of the contour", zh: "；λ = 0.5，等高线上 360 个点"),
      recorded: .fails(
        correct: Phrase(
          "they touch: where they cross, the loss is lower inside the ball",
          zh: "两者相切：若相交，球内还有损失更小的点"),
        source: "Karush–Kuhn–Tucker conditions; measured here"))
  }

  /// The conditions under which they touch.
  private var touching: Claim {
    let (one, two) = (weak.solution(.l1), weak.solution(.l2))
    let (first, second) = (bowl.pull(one), bowl.pull(two))
    let along = first.y / weak.lambda
    let cosine = -(second.x * two.x + second.y * two.y) / (second.length * two.length)
    return Claim(
      "l1-l2.tangency", code: "F5", source: "S1",
      Phrase(
        "At the optimum the loss pulls straight against the penalty", zh: "在最优解处，损失的拉力与正则项正好相反"),
      cases: [
        Measurement(
          cosine, .equal(to: -1, within: .absolute(1e-12)),
          when: Phrase("L2: cosine of ∇L and ∇R", zh: "L2：∇L 与 ∇R 的余弦")),
        Measurement(
          first.x / weak.lambda, .equal(to: 1, within: .absolute(1e-12)),
          when: Phrase("L1: −∂L/∂w₁ over λ, w₁ > 0", zh: "L1：−∂L/∂w₁ 除以 λ，w₁ > 0")),
        Measurement(
          along, .inside(-1...1),
          when: Phrase("L1: −∂L/∂w₂ over λ, w₂ = 0", zh: "L1：−∂L/∂w₂ 除以 λ，w₂ = 0")),
      ],
      how: exactly + Phrase("; at a corner of L1, −∇L ∈ λ∂‖w‖₁", zh: "；在 L1 的尖角处 −∇L ∈ λ∂‖w‖₁"),
      recorded: .holds)
  }

  private var paraboloid: Claim {
    let (most, least) = bowl.curvature.eigenvalues
    let eccentricity = (1 - least / most).squareRoot()
    return Claim(
      "l1-l2.contours", code: "F5", source: "S1",
      Phrase("The contours of the loss are paraboloids", zh: "损失的等高线为抛物面"),
      cases: [
        Measurement(
          eccentricity, .equal(to: 1, within: .absolute(1e-3)),
          when: Phrase("eccentricity of a contour; 1 for a parabola", zh: "等高线的离心率；抛物线为 1"))
      ], how: Phrase("from the eigenvalues of H", zh: "由 H 的特征值得出"),
      recorded: .fails(
        correct: Phrase(
          "the loss is a paraboloid, its contours are ellipses", zh: "损失是抛物面，其等高线是椭圆"),
        source: "measured here"))
  }
}
