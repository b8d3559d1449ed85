import LessonKit

extension BNConditioning {
  /// The loss has arrived where this is left of it.
  private static let share = 1e-3
  private static let raw = Identity.before.named(Phrase("raw inputs", zh: "原始输入"))
  private static let even = Identity.after.named(Phrase("normalised inputs", zh: "归一化输入"))

  /// Both bowls, in units of the geometric mean of the features' spreads, and descent on each from the same model.
  private var pair: [(name: Identity, bowl: FeatureBowl, walk: Walk)] {
    let raw = FeatureBowl(deviations: (ratio.squareRoot(), 1 / ratio.squareRoot()), correlation: rho)
    let (even, start) = (raw.standardised, Vector2(start))
    return [
      (Self.raw, raw, raw.walk(from: start, to: Self.share)),
      (Self.even, even, even.walk(from: raw.standardised(start), to: Self.share)),
    ]
  }

  private var conditions: Phrase {
    Phrase(
      "Loss ½·wᵀCw of a linear model, w counted from its best weights, C the covariance of the features; gradient descent at 2/(λ₁ + λ₂) from the same model, (\(start.x), \(start.y)) in raw weights, until a thousandth of the loss is left; one input varies \(ratio) times as much as the other, correlation \(rho).",
      zh:
        "线性模型的损失 ½·wᵀCw，w 从最优权重算起，C 为特征的协方差；梯度下降，学习率 2/(λ₁ + λ₂)，起点为同一模型（原始权重 (\(start.x), \(start.y))），直到损失降为千分之一；一个输入的标准差是另一个的 \(ratio) 倍，相关系数 \(rho)。"
    )
  }

  /// The loss before and after, with descent on both, in one scale so that the bowls can be compared.
  var bowlsFigure: Figure {
    let pair = pair
    let steps = pair.map { item in
      item.walk.losses.firstIndex { $0 <= Self.share * item.walk.losses[0] } ?? item.walk.steps
    }
    let ways = zip(pair, steps).map { item, steps in item.walk.points.prefix(steps + 1).map { Point($0) } }
    let extent = Extent(ways.joined() + [.zero])
    let (x, y) = (extent.x.range ?? 0...1, extent.y.range ?? 0...1)
    let air = 0.2 * max(x.upperBound - x.lowerBound, y.upperBound - y.lowerBound)
    let view = View(x: x.lowerBound - air...x.upperBound + air, y: y.lowerBound - air...y.upperBound + air)
    return Figure(
      headline: [
        .init(
          "Normalising the inputs: \(steps[1], "step") instead of \(steps[0])",
          zh: "输入归一化：只需 \(steps[1]) 步，而非 \(steps[0]) 步", if: steps[1] < steps[0]),
        .init("Equal inputs: normalising changes nothing", zh: "输入本就一样大，归一化没有作用", if: ratio == 1),
      ], setting: Phrase("Gradient descent from the same model, each at its best rate", zh: "从同一模型出发的梯度下降，各取最佳学习率"),
      talk: Phrase(
        "In a long bowl the steepest direction limits the rate, and the flat one then takes many steps. Dividing each feature by its spread makes the bowl rounder: here \(pair[0].bowl.elongation, digits: 2) times longer than wide becomes \(pair[1].bowl.elongation, digits: 2) times.",
        zh:
          "在狭长的碗里，最陡的方向限制了学习率，而平缓的方向就要走很多步。把每个特征除以它的标准差，碗就更圆：长与宽之比由 \(pair[0].bowl.elongation, digits: 2) 变为 \(pair[1].bowl.elongation, digits: 2)。"
      ), ask: Phrase("How many steps will descent need on the right?", zh: "右图中梯度下降需要多少步？"), protocol: conditions,
      panels: zip(pair, ways).map { map($0.name, $0.bowl, $0.walk, $1, view) })
  }

  private func heading(_ name: Identity) -> Phrase {
    name == Self.raw
      ? Phrase("Before: \(name.name)", zh: "之前：\(name.name)") : Phrase("After: \(name.name)", zh: "之后：\(name.name)")
  }

