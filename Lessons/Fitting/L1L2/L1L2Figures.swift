import LessonKit

extension L1L2 {
  private var bowl: PenalisedBowl { PenalisedBowl() }

  /// Where the lowest contour of the loss touches the weights that each penalty allows.
  var ballsFigure: Figure {
    let found = WeightPenalty.allCases.map { bowl.solution($0, limit: limit) }
    let solutions = found.map(\.weights)
    let zeros = solutions.map { ($0.x == 0 ? 1 : 0) + ($0.y == 0 ? 1 : 0) }
    return Figure(
      headline: [
        .init(
          "L1 sets a weight to exactly zero, L2 only shrinks it", zh: "L1 让一个权重恰好为零，L2 只让它变小", if: zeros == [1, 0]),
        .init("With so much room no weight is zero, under L1 or L2", zh: "范围这样大，L1 和 L2 都没有零权重", if: zeros == [0, 0]),
      ],
      setting: zeros == [1, 0]
        ? Phrase("Same loss: corner against edge", zh: "同样的损失：尖角对圆边")
        : Phrase("The best allowed weights: on the edge for both", zh: "允许范围内的最优权重：都在边上"),
      talk: Phrase(
        "A penalty is as good as a limit on the size of the weights. The best allowed point is where the smallest contour of the loss that reaches the shape touches it. The diamond has its corners on the axes: a corner is met first by contours from many sides.",
        zh: "加惩罚等价于限制权重的大小。允许范围内的最优点，是恰好触到这个形状的那条最小的损失等高线的切点。菱形的尖角在坐标轴上，从许多方向来的等高线都会先碰到尖角。"),
      ask: Phrase(
        "The ellipses grow until they touch the coloured shape. Where will they touch it?", zh: "椭圆不断变大，直到碰到彩色区域。会碰在哪里？"
      ),
      protocol: Phrase(
        "Minimum of L = ½(w − o)ᵀH(w − o), H = [[1, 0.5], [0.5, 2]], o = (0.8, 1.6), with ‖w‖₁ ≤ \(limit) and with ‖w‖₂ ≤ \(limit): the minimum of L + λ‖w‖₁ at λ = \(found[0].strength, digits: 3) and of L + λ‖w‖₂² at λ = \(found[1].strength, digits: 3), in closed form.",
        zh:
          "L = ½(w − o)ᵀH(w − o) 在 ‖w‖₁ ≤ \(limit) 与 ‖w‖₂ ≤ \(limit) 下的最小值，H = [[1, 0.5], [0.5, 2]]，o = (0.8, 1.6)；即 L + λ‖w‖₁（λ = \(found[0].strength, digits: 3)）与 L + λ‖w‖₂²（λ = \(found[1].strength, digits: 3)）的最小值，闭式解。"
      ), panels: zip(WeightPenalty.allCases, solutions).map { map($0, $1, view(solutions)) })
  }

  private func map(_ penalty: WeightPenalty, _ w: Vector2, _ view: View) -> Panel {
    let name = penalty.identity
    let own = Point(w)
    var panel = Panel(
      x: Axis("$w_1$"), y: Axis("$w_2$"), frame: .bare,
      heading: penalty == .l1 ? Phrase("L1 (lasso)", zh: "L1（lasso）") : Phrase("L2 (ridge)", zh: "L2（岭回归）"), as: name,
      equalAspect: true
    ) {
      axes(view)
      ball(penalty, w)
      if penalty == .l1 {
        CenteredLabel(Phrase("allowed\nweights", zh: "允许的\n权重"), at: Point(0, -0.32 * limit), as: name)
        if let low = bowl.contour(through: w).min(by: { $0.y < $1.y }) {
          Callout(Phrase("equal loss", zh: "等损失线"), at: low, placement: .below)
        }
      }
      for size in [0.4, 0.7] { ContourLine(bowl.contour(through: w, size: size)) }
      ContourLine(bowl.contour(through: w), isHeavy: true)
      Star(Point(bowl.optimum), label: penalty == .l1 ? Phrase("lowest loss", zh: "损失最低") : "")
      if penalty == .l1 {
        LabelledDot(own, label: words(w), as: name, side: .left, wordsAt: own + Point(-0.1, -0.06), size: 1.5)
      } else {
        LabelledDot(own, label: words(w), as: name, side: .right, wordsAt: own + Point(0.5, -0.45), size: 1.5)
      }
    }
    panel.show(view)
    return panel
  }

  /// What became of the weights: one is zero, or both are smaller.
  private func words(_ w: Vector2) -> Phrase {
    switch (w.x == 0, w.y == 0) {
    case (true, false): "$w_1 = 0$"
    default:
      Phrase(
        "both non-zero\n(\(w.x, digits: 2), \(w.y, digits: 2))", zh: "都不为零\n(\(w.x, digits: 2), \(w.y, digits: 2))")
    }
  }

  private func ball(_ penalty: WeightPenalty, _ w: Vector2) -> Region {
    let size = penalty.norm(w)
    switch penalty {
    case .l1:
      let corners = [Point(size, 0), Point(0, size), Point(-size, 0), Point(0, -size)]
      return Region(polygon: corners, as: .l1)
    case .l2:
      // From the point of contact on around, so that it is a corner of what is drawn.
      return Region(ellipse: .zero, Point(w), Point(w).turned, as: .l2)
    }
  }

