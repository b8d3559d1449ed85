import LessonKit

extension Saddle {
  private static let formula = "$f=x^2-y^2$"

  private var place: Phrase { "($\(start.x)$, $\(start.y)$)" }

  private func conditions(_ rules: [Rule]) -> Phrase {
    Phrase(
      "x² − y² from (\(start.x), \(start.y)), \(list: rules.map(\.described)); a walk has left the saddle at the first step with |y| > 1, no clipping.",
      zh:
        "x² − y²，起点（\(start.x)，\(start.y)），\(Phrase.joined(rules.map(\.described), by: "；"))；首次 |y| > 1 即为离开鞍点，不做梯度裁剪。")
  }

  /// One surface, the optimizers at the same step, and how many steps each takes to leave.
  var saddleFigure: Figure {
    // Those that the user names, or the first two.
    let walkers = rules.map(\.name) == Self.standard.map(\.name) ? Array(rules.prefix(2)) : rules
    let names = walkers.identities(isRandom: false)
    let counts = walkers.map { SaddleEscape.walk($0, from: start, steps: steps).stepOut }
    let escaped = counts.compactMap { $0 }
    let moment = escaped.isEmpty ? steps : escaped.sorted()[(escaped.count - 1) / 2]
    let isClassic = walkers.map(\.name) == ["sgd", "momentum"] && escaped.count == 2
    let (one, other) = (names[0].name, names[names.count - 1].name)
    // What is said of a walk at its end.
    func ending(_ step: Int?) -> Phrase {
      guard let step else { return Phrase("still there after \(steps, "step")", zh: "\(steps) 步后仍在此") }
      return step <= moment
        ? Phrase("escapes at step \(step)", zh: "第 \(step) 步离开")
        : Phrase("stays until step \(step)", zh: "停留到第 \(step) 步")
    }
    return Figure(
      headline: [
        .init(
          "Gradient descent lingers at a saddle, momentum slips away", zh: "梯度下降在鞍点停留，动量法早已离开",
          if: isClassic && escaped[1] < escaped[0]),
        .init(
          "\(one) leaves the saddle in \(moment, "step")", zh: "\(one)用 \(moment) 步离开鞍点",
          if: counts.count == 1 && escaped.count == 1),
        .init(
          "\(one) leaves in \(escaped.first ?? 0, "step"), \(other) in \(escaped.last ?? 0)",
          zh: "\(one)用 \(escaped.first ?? 0) 步离开鞍点，\(other)用 \(escaped.last ?? 0) 步",
          if: counts.count == 2 && escaped.count == 2),
        .init("Nobody leaves the saddle in \(steps, "step")", zh: "\(steps) 步内都没有离开鞍点", if: escaped.isEmpty),
      ],
      setting: Phrase(
        "\(Self.formula), \(walkers.count == 2 ? "both " : "")at step \(moment)",
        zh: "\(Self.formula)，\(walkers.count == 2 ? "均为" : "")第 \(moment) 步"),
      foot: Phrase("start \(place), \(walkers.terms(as: names))", zh: "起点 \(place)，\(walkers.terms(as: names))"),
      talk: Phrase(
        "The slope at the saddle is almost zero: only the tiny distance from the ridge grows, by the same factor every step. Momentum adds up what it is pulled by, so that its factor is larger.",
        zh: "鞍点处坡度几乎为零，只有离脊线的微小距离在增长，每步乘以同一个倍数。动量法不断累积所受的力，因此倍数更大。"),
      ask: Phrase("At a saddle the gradient is zero. Does descent stop there?", zh: "鞍点处梯度为零，梯度下降会停在那里吗？"),
      protocol: conditions(walkers)
    ) {
      Panel(x: Axis("$x$"), y: Axis("$y$"), scene: Self.scene) {
        Surface(Field(.saddle))
        for (index, rule) in walkers.enumerated() {
          descend(.saddle, from: Vector2(start), by: rule, steps: min(moment, counts[index] ?? moment)).trail(
            as: names[index], named: true, ending: ending(counts[index]))
        }
        Ring(start, label: Phrase("start", zh: "起点"))
      }.showing(View(Landscape.saddle.view))
    }
  }

  /// The walks come down towards the reader.
  private static let scene = Scene(z: Axis("$f$"), camera: Camera(azimuth: -108, elevation: 22), rise: 0.5)