  private func map(_ name: Identity, _ bowl: FeatureBowl, _ walk: Walk, _ way: [Point], _ view: View) -> Panel {
    let (isRaw, steps) = (name == Self.raw, way.count - 1)
    return Panel(
      x: Axis("$w_1$", domain: view.x), y: Axis("$w_2$", domain: view.y), frame: .box, heading: heading(name), as: name,
      equalAspect: true
    ) {
      Surface(Field(Landscape.bowl(bowl.covariance)), spread: .squares)
      Star(.zero, label: isRaw ? Phrase("minimum", zh: "最小值") : "")
      Trail(
        way, as: name, phases: [.init(Phrase("\(steps, "step")", zh: "\(steps) 步"), steps: 1...max(2, steps / 4))],
        table: walk.table(named: isRaw ? "raw" : "normalised"))
      Ring(way[0], label: isRaw ? Phrase("start", zh: "起点") : "")
    }
  }

  /// The course's own features as a cloud of samples, with the spread along the axes of its covariance.
  func exampleFigure(_ run: Run) -> Figure {
    let raw = FeatureBowl.course
    let bowls = [(Self.raw, raw), (Self.even, raw.standardised)]
    let values = bowls.map { $0.1.covariance.eigenvalues }
    return Figure(
      headline: [
        .init(
          "Variances of \(values[0].largest, digits: 3) and \(values[0].smallest, digits: 2) become \(values[1].largest) and \(values[1].smallest)",
          zh:
            "方差由 \(values[0].largest, digits: 3) 和 \(values[0].smallest, digits: 2) 变为 \(values[1].largest) 和 \(values[1].smallest)"
        )
      ], setting: Phrase("The spread along and across a cloud of two features", zh: "两个特征的点云沿长轴与短轴的方差"),
      talk: Phrase(
        "The variances along and across the cloud are the eigenvalues of its covariance, and the curvatures of the loss. Standardising brings their ratio from six to three, not to one: the features are still correlated.",
        zh: "沿点云长轴与短轴的方差就是协方差的特征值，也是损失的曲率。标准化使两者之比由 6 降到 3，而不是 1：特征之间仍然相关。"),
      ask: Phrase("Both features are given variance 1. Is the cloud then round?", zh: "两个特征的方差都变成 1 之后，点云是圆的吗？"),
      protocol: Phrase(
        "Variances 16 and 4, correlation 0.5: covariance [[16, 4], [4, 4]] and its correlation matrix; 400 normal samples, seed \(run.seed); arrows: one standard deviation along each eigenvector.",
        zh: "方差 16 与 4，相关系数 0.5：协方差 [[16, 4], [4, 4]] 及其相关矩阵；400 个正态样本，种子 \(run.seed)；箭头：沿各特征向量的一个标准差。"),
      panels: bowls.map { cloud($0.0, $0.1, run) })
  }

  private func cloud(_ name: Identity, _ bowl: FeatureBowl, _ run: Run) -> Panel {
    let (isRaw, c) = (name == Self.raw, bowl.covariance)
    let (most, least) = c.eigenvalues
    let turn = 0.5 * atan2(2 * c.xy, c.xx - c.yy)
    let long = Point(cos(turn), sin(turn)) * most.squareRoot()
    let short = Point(-sin(turn), cos(turn)) * least.squareRoot()
    var generator = SeededGenerator(seed: UInt64(run.seed))
    let normals = generator.normal(shape: [400, 2])
    var dots = Dots((0..<400).map { long * normals[$0, 0] + short * normals[$0, 1] }, as: name)
    dots.isBackground = true
    let side = 2.3 * max(bowl.deviations.x, bowl.deviations.y)
    return Panel(
      x: Axis(isRaw ? Phrase("feature 1", zh: "特征 1") : Phrase("feature 1 ÷ 4", zh: "特征 1 ÷ 4"), domain: -side...side),
      y: Axis(isRaw ? Phrase("feature 2", zh: "特征 2") : Phrase("feature 2 ÷ 2", zh: "特征 2 ÷ 2"), domain: -side...side),
      frame: .box, heading: heading(name),
      subheading: Phrase("ratio \(most / least, digits: 2)", zh: "长轴方差是短轴的 \(most / least, digits: 2) 倍"), as: name,
      equalAspect: true
    ) {
      dots
      Region(ellipse: .zero, long, short, as: name)
      Arrow(from: .zero, to: long, as: nil, label: "\(most, digits: 3)")
      Arrow(from: .zero, to: short, as: nil, label: "\(least, digits: 2)")
    }
  }

