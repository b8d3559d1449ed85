import LessonKit

/// # Steps that land on zero
///
/// The L1 penalty has its minimum at weights of exactly zero, but does training get there? A step against the gradient is as long
/// just beside zero as far from it.
struct L1Descent: Lesson {
  static let page = Page(
    "l1-descent", in: .fitting, title: Phrase("L1 and gradient descent", zh: "L1 与梯度下降"),
    question: Phrase(
      "Does gradient descent on an L1 penalty reach weights of exactly zero?", zh: "带 L1 惩罚的梯度下降能得到恰好为零的权重吗？"),
    examples: [
      .init("--lr 0.1 --steps 30", shows: Phrase("a smaller rate, smaller jumps", zh: "较小的学习率，跳得较小")),
      .init("--strength 0.2", shows: Phrase("a penalty too weak for a zero", zh: "太弱的惩罚，得不到零")),
    ])

  @Option("lr", in: 0.001...0.7) var rate = 0.3
  @Option("strength", in: 0...100, help: Phrase("strength of the penalty, λ", zh: "惩罚强度 λ")) var strength = 1.0
  @Option("steps", in: 1...1000) var steps = 20

  var figures: [LessonFigure] {
    [
      LessonFigure("zero", "A weight under gradient steps and proximal steps", zh: "梯度步与近端步下的权重") { _ in
        zeroFigure(PenalisedWalks(Self.bowl, strength: strength, rate: rate, steps: steps))
      }
    ]
  }
}

extension L1Descent {
  /// Features that oppose each other, so that at λ = 1 the loss pulls the weight neither way at zero.
  private static let bowl = PenalisedBowl(curvature: Hessian(xx: 2, xy: -1, yy: 1), optimum: Vector2(1.5, 1))

  /// The weight against the step, by gradient steps and by proximal ones.
  func zeroFigure(_ study: PenalisedWalks) -> Figure {
    let (lands, bowl) = (study.landing != nil, Self.bowl)
    let walks = [
      Line.steps(study.gradient, as: .gradientSteps, weight: 1.4),
      Line.steps(study.proximal, as: .proximalSteps, weight: 1.9),
    ]
    return Figure(
      headline: [
        .init(
          "Proximal steps stop at exactly 0, subgradient steps never do", zh: "近端步恰好停在 0，次梯度步总是跳过它",
          if: lands && study.crosses), .init("Proximal steps land on zero", zh: "近端步恰好落在零上", if: lands),
        .init("In \(steps, "step") neither way reaches zero", zh: "\(steps) 步内两种方式都没有到零", if: study.hasZero),
        .init("With so weak a penalty neither way ends at zero", zh: "惩罚太弱，两种方式都不会到零"),
      ],
      setting: Phrase(
        "Least squares + \(strength) |w|, learning rate \(rate)", zh: "最小二乘 + \(strength) |w|，学习率 \(rate)"),
      talk: Phrase(
        "The slope of |w| is one, however small the weight: the last gradient step is as long as the first, and leads to the other side. A proximal step takes the same amount off, but stops at zero.",
        zh: "|w| 的斜率恒为 1，无论权重多小：最后一步与第一步一样长，于是跨到另一边。近端步减去同样的量，但减到零就停下。"),
      ask: Phrase("The weight is 0.02, the step 0.06. Where does it end?", zh: "权重是 0.02，步长是 0.06，会走到哪里？"),
      protocol: Phrase(
        "L = ½(w − o)ᵀH(w − o) + λ‖w‖₁, H = [[\(bowl.curvature.xx), \(bowl.curvature.xy)], [\(bowl.curvature.xy), \(bowl.curvature.yy)]], from o = (\(bowl.optimum.x), \(bowl.optimum.y)), λ = \(strength), learning rate \(rate), \(steps, "step"); the second weight is shown. A proximal step is one against the gradient of the loss alone, then |w| less the rate times λ, at least 0.",
        zh:
          "L = ½(w − o)ᵀH(w − o) + λ‖w‖₁，H = [[\(bowl.curvature.xx), \(bowl.curvature.xy)], [\(bowl.curvature.xy), \(bowl.curvature.yy)]]，从 o = (\(bowl.optimum.x), \(bowl.optimum.y)) 出发，λ = \(strength)，学习率 \(rate)，\(steps) 步；图中为第二个权重。近端步先沿损失本身的负梯度走一步，再把 |w| 减去学习率乘 λ，减到零为止。"
      )
    ) {
      Panel(
        x: .counting(Phrase("step", zh: "步数"), domain: 0...Double(steps)),
        y: Axis(Phrase("weight", zh: "权重"), domain: study.view)
      ) {
        Reference([Point(0, 0), Point(Double(steps), 0)])
        for walk in walks { walk.with(\.isTold, true) }
        if lands && study.crosses { words(study) } else { names(walks) }
      }
    }
  }

  /// What each way does, in large words: the step on which one lands, and that the other never does.
  @MarkBuilder private func words(_ study: PenalisedWalks) -> [any Mark] {
    let (landing, top) = (study.landing ?? 0, study.view.upperBound)
    let right = min(Double(landing) + 0.03 * Double(steps), 0.5 * Double(steps))
    LabelledDot(
      Point(Double(landing), 0),
      label: Phrase("proximal: exactly 0\nfrom step \(landing) on", zh: "近端步：自第 \(landing) 步起\n恰为 0"),
      as: .proximalSteps, side: .right, wordsAt: Point(right, 0.6 * top), size: 1.8
    ).with(\.role, .finding).with(\.scale, 1.25).with(\.hasArrow, true)
    Callout(
      Phrase("subgradient steps: never 0", zh: "次梯度步：永不为 0"),
      at: Point(0.66 * Double(steps), study.gradient.min() ?? 0), as: .gradientSteps, bold: true, placement: .below
    ).with(\.role, .finding).with(\.scale, 1.25)
  }

  /// The names alone, where the ways part.
  @MarkBuilder private func names(_ walks: [Line]) -> [any Mark] {
    for (walk, other) in zip(walks, walks.reversed()) {
      CurveName(walk.identity.name, along: walk.points, apartFrom: [other.points], as: walk.identity)
    }
  }
}
