import LessonKit

extension PNormBalls {
  /// The unit balls side by side, with their corners on the axes.
  var ballsFigure: Figure {
    let norms = exponents.map { PNorm($0) } + [PNorm(.infinity)]
    let (sharp, smooth) = (norms.filter { $0.p <= 1 }, norms.filter { $0.p > 1 })
    // With the words beside them the balls with corners fill a row, all others the next.
    let hasWords = !sharp.isEmpty && norms.count < 6
    let columns = max(sharp.count + 1, smooth.count)
    let tellsBoth = hasWords && smooth.count == sharp.count
    let row = Arrangement.Row(height: 1, widths: Array(repeating: 1, count: columns))
    return Figure(
      headline: [
        .init(
          "Only balls with p ≤ 1 have corners on axes, hence zeros", zh: "只有 p ≤ 1 的球在轴上有尖角，权重才恰为零",
          if: exponents.contains { $0 <= 1 }),
        .init("Above p = 1 no ball has a corner on an axis", zh: "p > 1 的单位球在坐标轴上都没有尖角"),
      ], setting: Phrase("Grey: loss", zh: "灰色：损失的等高线"),
      talk: Phrase(
        "A penalty on the p-norm keeps the weights in such a shape. Contours of the loss meet a corner first from many sides, and a corner on an axis is a weight of zero. Up to p = 1 there are such corners; from p = 1 on the shapes are convex. L1 alone is both.",
        zh: "对 p-范数的惩罚把权重留在这样的形状里。从许多方向来的等高线都先碰到尖角，而坐标轴上的尖角就意味着某个权重为零。p ≤ 1 有这样的尖角，p ≥ 1 的形状才是凸的，只有 L1 两者兼备。"),
      ask: Phrase("Which of these shapes make weights exactly zero?", zh: "哪些形状能让权重恰好为零？"),
      protocol: Phrase(
        "The curves |w₁|ᵖ + |w₂|ᵖ = 1, and max(|w₁|, |w₂|) = 1 for p = ∞; a round loss with its least value at (\(Self.least.x), \(Self.least.y)). Below p = 1 the shapes are not convex, and ‖w‖ₚ is no norm in the strict sense.",
        zh:
          "曲线 |w₁|ᵖ + |w₂|ᵖ = 1；p = ∞ 时为 max(|w₁|, |w₂|) = 1；圆形的损失在 (\(Self.least.x), \(Self.least.y)) 处最小。p < 1 时形状非凸，严格说来 ‖w‖ₚ 不是范数。"
      ), arrangement: hasWords && sharp.count + 1 == columns ? .rows([row, row]) : .automatic,
      panels: sharp.map { ball($0, first: norms.first) } + (hasWords ? [corners] : [])
        + smooth.map { ball($0, first: norms.first) } + (tellsBoth ? [sides] : []))
  }

  /// A plane without anything in it.
  private func plane(_ heading: Phrase?, as identity: Identity, @MarkBuilder marks: () -> [any Mark]) -> Panel {
    Panel(
      x: Axis("$w_1$", domain: -1.15...1.25), y: Axis("$w_2$", domain: -1.1...2.1), frame: .bare, heading: heading,
      as: identity, equalAspect: true, marks: marks
    ).with(\.headingScale, 1.35).with(\.headingTells, true)
  }

  /// What the corners do, in the place beside their row.
  private var corners: Panel {
    words(Phrase("exactly 0:", zh: "恰为 0："), Phrase("touches\na corner", zh: "损失碰到\n尖角"), as: PNorm(1).identity)
  }

  /// The same beside the row of those without.
  private var sides: Panel {
    words(Phrase("only smaller:", zh: "只变小："), Phrase("touches\nno corner", zh: "碰不到\n尖角"), as: PNorm(2).identity)
  }

  private func words(_ finding: Phrase, _ reason: Phrase, as look: Identity) -> Panel {
    plane(nil, as: look) {
      Callout(finding, at: Point(0, 0.95), as: look, bold: true, placement: .centered).with(\.role, .finding).with(
        \.scale, 1.4)
      Callout(reason, at: Point(0, 0), as: look, bold: true, placement: .centered).with(\.role, .finding)
    }
  }

  private func ball(_ norm: PNorm, first: PNorm?) -> Panel {
    let (name, best) = (norm.identity, norm.nearest(to: Self.least))
    let reach = best.distance(to: Self.least)
    let weight: Phrase =
      norm.p <= 1 && best.x == 0 ? "$w_1$ = 0" : best.x < 0.005 ? "$w_1$ ≈ 0" : "$w_1$ = \(best.x, decimals: 2)"
    return plane(Phrase("\(name.name),  \(weight)", zh: "\(name.name)，\(weight)"), as: name) {
      // Named once: the planes are all alike.
      OriginAxes(norm == first ? "$w_1$" : "", norm == first ? "$w_2$" : "")
      Given(Region(polygon: norm.ball, as: name, shade: 0.22))
      for share in [0.4, 0.7, 1] {
        Region(ellipse: Self.least, Point(share * reach, 0), Point(0, share * reach), as: Identity("", .muted)).with(
          \.shade, 0.12
        ).with(\.weight, 0.5)
      }
      if norm.p <= 1 {
        for corner in norm.corners(of: 2).map({ Point($0[0], $0[1]) }) { LabelledDot(corner, label: "", as: name) }
      }
      LabelledDot(best, label: "", as: Identity(Phrase("best", zh: "最优"), .ink), size: 1.8)
    }
  }

  /// Where the loss of the picture is least: nearer to the axis of w₂ than to that of w₁.
  private static let least = Point(0.4, 1.45)