  /// What is left of the distance to the minimum, step by step.
  var distanceFigure: Figure {
    let pair = pair
    let kept = pair.map(\.bowl.shrinking)
    return Figure(
      headline: [
        .init(
          "A step keeps \(percent: kept[0]) of the distance, normalised \(percent: kept[1])",
          zh: "每步保留 \(percent: kept[0]) 的距离，归一化后只剩 \(percent: kept[1])", if: kept[1] < kept[0] - 0.01)
      ], setting: Phrase("Gradient descent, each at its best learning rate", zh: "梯度下降，各取最佳学习率"),
      talk: Phrase(
        "On a bowl the distance shrinks by the same factor in every step, a straight line on this scale. The factor depends on the condition number alone.",
        zh: "在碗形的损失上，每一步距离都乘同一个因子，在这种坐标下是一条直线。这个因子只取决于条件数。"),
      ask: Phrase("What is left of the distance after ten steps?", zh: "十步之后还剩多少距离？"),
      protocol: Phrase(
        "\(conditions) The factor is (κ − 1)/(κ + 1), κ = \(pair[0].bowl.covariance.conditionNumber) and \(pair[1].bowl.covariance.conditionNumber).",
        zh:
          "\(conditions)因子为 (κ − 1)/(κ + 1)，κ 为 \(pair[0].bowl.covariance.conditionNumber) 与 \(pair[1].bowl.covariance.conditionNumber)。"
      )
    ) {
      Panel(
        x: Axis(Phrase("step", zh: "步数"), padding: .tight),
        y: Axis(Phrase("distance left (log scale)", zh: "剩余距离（对数坐标）"), .log, domain: 1e-3...1)
      ) {
        for item in pair {
          let distances = item.walk.distances(to: Vector2(0, 0))
          along(distances.map { $0 / distances[0] }, as: item.name)
        }
      }
    }
  }

  /// The shares of the distance as a curve with its name beside it.
  private func along(_ shares: [Double], as name: Identity) -> Line {
    var line = Line(shares.enumerated().map { Point(Double($0), $1) }, as: name, hasDots: shares.count <= 41)
    (line.isNamedAlong, line.hasEndMarker) = (true, false)
    return line
  }

  /// How features are drawn, and what they are called.
  private static let ways: [(way: Standardising.Way, name: Identity)] = [
    (.samples, Identity(Phrase("features in\none unit", zh: "单位相同\n的特征"), .series(4), marker: .diamond)),
    (.units, Identity(Phrase("in random\nunits", zh: "单位随机\n的特征"), .series(2), marker: .triangle)),
  ]

  /// The share of random covariances that get worse, by dimension.
  func worseFigure(_ run: Run) -> Figure {
    let draws = 3000
    let shares = Standardising.shares(Self.ways.map(\.way), draws: draws, seed: run.seed)
    let three = shares[0][1].share
    let one = Int((1 / max(three, 1e-6)).rounded())
    return Figure(
      headline: [
        .init(
          "With three features standardising makes 1 in \(one) worse", zh: "三个特征时，每 \(one) 例就有 1 例标准化后更差",
          if: three > 0.005)
      ], setting: Phrase("How often the condition number of random features grows", zh: "随机特征的条件数反而变大的频率"),
      foot: Phrase("\(draws) draws a dot; bands: 95 % intervals", zh: "每点抽取 \(draws) 次；色带为 95% 区间"),
      talk: Phrase(
        "With two features standardising can only help; from three on it may turn a good direction into a worse one. Where the units of the features differ widely, as in practice, that is rare.",
        zh: "只有两个特征时，标准化只会有好处；从三个起，它可能把好的方向变差。而在特征单位相差悬殊的实际情形中，这很少发生。"),
      ask: Phrase("Does standardising always make the bowl rounder?", zh: "标准化总会让碗更圆吗？"),
      protocol: Phrase(
        "Covariances of as many normal samples as features; in units of its own: the same, each feature times a log-normal unit, σ = 1. Seed \(run.seed).",
        zh: "协方差由与特征数相同个数的正态样本算出；单位各异：再给每个特征乘一个对数正态的单位，σ = 1。种子 \(run.seed)。")
    ) {
      Panel(
        x: Axis(
          categories: Standardising.dimensions.map { .init("\($0)") }, name: Phrase("number of features", zh: "特征个数")),
        y: Axis(Phrase("made worse (%)", zh: "变差的比例（%）"))
      ) { for (way, shares) in zip(Self.ways, shares) { Fan(percentOf: shares, as: way.name) } }
    }
  }
}