  /// Both axes, where one weight is zero, with their names at the tips.
  @MarkBuilder private func axes(_ view: View) -> [any Mark] {
    let (right, top) = (Point(view.x.upperBound - 0.22, 0), Point(0, view.y.upperBound))
    Arrow(from: Point(view.x.lowerBound, 0), to: right, as: Self.grey, weight: 0.35)
    CenteredLabel("$w_1$", at: right + Point(0.12, 0), as: Self.grey)
    Arrow(from: .zero, to: top, as: Self.grey, weight: 0.35)
    CenteredLabel("$w_2$", at: top + Point(-0.2, -0.08), as: Self.grey)
  }

  private static let grey = Identity("", .muted)

  /// The same part of the plane in both maps: shapes and contours, and no more.
  private func view(_ solutions: [Vector2]) -> View {
    var extent = Extent(solutions.flatMap { bowl.contour(through: $0) })
    extent.include(Extent([Point(-limit, -limit), Point(limit + 0.3, limit)]))
    let (x, y) = (extent.x.range ?? 0...1, extent.y.range ?? 0...1)
    return View(x: x.lowerBound - 0.08...x.upperBound + 0.12, y: y.lowerBound - 0.08...y.upperBound + 0.3)
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
        for weight in free {
          let way = strengths.filter { $0 < weight } + [weight]
          path(way.map { Point($0, weight - $0) }, as: .l1)
        }
        Dots(free.map { Point($0, 0) }, as: .l1)
      }
      Panel(x: x, y: y, heading: Phrase("L2: smaller, never zero", zh: "L2：变小，但不为零"), as: .l2) {
        for weight in free { path(strengths.map { Point($0, weight / (1 + 2 * $0)) }, as: .l2) }
      }
    }
  }

  private func path(_ points: [Point], as name: Identity) -> Line {
    var line = Line(points, as: name, label: nil)
    line.hasEndMarker = false
    return line
  }

  /// The pulls that each ball can hold at its solution: a fan at a corner, one direction on a round edge.
  var cornerFigure: Figure {
    let solutions = WeightPenalty.allCases.map { bowl.solution($0, limit: 1).weights }
    return Figure(
      headline: [.init("A corner holds against many pulls, a round edge only one", zh: "尖角能抵住许多方向的拉力，圆边只能抵住一个")],
      setting: Phrase(
        "The pull of the loss, $-\\nabla L$, at the weights that each penalty settles on",
        zh: "在两种惩罚各自的解处，损失的拉力 $-\\nabla L$"),
      talk: Phrase(
        "At rest the ball pushes back as hard as the loss pulls. A round edge can push in one direction only; a corner in every direction between its two sides. So a weight stays at zero as long as the loss pulls on it no harder than λ.",
        zh: "静止时，球的反推与损失的拉力相等。圆边只能沿一个方向反推；尖角可以沿两条边之间的任意方向反推。所以只要损失对某个权重的拉力不超过 λ，它就一直为零。"),
      ask: Phrase("In which directions can a corner push back?", zh: "尖角能朝哪些方向反推？"),
      protocol: Phrase(
        "L = ½(w − o)ᵀH(w − o), H = [[1, 0.5], [0.5, 2]], o = (0.8, 1.6), norms at most 1. At a corner on the w₂ axis −∇L = (s, λ) with |s| ≤ λ.",
        zh: "L = ½(w − o)ᵀH(w − o)，H = [[1, 0.5], [0.5, 2]]，o = (0.8, 1.6)，范数不超过 1。在 w₂ 轴上的尖角处 −∇L = (s, λ)，|s| ≤ λ。"),
      panels: zip(WeightPenalty.allCases, solutions).map { hold($0, $1) })
  }

  /// All directions between two sides of a corner.
  private func wedge(_ corners: [Point]) -> Region {
    var wedge = Region(polygon: corners, as: .l1)
    (wedge.hasEdge, wedge.shade) = (false, 0.3)
    return wedge
  }

  private func hold(_ penalty: WeightPenalty, _ w: Vector2) -> Panel {
    let (own, pull) = (Point(w), Point(bowl.pull(w)))
    let unit = pull * (0.75 / pull.distance(to: .zero))
    let fan = (-8...8).map { Double($0) / 8 }.map { Point($0, 1) * (0.6 / Point($0, 1).distance(to: .zero)) }
    var panel = Panel(
      x: Axis("$w_1$"), y: Axis("$w_2$"), frame: .bare,
      heading: penalty == .l1
        ? Phrase("Corner: any pull in this fan", zh: "尖角：扇形内任意方向的拉力")
        : Phrase("Round edge: this pull alone", zh: "圆边：只有这一个方向"), as: penalty.identity, equalAspect: true
    ) {
      ball(penalty, w)
      if penalty == .l1 {
        wedge([own] + fan.map { own + $0 })
        for way in [0, 4, 8, 12].map({ fan[$0] }) { Arrow(from: own, to: own + way, as: .l1, weight: 0.45) }
      }
      Arrow(from: own, to: own + unit, as: nil, label: Phrase("pull of the loss", zh: "损失的拉力"))
      LabelledDot(
        own, label: words(w), as: penalty.identity, side: penalty == .l1 ? .left : .below,
        wordsAt: penalty == .l1 ? nil : own + Point(-0.25, -0.1))
    }
    panel.show(View(x: -0.9...1.7, y: 0.15...1.8))
    return panel
  }
}