  /// The balls of three weights for p = 1 and p = ∞, their corners counted.
  var solidsFigure: Figure {
    let (one, most) = (PNorm(1), PNorm(.infinity))
    let axes: [Phrase] = ["$w_1$", "$w_2$", "$w_3$"]
    let (few, many) = (one.corners(of: 3).count, most.corners(of: 3).count)
    let high = 10
    return Figure(
      headline: [.init("In space L1’s ball is an octahedron, not a cube", zh: "三维时 L1 的单位球是正八面体，不是立方体")],
      setting: Phrase("Weights of norm ≤ 1", zh: "范数 ≤ 1 的权重"),
      foot: Phrase(
        "\(high) weights: \(one.corners(of: high).count) corners, or \(Digits.count(most.corners(of: high).count))",
        zh: "\(high) 个权重时：\(one.corners(of: high).count) 个尖角，对 \(Digits.count(most.corners(of: high).count)) 个"),
      talk: Phrase(
        "A diamond has its corners on the axes, and so has its relative in space: two for each weight. At each of them all weights but one are zero. The cube is the ball of the largest weight; its corners are where all weights are as large as they may be.",
        zh: "菱形的尖角在坐标轴上，三维的也一样：每个权重两个，在每个尖角处只有一个权重不为零。立方体是“最大权重”的单位球，它的尖角处所有权重都取到最大。"),
      ask: Phrase("What does the diamond become with three weights?", zh: "有三个权重时，菱形变成什么？")
    ) {
      solid(
        Solid.octahedron(as: one.identity, axes: axes),
        Phrase("L1: \(few) corners, on the axes", zh: "L1：\(few) 个尖角，在坐标轴上"))
      solid(
        Solid.cube(as: most.identity, axes: axes),
        Phrase("L∞: \(many) corners, off the axes", zh: "L∞：\(many) 个尖角，不在轴上"))
    }
  }

  private func solid(_ solid: Solid, _ heading: Phrase) -> Panel {
    Panel(
      x: Axis("$w_1$", domain: -1...1), y: Axis("$w_2$", domain: -1...1), frame: .bare, heading: heading,
      as: solid.identity
    ) { solid }.with(\.headingTells, true)
  }

  private static let weights = [
    Identity(Phrase("weight A", zh: "权重 A"), .series(0), marker: .circle),
    Identity(Phrase("weight B", zh: "权重 B"), .series(3), marker: .diamond),
  ]

  /// The weights of two features that are nearly twins, against the strength of the penalty.
  func elasticFigure(_ study: Study) -> Figure {
    Figure(
      headline: [
        .init("Elastic net keeps twins together, L1 drops one", zh: "弹性网让孪生特征同进退，L1 则丢掉一个", if: study.keepsTogether),
        .init("The less alike two features, the more elastic net is L1", zh: "特征越不相似，弹性网越像 L1"),
      ], setting: Phrase("Two features, correlation \(correlation)", zh: "相关系数为 \(correlation) 的两个特征"),
      foot: Phrase("elastic net: L1 plus as much L2", zh: "弹性网：同样的 L1，另加等量的 L2"),
      talk: Phrase(
        "Two features that say nearly the same could share the work. L1 leaves it all to one of them, and which one is a matter of luck. L2 likes the work shared; elastic net, with both, keeps the two weights together and still lets go of both in the end.",
        zh: "两个几乎相同的特征本可以分担。L1 把全部权重交给其中一个，交给哪个全凭运气；L2 偏好分担。弹性网两者兼有：两个权重同进退，最终一起归零。"),
      ask: Phrase("Two features are nearly the same. Which of them does L1 keep?", zh: "两个特征几乎相同，L1 会留下哪一个？"),
      protocol: Phrase(
        "L = ½(w − o)ᵀH(w − o), H = [[1, \(correlation)], [\(correlation), 1]], o = (\(Study.best.x), \(Study.best.y)), with λ‖w‖₁, and with λ‖w‖₁ + ½λ‖w‖₂²: scikit-learn’s alpha = 2λ, l1_ratio = 0.5. In closed form.",
        zh:
          "L = ½(w − o)ᵀH(w − o)，H = [[1, \(correlation)], [\(correlation), 1]]，o = (\(Study.best.x), \(Study.best.y))；分别加 λ‖w‖₁ 与 λ‖w‖₁ + ½λ‖w‖₂²（scikit-learn 中 alpha = 2λ、l1_ratio = 0.5）。闭式解。"
      )
    ) {
      paths(study, study.lasso, Phrase("L1: one by one", zh: "L1：先后归零"))
      paths(study, study.net, Phrase("Elastic net: together", zh: "弹性网：一起归零"))
    }
  }

  private func paths(_ study: Study, _ path: [Vector2], _ heading: Phrase) -> Panel {
    let curves = [\Vector2.x, \.y].map { part in zip(study.strengths, path).map { Point($0, $1[keyPath: part]) } }
    let (drop, width) = (Point(study.drop(path), 0), study.strengths.last ?? 1)
    return Panel(
      x: Axis(Phrase("penalty strength λ", zh: "惩罚强度 λ"), domain: 0...width),
      y: Axis(Phrase("weights", zh: "权重"), domain: -0.03...1.25), heading: heading
    ) {
      for (curve, weight) in zip(curves, Self.weights) {
        Line(curve, as: weight).with(\.isNamedAlong, true).with(\.hasEndMarker, false)
      }
      LabelledDot(
        drop, label: Phrase("B is zero", zh: "B 为零"), as: Self.weights[1], side: .above,
        wordsAt: Point(min(drop.x + 0.2 * width, 0.82 * width), 0.07), size: 1.8
      ).with(\.role, .finding)
    }.with(\.headingTells, true)
  }
}