  /// Steps to leave by optimizer, with the closed form of gradient descent.
  var escapeFigure: Figure {
    let names = rules.identities(isRandom: false)
    let counts = rules.map { SaddleEscape.walk($0, from: start, steps: steps).stepOut }
    let (most, least) = (counts.compactMap { $0 }.max() ?? 0, counts.compactMap { $0 }.min() ?? 0)
    let lowest = pow(10, floor(log10(max(Double(least), 1) / 1.3)))
    let dots = NamedDots(
      zip(names, counts).map { name, count in
        .init(
          name, count.map(Double.init) ?? .nan,
          words: count.map { Phrase("\($0, "step")", zh: "\($0) 步") }
            ?? Phrase("not in \(steps, "step")", zh: "\(steps) 步内未离开"))
      })
    return Figure(
      headline: [
        .init(
          "\(most) steps or \(least): who leaves the saddle when", zh: "\(most) 步还是 \(least) 步：谁先离开鞍点",
          if: !counts.contains(nil) && most > least)
      ],
      setting: Phrase(
        "\(Self.formula), start \(place), until $|y|$ > 1", zh: "\(Self.formula)，起点 \(place)，直到 $|y|$ > 1"),
      foot: rules.terms(as: names),
      talk: Phrase(
        "Gradient descent multiplies its distance from the ridge by 1 + 2η a step, which gives the dashed line. Momentum adds gradients up; RMSprop and Adam divide by their size, so that even a millionth becomes a full step.",
        zh: "梯度下降每步把离脊线的距离乘以 1 + 2η，由此得出虚线。动量法累加梯度；RMSprop 和 Adam 除以梯度的大小，百万分之一也会变成一整步。"),
      ask: Phrase("Who leaves the saddle first?", zh: "谁会最先离开鞍点？"), protocol: conditions(rules)
    ) {
      Panel(
        x: Axis(Phrase("steps (log scale)", zh: "步数（对数坐标）"), .log, domain: lowest...max(10 * lowest, 3 * Double(most))),
        y: dots.axis
      ) {
        if let law = law(counts) {
          Reference(
            [-0.5, Double(rules.count) - 0.5].map { Point(law, $0) },
            label: Phrase("theory: $\\ln(1/|y_0|)/\\ln(1+2η)$", zh: "理论：$\\ln(1/|y_0|)/\\ln(1+2η)$"))
        }
        dots
      }
    }
  }

  /// The steps that the closed form has for plain gradient descent, where it is among the rules and leaves.
  private func law(_ counts: [Int?]) -> Double? {
    let plain = zip(rules, counts).first { $0 == .sgd.with(learningRate: $0.learningRate ?? Self.rate) && $1 != nil }
    return start.y == 0
      ? nil : plain.flatMap { $0.0.learningRate }.map { SaddleEscape.closedForm(from: start.y, rate: $0) }
  }

  /// Both ways to write momentum, at one rate, and the averaged one at ten times it.
  var averagedFigure: Figure {
    let forms: [(form: MomentumForm, rate: Double)] = [
      (.summed, Self.rate), (.averaged, Self.rate), (.averaged, 10 * Self.rate),
    ]
    let rules = forms.map { $0.form.rule.with(learningRate: $0.rate) }
    let names = forms.prefix(2).map(\.form.rule).identities(isRandom: false)
    let walks = rules.map { SaddleEscape.walk($0, from: start, steps: Self.patience) }
    let counts = walks.map { $0.stepOut ?? 0 }
    let labels = [
      Phrase("summed at rate 0.01,\naveraged at rate 0.1", zh: "累加式，学习率 0.01；\n平均式，学习率 0.1"),
      Phrase("averaged at rate 0.01", zh: "平均式，学习率 0.01"),
    ]
    return Figure(
      headline: [
        .init(
          "Averaged momentum needs ten times the rate", zh: "平均式动量需要十倍的学习率",
          if: counts[0] > 0 && counts[2] == counts[0] && counts[1] > 2 * counts[0])
      ],
      setting: Phrase(
        "Summed: $v ← 0.9v+g$  ·  averaged: $v ← 0.9v+0.1g$", zh: "累加式：$v ← 0.9v+g$  ·  平均式：$v ← 0.9v+0.1g$"),
      foot: Phrase("\(Self.formula), start \(place)", zh: "\(Self.formula)，起点 \(place)"),
      talk: Phrase(
        "Textbooks write momentum in two ways. The average is a tenth of the sum: at the same rate it leaves later even than gradient descent, at ten times the rate both take exactly the same steps.",
        zh: "教科书里动量有两种写法。平均值是累加值的十分之一：学习率相同时，它离开得比梯度下降还晚；学习率放大十倍后，两者每一步都完全相同。"),
      ask: Phrase(
        "You copy a rate from a paper that writes momentum the other way. What happens?",
        zh: "从一篇动量写法不同的论文里照搬学习率，会发生什么？"), protocol: conditions(rules)
    ) {
      Panel(x: .step, y: Axis(Phrase("distance from the ridge $|y|$ (log scale)", zh: "到脊线的距离 $|y|$（对数坐标）"), .log)) {
        for (index, name) in names.enumerated() {
          Line(
            walks[index].points.enumerated().map { Point(Double($0.offset), abs($0.element.y)) }, as: name,
            label: labels[index],
            detail: walks[index].stepOut.map { Phrase("\($0, "step")", zh: "\($0) 步") }
              ?? Phrase("never leaves", zh: "永不离开")
          ).with(\.isNamedAlong, true)
        }
      }
    }
  }

