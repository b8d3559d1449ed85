import LessonKit

extension LearningRate {
  private var descents: [Descent] { rates.map { Descent(rate: $0, steps: steps) } }
  /// Which side of the limit the rates show.
  private var isBelow: Bool { descents.contains { abs($0.factor) < 1 - 1e-9 } }
  private var isAbove: Bool { descents.contains { $0.kind == .diverging } }

  private var conditions: Phrase {
    Phrase(
      "Gradient descent x ← x − ηf′(x) on f(x) = λx²/2 with λ = \(Self.curvature), \(steps, "step") from \(Self.start); rates \(list: rates.map { "\($0)" }).",
      zh:
        "在 f(x) = λx²/2（λ = \(Self.curvature)）上做梯度下降 x ← x − ηf′(x)，从 \(Self.start) 出发走 \(steps) 步；学习率 \(list: rates.map { "\($0)" })。"
    )
  }

  /// Descents on one parabola side by side, each rate held against the limit.
  var ratesFigure: Figure {
    Figure(
      headline: [
        .init(
          "Below rate \(Self.limit) descent converges, above it diverges",
          zh: "学习率低于 \(Self.limit) 时收敛，高于 \(Self.limit) 时发散", if: isBelow && isAbove),
        .init("Below rate \(Self.limit) every step comes nearer", zh: "学习率低于 \(Self.limit) 时每一步都更近", if: isBelow),
        .init("Above rate \(Self.limit) every step goes farther away", zh: "学习率高于 \(Self.limit) 时每一步都更远", if: isAbove),
      ], setting: Phrase("Limit $2/λ$, curvature $λ$ = \(Self.curvature)", zh: "上限 $2/λ$，曲率 $λ$ = \(Self.curvature)"),
      talk: Phrase(
        "The same bowl, the same start. A small rate creeps, 1/λ is there in a single step. Beyond that a step jumps across the minimum: nearer each time below 2/λ, farther each time above.",
        zh: "同一个碗、同一个起点。学习率小则缓慢爬行，取 1/λ 时一步到达。再大就会跳过最小值：低于 2/λ 时越跳越近，高于 2/λ 时越跳越远。"),
      ask: Phrase("If a larger rate is faster, how large may it be?", zh: "学习率越大越快，那最大可以取多少？"), protocol: conditions,
      panels: descents.enumerated().map { panel($1, isFirst: $0 == 0, isLast: $0 == descents.count - 1) })
  }

  /// One descent on the parabola; the first one names what stands in all.
  private func panel(_ descent: Descent, isFirst: Bool, isLast: Bool) -> Panel {
    let reach = 1.72 * abs(Self.start)
    let top = Descent.height(reach)
    let name = descent.kind.identity
    let sign = descent.kind == .neutral ? "=" : descent.kind == .diverging ? ">" : "<"
    let trail = name.named(Phrase("rate \(descent.rate)", zh: "学习率 \(descent.rate)"))
    return Panel(
      x: Axis("$x$", domain: -reach...reach), y: Axis("$x^2$", domain: -0.1 * top...top), frame: .open,
      heading: Phrase(
        "\(name.name): \(trail.name) \(sign) \(Self.limit)", zh: "\(name.name)：\(trail.name) \(sign) \(Self.limit)"),
      as: name
    ) {
      Given(law((-reach...reach).evenlySpaced(count: 121).map { Point($0, Descent.height($0)) }))
      if descent.leaves(reach) {
        Line(descent.points, as: trail, label: nil, divergedAt: descent.walk.lostAt).with(\.hasExits, true).with(
          \.hasEndMarker, false
        ).with(\.isTold, true)
        Dots(Array(descent.points.dropFirst()), as: trail)
      } else {
        Trail(descent.distinctPoints, as: trail, table: descent.walk.table(named: "rate \(descent.rate)"))
      }
      Ring(descent.points[0], label: isFirst ? Phrase("start", zh: "起点") : "")
      Star(Point(0, 0), label: isLast ? Phrase("minimum", zh: "最小值点") : "")
    }.with(\.headingTells, true)
  }

  /// The curve that a law draws, in grey.
  private func law(_ points: [Point]) -> Line {
    Line(points, as: .law, label: nil).with(\.hasEndMarker, false).with(\.identity.dash, .solid).with(\.strength, 0.75)
  }

