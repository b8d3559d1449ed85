import LessonKit

extension L1L2 {
  private static let bowl = PenalisedBowl(curvature: Hessian(xx: 1, xy: 0.5, yy: 2), optimum: Vector2(0.65, 1.4))
  private static let loss: Phrase = "L = ½(w − o)ᵀH(w − o), H = [[1, 0.5], [0.5, 2]], o = (0.65, 1.4)"

  /// Where the lowest contour of the loss touches the weights that each penalty allows.
  var ballsFigure: Figure {
    let found = WeightPenalty.allCases.map { Self.bowl.solution($0, limit: limit) }
    let solutions = found.map(\.weights)
    let zeros = solutions.map { [$0.x, $0.y].count { $0 == 0 } }
    let strengths = found.map(\.strength)
    return Figure(
      headline: [
        .init(
          "L1 sets a weight to exactly zero, L2 only shrinks it", zh: "L1 让一个权重恰好为零，L2 只让它变小", if: zeros == [1, 0]),
        .init("With so much room no weight is zero, under L1 or L2", zh: "范围这样大，L1 和 L2 都没有零权重", if: zeros == [0, 0]),
      ], setting: Phrase("Corner against round edge", zh: "尖角与圆边"),
      talk: Phrase(
        "A penalty is as good as a limit on the size of the weights: the best allowed point is where the smallest contour that reaches the shape touches it. The diamond has its corners on the axes, and a corner is met first by contours from many sides.",
        zh: "加惩罚等价于限制权重的大小：最优点是恰好触到这个形状的那条最小的等高线的切点。菱形的尖角在坐标轴上，从许多方向来的等高线都会先碰到尖角。"),
      ask: Phrase("The ellipses grow until they touch the coloured shape. Where?", zh: "椭圆不断变大，直到碰到彩色区域。会碰在哪里？"),
      protocol: Phrase(
        "Minimum of \(Self.loss), with ‖w‖₁ ≤ \(limit) and with ‖w‖₂ ≤ \(limit): that of L + λ‖w‖₁ at λ = \(strengths[0]) and of L + λ‖w‖₂² at λ = \(strengths[1]), the best weights (\(solutions[0].x), \(solutions[0].y)) and (\(solutions[1].x), \(solutions[1].y)), in closed form.",
        zh:
          "\(Self.loss)，在 ‖w‖₁ ≤ \(limit) 与 ‖w‖₂ ≤ \(limit) 下的最小值；即 L + λ‖w‖₁（λ = \(strengths[0])）与 L + λ‖w‖₂²（λ = \(strengths[1])）的最小值，最优权重为 (\(solutions[0].x), \(solutions[0].y)) 与 (\(solutions[1].x), \(solutions[1].y))，闭式解。"
      ), panels: zip(WeightPenalty.allCases, solutions).map { map($0, $1, view(solutions)) })
  }

  private func map(_ penalty: WeightPenalty, _ w: Vector2, _ view: View) -> Panel {
    let (name, isFirst, own) = (penalty.identity, penalty == .l1, Point(w))
    return Panel(
      x: Axis("$w_1$", domain: view.x), y: Axis("$w_2$", domain: view.y), frame: .bare,
      heading: isFirst ? Phrase("L1 (lasso)", zh: "L1（lasso）") : Phrase("L2 (ridge)", zh: "L2（岭回归）"), as: name,
      equalAspect: true
    ) {
      OriginAxes("$w_1$", "$w_2$")
      Given(ball(penalty, w))
      for size in [0.5, 0.75] { ContourLine(Self.bowl.contour(through: w, size: size)) }
      ContourLine(Self.bowl.contour(through: w), isHeavy: true)
      Star(Point(Self.bowl.optimum), label: "")
      if isFirst {
        Callout(Phrase("lowest loss", zh: "损失最低"), at: Point(Self.bowl.optimum) + Point(0, 0.07), placement: .above)
        if let low = Self.bowl.contour(through: w).max(by: { $0.x - 2 * $0.y < $1.x - 2 * $1.y }) {
          Callout(Phrase("equal loss", zh: "损失相等"), at: low - Point(0, 0.24), placement: .below)
        }
      }
      Given(CenteredLabel(Phrase("allowed\nweights", zh: "允许的\n权重"), at: Point(0, -0.32 * limit), as: name))
      LabelledDot(
        own, label: "$w_1$ = \(w.x, digits: 2)", as: name, side: isFirst ? .left : .below,
        wordsAt: isFirst ? own : Point(0.1 * own.x, own.y), size: 2.3
      ).with(\.role, .finding)
    }
  }

  /// What became of the weights: one is zero, or both are smaller.
  private func words(_ w: Vector2) -> Phrase { w.x == 0 ? "$w_1 = 0$" : Phrase("both non-zero", zh: "都不为零") }

  /// All weights whose norm is at most that of a solution, which is a corner of what is drawn.
  private func ball(_ penalty: WeightPenalty, _ w: Vector2) -> Region {
    let size = penalty.norm(w)
    let corners = [Point(size, 0), Point(0, size), Point(-size, 0), Point(0, -size)]
    return penalty == .l1
      ? Region(polygon: corners, as: .l1) : Region(ellipse: .zero, Point(w), Point(w).turned, as: .l2)
  }

  /// The same part of the plane in both maps: shapes and contours, and no more.
  private func view(_ solutions: [Vector2]) -> View {
    let extent = Extent(
      solutions.flatMap { Self.bowl.contour(through: $0) } + [Point(-limit, -limit), Point(limit, limit)])
    let (x, y) = (extent.x.range ?? 0...1, extent.y.range ?? 0...1)
    return View(x: x.lowerBound - 0.06...x.upperBound + 0.06, y: y.lowerBound - 0.06...y.upperBound + 0.12)
  }