  /// Steps to leave against the curvature across, each near its own limit.
  var ravineFigure: Figure {
    let ratios = [10.0, 30, 100, 300, 1000]
    let forms = [MomentumForm.descent, .summed]
    let names = forms.map(\.rule).identities(isRandom: false)
    let counts = forms.map { form in ratios.map { form.steps(ratio: $0, from: start) } }
    let times = zip(counts[0], counts[1]).map { ($0 / $1).rounded() }
    let last = ratios.count - 1
    return Figure(
      headline: [
        .init(
          "At its own limit momentum is \(times[0]) to \(times[last]) times as fast",
          zh: "各取上限附近，动量法快 \(times[0]) 到 \(times[last]) 倍", if: times[0] > 1 && times[last] > times[0])
      ],
      setting: Phrase("$(κx^2-y^2)/2$, each at 0.9 of its largest stable rate", zh: "$(κx^2-y^2)/2$，学习率各取稳定上限的 0.9 倍"),
      foot: Phrase("start \(place), momentum 0.9", zh: "起点 \(place)，动量 0.9"),
      talk: Phrase(
        "Across, the curvature κ limits the rate; along the ridge the way out then takes ever longer. Momentum allows nearly twice the rate and gathers speed on the way.",
        zh: "横向曲率 κ 限制了学习率，沿脊线离开就越来越慢。动量法允许将近两倍的学习率，并且一路加速。"),
      ask: Phrase("Give each its best rate. Is momentum still ahead?", zh: "各用自己最好的学习率，动量法还领先吗？"),
      protocol: Phrase(
        "Limits 2/κ and 2(1 + β)/κ with β = 0.9; steps until |y| > 1.",
        zh: "上限为 2/κ 与 2(1 + β)/κ，β = 0.9；走到 |y| > 1 的步数。")
    ) {
      Panel(
        x: Axis(Phrase("curvature across $κ$ (log scale)", zh: "横向曲率 $κ$（对数坐标）"), .log),
        y: Axis(Phrase("steps to leave (log scale)", zh: "离开所需步数（对数坐标）"), .log)
      ) {
        for (name, counts) in zip(names, counts) {
          Line(zip(ratios, counts).map { Point($0, $1) }, as: name, hasDots: true)
        }
        for index in [0, last] where times[index] > 1 {
          Gap(
            x: ratios[index], from: counts[0][index], to: counts[1][index], "",
            strong: Phrase("\(times[index]) times", zh: "\(times[index]) 倍"))
        }
      }
    }
  }

  /// Steps to leave from the ridge itself, by the noise in the gradient.
  func noiseFigure(_ run: Run) -> Figure {
    let levels = [0, 1e-9, 1e-6, 1e-3]
    let steps = levels.map { ridge($0, from: run.seed).spread { $0 } }
    let dots = NamedDots(
      zip(levels, steps).map { level, spread in
        let leaves = spread.median.isFinite
        return .init(
          level == 0 ? Phrase("no noise", zh: "无噪声") : "\(level)", spread.median,
          range: leaves ? spread.lowest...spread.highest : nil,
          words: leaves
            ? Phrase("\(Int(spread.median)) steps", zh: "\(Int(spread.median)) 步")
            : Phrase("never (tried \(Self.patience) steps)", zh: "永不离开（试了 \(Self.patience) 步）"),
          as: Rule.gradientDescent)
      })
    let most = steps.map(\.highest).filter(\.isFinite).max() ?? 1000
    let helps = steps[0].median.isNaN && steps.dropFirst().allSatisfy { $0.median.isFinite }
    return Figure(
      headline: [.init("On the ridge nothing moves without noise", zh: "在脊线上，没有噪声就无法离开", if: helps)],
      setting: Phrase(
        "Gradient descent on \(Self.formula) from (1, 0), on the ridge", zh: "\(Self.formula) 上的梯度下降，从脊线上的 (1, 0) 出发"),
      foot: Phrase(
        "rate \(Self.rate); \(Spread.condition(seeds: seeds, from: run.seed))",
        zh: "学习率 \(Self.rate)；\(Spread.condition(seeds: seeds, from: run.seed))"),
      talk: Phrase(
        "Exactly on the ridge the gradient has no part that leads off it: descent walks into the saddle and stays for ever. Noise of a billionth is enough, since it grows by the same factor every step.",
        zh: "恰在脊线上时，梯度没有离开脊线的分量：梯度下降走进鞍点，永远停在那里。十亿分之一的噪声就够了，因为它每步都乘以同一个倍数。"),
      ask: Phrase("What if descent starts exactly on the ridge?", zh: "如果恰好从脊线上出发会怎样？"),
      protocol: Phrase(
        "x² − y² from (1, 0), rate \(Self.rate), normal noise in both components of the gradient, steps until |y| > 1, at most \(Self.patience); Jin et al. 2017.",
        zh: "x² − y²，起点 (1, 0)，学习率 \(Self.rate)，梯度的两个分量都加正态噪声，走到 |y| > 1 的步数，至多 \(Self.patience) 步；Jin 等 2017。")
    ) {
      Panel(
        x: Axis(Phrase("steps to leave", zh: "离开所需步数"), domain: 0...1.25 * most),
        y: dots.axis(named: Phrase("standard deviation of the gradient’s noise", zh: "梯度噪声的标准差"))
      ) { dots }
    }
  }
}