  /// How the size of the factor hangs on the rate, with the factors of the walks on it.
  var factorFigure: Figure {
    let right = max(1.2 * Self.limit, 1.08 * (rates.max() ?? 0))
    let top = max(1.45, 1.1 * abs(1 - right * Self.curvature))
    return Figure(
      headline: [
        .init("Each step multiplies the distance by 1 − ηλ", zh: "每一步把到最小值的距离乘以 1 − ηλ", if: isBelow || isAbove)
      ], setting: Phrase("$f(x)=λx^2/2$, $λ$ = \(Self.curvature)", zh: "$f(x)=λx^2/2$，$λ$ = \(Self.curvature)"),
      talk: Phrase(
        "The gradient is λx, so a step replaces x by (1 − ηλ)x. The factor is zero at 1/λ and its size passes one at 2/λ: that is the whole story of the rate on a parabola.",
        zh: "梯度是 λx，所以一步之后 x 变为 (1 − ηλ)x。这个乘子在 1/λ 处为零，在 2/λ 处绝对值超过 1：抛物线上学习率的一切都在这里。"),
      ask: Phrase("At which rate does a single step reach the minimum?", zh: "学习率取多少时一步就到最小值？"),
      protocol: Phrase(
        "\(conditions) Dots: x after a step over x before it, the mean of \(steps, "step").",
        zh: "\(conditions)圆点：相邻两步 x 之比，取 \(steps) 步的平均。")
    ) {
      Panel(
        x: Axis(Phrase("learning rate $η$", zh: "学习率 $η$"), domain: 0...right),
        y: Axis(Phrase("factor of a step $|1-ηλ|$", zh: "每步的乘子 $|1-ηλ|$"), domain: 0...top), frame: .open
      ) {
        Shade(0...Self.limit, as: RateKind.good.identity, name: Phrase("converges", zh: "收敛"))
        Shade(Self.limit...right, as: RateKind.diverging.identity, name: Phrase("diverges", zh: "发散"))
        Reference([Point(0, 1), Point(right, 1)], label: Phrase("distance unchanged", zh: "距离不变"))
        law((0.0...right).evenlySpaced(count: 241).map { Point($0, abs(1 - $0 * Self.curvature)) })
        for descent in descents {
          LabelledDot(
            Point(descent.rate, abs(descent.measuredFactor)), label: "$η$ = \(descent.rate)", as: descent.kind.identity)
        }
      }
    }
  }

  /// The error of a line fit after a hundred steps at every rate, for gradient descent and for Adagrad.
  func regressionFigure(_ run: Run) -> Figure {
    let limit = LineFit.curvature.stableRate
    let rates = ((1e-6...1e3).logSpaced(count: 73) + [0.97, 0.99, 1, 1.01, 1.03].map { limit * $0 }).sorted()
    let rules = [Rule.sgd, .adagrad]
    let runs = Repeated(seeds, from: run.seed) { seed in rules.map { LineFit.far.finals($0, rates: rates, seed: seed) }
    }
    let errors = rules.indices.map { rule in runs.spreads { $0[rule] } }
    let isIndifferent = zip(rates, errors[1]).allSatisfy { $0 < 1 || $1.median < 100 }
    let isLost = zip(rates, errors[0]).allSatisfy { $0 < 1.1 * limit || $1.median > 1e4 }
    func fan(_ errors: [Spread], _ name: Identity, label: Phrase?) -> Fan {
      let samples = zip(rates, errors).map { Fan.Sample(x: $0, median: $1.median, lower: $1.lowest, upper: $1.highest) }
      return Fan(samples, as: name, label: label)
    }
    return Figure(
      headline: [
        .init(
          "Descent diverges above 2/λ, Adagrad at no rate", zh: "高于 2/λ 时梯度下降发散，Adagrad 则始终不会",
          if: isIndifferent && isLost)
      ],
      setting: Phrase("Error of a straight-line fit after \(LineFit.steps) steps", zh: "直线拟合 \(LineFit.steps) 步后的误差"),
      foot: Phrase(
        "21 points of $y$ = 2.5$x$ + 15 with noise 2; \(runs.condition)",
        zh: "$y$ = 2.5$x$ + 15 上 21 个点，噪声 2；\(runs.condition)"),
      talk: Phrase(
        "The largest curvature of this error is \(LineFit.curvature.eigenvalues.largest, digits: 4), so descent diverges above \(limit, digits: 2). Adagrad divides each gradient by those it has seen, so that its rate is a length: it may be too small, but not too large.",
        zh:
          "这个误差的最大曲率是 \(LineFit.curvature.eigenvalues.largest, digits: 4)，所以学习率高于 \(limit, digits: 2) 时梯度下降发散。Adagrad 用累计的梯度去除当前梯度，学习率因而只是一个长度：可能太小，却不会太大。"
      ),
      ask: Phrase(
        "Inputs run from 0 to 100. Which learning rate would you try first?", zh: "输入在 0 到 100 之间，你会先试哪个学习率？"),
      protocol: Phrase(
        "Mean squared error after \(LineFit.steps) full-batch steps from slope and intercept 0, \(rates.count) rates from \(rates[0]) to \(rates[rates.count - 1]), x from 0 to 100 in steps of 5; \(runs.condition).",
        zh:
          "斜率与截距从 0 开始，全批量 \(LineFit.steps) 步后的均方误差；\(rates[0]) 到 \(rates[rates.count - 1]) 间 \(rates.count) 档学习率，x 从 0 到 100、间隔 5；\(runs.condition)。"
      )
    ) {
      Panel(
        x: Axis(Phrase("learning rate (log scale)", zh: "学习率（对数坐标）"), .log, padding: .tight),
        y: Axis(Phrase("mean squared error (log scale)", zh: "均方误差（对数坐标）"), .log, domain: 3...5e5), frame: .open
      ) {
        Reference([Point(limit, 3), Point(limit, 1e6)])
        fan(errors[0], Rule.gradientDescent, label: nil).with(\.line.hasExits, true).with(\.line.hasEndMarker, false)
        Callout(
          Rule.gradientDescent.name, at: Point(limit, 1.5e5), as: Rule.gradientDescent, bold: true, placement: .right,
          detail: Phrase("diverges above\n$2/λ$ = \(limit, digits: 2)", zh: "高于 $2/λ$ = \(limit, digits: 2) 时发散"))
        fan(errors[1], Rule.adagrad.identity, label: Rule.adagrad.identity.name)
      }
    }
  }
}