  /// Five independent weights against the strength of each penalty.
  var pathsFigure: Figure {
    let (free, strongest) = ([2.0, 1.5, 1.0, 0.6, 0.3], 2.4)
    let strengths = (0...strongest).evenlySpaced(count: 121)
    let x = Axis(Phrase("strength of the penalty λ", zh: "惩罚强度 λ"), domain: 0...strongest)
    let y = Axis(Phrase("weights", zh: "权重"), domain: 0...2.1)
    return Figure(
      headline: [.init("As the penalty grows, L1 drops weights one by one", zh: "惩罚越强，L1 让权重一个接一个归零")],
      setting: Phrase("Five weights of independent features, under the same loss", zh: "五个相互独立的特征的权重，损失相同"),
      talk: Phrase(
        "L1 takes the same amount off every weight and stops at zero, so the small ones go first: it selects features. L2 takes the same share of every weight, and a share of something is never nothing.",
        zh: "L1 从每个权重上减去同样的数量，减到零为止，所以小的先消失：它在选择特征。L2 按同样的比例缩小每个权重，再怎么缩也不会是零。"),
      ask: Phrase("Which of the five weights is zero first, and under which penalty?", zh: "五个权重中哪个先变为零？在哪种惩罚下？"),
      protocol: Phrase(
        "L = ½‖w − o‖², o = (2, 1.5, 1, 0.6, 0.3): with λ‖w‖₁ a weight is max(o − λ, 0), with λ‖w‖₂² it is o/(1 + 2λ).",
        zh: "L = ½‖w − o‖²，o = (2, 1.5, 1, 0.6, 0.3)：加 λ‖w‖₁ 时权重为 max(o − λ, 0)，加 λ‖w‖₂² 时为 o/(1 + 2λ)。")
    ) {
      Panel(x: x, y: y, heading: Phrase("L1: one by one to zero", zh: "L1：一个接一个到零"), as: .l1) {
        for weight in free { Line.plain([Point(0, weight), Point(weight, 0)], as: .l1) }
        Dots(free.map { Point($0, 0) }, as: .l1)
      }.with(\.headingTells, true)
      Panel(x: x, y: y, heading: Phrase("L2: smaller, never zero", zh: "L2：变小，但不为零"), as: .l2) {
        for weight in free { Line.plain(strengths.map { Point($0, weight / (1 + 2 * $0)) }, as: .l2) }
      }.with(\.headingTells, true)
    }
  }

  /// The pulls that each ball can hold at its solution: a fan at a corner, one direction on a round edge.
  var cornerFigure: Figure {
    Figure(
      headline: [.init("A corner holds against many pulls, a round edge only one", zh: "尖角能抵住许多方向的拉力，圆边只能抵住一个")],
      setting: Phrase("At rest: the weights that each penalty settles on", zh: "静止时：在两种惩罚各自的解处"),
      talk: Phrase(
        "At rest the ball pushes back as hard as the loss pulls: a round edge in one direction only, a corner in every direction between its two sides. So a weight stays at zero as long as the loss pulls on it no harder than λ.",
        zh: "静止时，球的反推与损失的拉力相等：圆边只能沿一个方向反推，尖角可以沿两条边之间的任意方向反推。所以只要损失对某个权重的拉力不超过 λ，它就一直为零。"),
      ask: Phrase("In which directions can a corner push back?", zh: "尖角能朝哪些方向反推？"),
      protocol: Phrase(
        "The pull of the loss is −∇L; \(Self.loss), norms at most 1. At a corner on the w₂ axis −∇L = (s, λ) with |s| ≤ λ.",
        zh: "损失的拉力为 −∇L；\(Self.loss)，范数不超过 1。在 w₂ 轴上的尖角处 −∇L = (s, λ)，|s| ≤ λ。"),
      panels: WeightPenalty.allCases.map { hold($0, Self.bowl.solution($0, limit: 1).weights) })
  }

  private func hold(_ penalty: WeightPenalty, _ w: Vector2) -> Panel {
    let (name, isFirst, own, pull) = (penalty.identity, penalty == .l1, Point(w), Point(Self.bowl.pull(w)))
    let fan = (-4...4).map { Point(Double($0) / 4, 1) }.map { own + $0 * (0.6 / $0.distance(to: .zero)) }
    return Panel(
      x: Axis("$w_1$", domain: -0.8...1.3), y: Axis("$w_2$", domain: 0.2...1.75), frame: .bare,
      heading: isFirst
        ? Phrase("Corner: any pull in this fan", zh: "尖角：扇形内任意方向的拉力")
        : Phrase("Round edge: this pull alone", zh: "圆边：只有这一个方向"), as: name, equalAspect: true
    ) {
      Given(ball(penalty, w))
      if isFirst {
        Region(polygon: [own] + fan, as: .l1, shade: 0.3, hasEdge: false)
        for tip in [fan[0], fan[2], fan[4], fan[6]] { Arrow(from: own, to: tip, as: .l1, weight: 0.45) }
      }
      Arrow(
        from: own, to: own + pull * (0.75 / pull.distance(to: .zero)), as: nil,
        label: Phrase("pull of the loss", zh: "损失的拉力"))
      LabelledDot(
        own, label: words(w), as: name, side: isFirst ? .left : .below,
        wordsAt: isFirst ? nil : own + Point(-0.25, -0.1))
    }.with(\.headingTells, true)
  }
}
