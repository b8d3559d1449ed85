import LessonKit

extension L1L2 {
  func findings(_ run: Run) throws -> [Finding] { [small, zeros, crossing, touching, contours] }

  private static let bowl = PenalisedBowl.course
  private static let exactly = Phrase(
    "closed form for L = ½(w − o)ᵀH(w − o), H = [[2, 0.6], [0.6, 1]], o = (1.5, 0.3), penalties λ(|w₁| + |w₂|) and λ(w₁² + w₂²)",
    zh: "L = ½(w − o)ᵀH(w − o) 的闭式解，H = [[2, 0.6], [0.6, 1]]，o = (1.5, 0.3)，正则项为 λ(|w₁| + |w₂|) 与 λ(w₁² + w₂²)")

  private func solution(_ penalty: WeightPenalty, _ strength: Double) -> Vector2 {
    Self.bowl.solution(penalty, strength: strength)
  }

  private func near(_ value: Double, _ stated: Double, within: Double, _ when: Phrase) -> Measurement {
    Measurement(value, .equal(to: stated, within: .absolute(within)), when: when)
  }

  private var small: Finding {
    let (weak, strong) = (solution(.l2, 0.5), solution(.l2, 4))
    return Finding(
      "l1-l2.small",
      [
        near(weak.x, 1, within: 5e-4, "λ = 0.5, w₁"), near(weak.y, 0.3, within: 5e-4, "λ = 0.5, w₂"),
        near(strong.x, 0.311, within: 5e-4, "λ = 4, w₁"), near(strong.y, 0.113, within: 5e-4, "λ = 4, w₂"),
      ], how: Self.exactly)
  }

  private var zeros: Finding {
    let steps = 10_000
    let (weak, strong) = (solution(.l1, 0.5), solution(.l1, 4))
    let byCoordinates = Self.bowl.coordinateSteps(strength: 0.5, passes: 50)
    let byGradient = Self.bowl.subgradientWalk(strength: 0.5, rate: 0.01, steps: steps)[steps]
    return Finding(
      "l1-l2.zeros",
      [
        near(weak.x, 1.34, within: 1e-12, "λ = 0.5, w₁"), near(weak.y, 0, within: 0, "λ = 0.5, w₂"),
        near(strong.x, 0, within: 0, "λ = 4, w₁"), near(strong.y, 0, within: 0, "λ = 4, w₂"),
        near(byCoordinates.y, 0, within: 0, Phrase("λ = 0.5, w₂ by coordinate steps", zh: "λ = 0.5，坐标下降的 w₂")),
        near(byGradient.y, 0, within: 0, Phrase("λ = 0.5, w₂ by subgradient steps", zh: "λ = 0.5，次梯度下降的 w₂")),
      ], how: "\(Self.exactly); 50 passes of coordinate steps; \(steps) subgradient steps at 0.01, both from o",
      zh: "\(Self.exactly)；坐标下降 50 遍；次梯度下降 \(steps) 步，学习率 0.01，均从 o 出发")
  }

  /// A curve that crosses the ball has points inside it.
  private var crossing: Finding {
    Finding(
      "l1-l2.intersection",
      WeightPenalty.allCases.map {
        Measurement(
          Self.bowl.shareInside($0, strength: 0.5), .greater(than: 0),
          when: "\($0.identity.name): share of the loss’s contour inside the ball",
          zh: "\($0.identity.name)：损失等高线在球内的比例")
      }, how: "\(Self.exactly); λ = 0.5, 360 points of the contour", zh: "\(Self.exactly)；λ = 0.5，等高线上 360 个点")
  }

  /// The conditions under which they touch.
  private var touching: Finding {
    let (first, second, two) = (
      Self.bowl.pull(solution(.l1, 0.5)), Self.bowl.pull(solution(.l2, 0.5)), solution(.l2, 0.5)
    )
    let cosine = -(second.x * two.x + second.y * two.y) / (second.length * two.length)
    return Finding(
      "l1-l2.tangency",
      [
        near(cosine, -1, within: 1e-12, Phrase("L2: cosine of ∇L and ∇R", zh: "L2：∇L 与 ∇R 的余弦")),
        near(first.x / 0.5, 1, within: 1e-12, Phrase("L1: −∂L/∂w₁ over λ, w₁ > 0", zh: "L1：−∂L/∂w₁ 除以 λ，w₁ > 0")),
        Measurement(first.y / 0.5, .inside(-1...1), when: "L1: −∂L/∂w₂ over λ, w₂ = 0", zh: "L1：−∂L/∂w₂ 除以 λ，w₂ = 0"),
      ], how: "\(Self.exactly); at a corner of L1, −∇L ∈ λ∂‖w‖₁", zh: "\(Self.exactly)；在 L1 的尖角处 −∇L ∈ λ∂‖w‖₁")
  }

  private var contours: Finding {
    let (most, least) = Self.bowl.curvature.eigenvalues
    return Finding(
      "l1-l2.contours", states: 1, measured: (1 - least / most).squareRoot(), within: .absolute(1e-3),
      how: "eccentricity of a contour from the eigenvalues of H; 1 for a parabola", zh: "由 H 的特征值得出等高线的离心率；抛物线为 1")
  }
}
