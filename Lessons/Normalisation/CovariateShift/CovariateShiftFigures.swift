import LessonKit

extension ShiftedInputs {
  /// Whether the plain line is much worse on the new data than on the old.
  fileprivate var isBad: Bool { plain.error(newPoints) > 3 * plain.error(oldPoints) }
  /// Whether weights mend that.
  fileprivate var isMended: Bool { isBad && worth >= 3 && weighted.error(newPoints) < 0.5 * plain.error(newPoints) }
}

extension CovariateShift {
  private static let earlier = Identity(Phrase("old data", zh: "旧数据"), .series(0), marker: .circle)
  private static let missed = Identity(Phrase("data now", zh: "现在的数据"), .series(1), marker: .square)
  private static let plain = Identity(Phrase("plain fit", zh: "普通拟合"), .ink)
  private static let weighted = Identity(Phrase("weighted fit", zh: "加权拟合"), .series(2), marker: .triangle)

  /// A line fitted where the data were, and how far it is from those of now.
  func shiftFigure(_ study: ShiftedInputs, _ run: Run) -> Figure {
    let (before, now) = (study.plain.error(study.oldPoints), study.plain.error(study.newPoints))
    return Figure(
      headline: [
        .init(
          "Inputs shift: the same line errs over \(Self.floor(now / before)) times as much",
          zh: "输入偏移后，同一直线的误差超过原来的 \(Self.floor(now / before)) 倍", if: study.isBad && now < 1e4 * before),
        .init("This shift does the line no harm", zh: "这样的偏移对直线没有影响", if: now < 2 * before),
      ], setting: Phrase("A line fitted to old data", zh: "用旧数据拟合的直线"),
      talk: Phrase(
        "The curve has not changed, only the inputs have moved. A line cannot follow the curve everywhere, and least squares makes it good where the data were.",
        zh: "曲线没有变，变的只是输入的位置。直线不可能处处贴合曲线，最小二乘让它在数据所在处贴合。"),
      ask: Phrase("The inputs move to the right. Is the line still good there?", zh: "输入移到右边之后，这条直线在那里还好吗？"),
      protocol: conditions(Self.nearlyStraight, study, run)
    ) { missPanel(study, before, now) }
  }

  /// A number rounded down to one digit, for "over … times".
  private static func floor(_ number: Double) -> Double {
    let unit = pow(10, log10(number).rounded(.down))
    return (number / unit).rounded(.down) * unit
  }

  private func missPanel(_ study: ShiftedInputs, _ before: Double, _ now: Double) -> Panel {
    let frame = Frame(study, mean: mean, spread: spread, from: 0, below: 1.3)
    let seen = study.newPoints.prefix(Self.seen)
    let misses = seen.flatMap { [$0, Point($0.x, study.plain($0.x)), Point(.nan, .nan)] }
    return Panel(
      x: Axis(Phrase("input", zh: "输入"), domain: frame.x), y: Axis(Phrase("output", zh: "输出"), domain: frame.y),
      frame: .open
    ) {
      band(Self.nearlyStraight, frame, as: Self.earlier)
      band(study.new, frame, as: Self.missed)
      Reference(
        frame.x.evenlySpaced(count: 121).map { Point($0, ShiftedInputs.truth($0)) }, label: Phrase("truth", zh: "真实"))
      Dots(study.oldPoints, as: Self.earlier).with(\.areas, study.oldPoints.map { _ in 0.9 }).with(\.isUnderLines, true)
      Line(misses, as: Self.missed, label: nil).with(\.weight, 0.5).with(\.hasEndMarker, false)
      Dots(Array(seen), as: Self.missed).with(\.areas, seen.map { _ in 1.4 })
      Line(frame.ends.map { Point($0, study.plain($0)) }, as: Self.plain.named(Phrase("line", zh: "直线"))).with(
        \.weight, 1.9
      ).with(\.hasEndMarker, false)
      told(Phrase("old data", zh: "旧数据"), before, frame.place(Self.nearlyStraight.mean, rise: 0.2), as: Self.earlier)
      told(Phrase("data now", zh: "现在的数据"), now, frame.place(mean, rise: 0.85), as: Self.missed)
    }
  }

  /// Where inputs lie, two deviations to each side.
  private func band(_ inputs: ShiftedInputs.Normal, _ frame: Frame, as identity: Identity) -> Region {
    let (low, high) = (inputs.mean - 2 * inputs.deviation, inputs.mean + 2 * inputs.deviation)
    return Region(
      polygon: [
        frame.place(low, rise: 0), frame.place(high, rise: 0), frame.place(high, rise: 1), frame.place(low, rise: 1),
      ], as: identity
    ).with(\.hasEdge, false)
  }

  private func told(_ name: Phrase, _ error: Double, _ place: Point, as identity: Identity) -> Callout {
    Callout(
      name, at: place, as: identity, bold: true, placement: .centered,
      detail: Phrase("error \(error, digits: 2)", zh: "误差 \(error, digits: 2)")
    ).with(\.role, .finding).with(\.scale, 1.3)
  }

  /// Both kinds of points and both lines; old points are the larger, the more they count.
  func weightsFigure(_ study: ShiftedInputs, _ run: Run) -> Figure {
    let (before, now) = (study.plain.error(study.oldPoints), study.plain.error(study.newPoints))
    let mended = study.weighted.error(study.newPoints)
    let isBad = study.isBad
    return Figure(
      headline: [
        .init("Too few points lie where the inputs are now", zh: "现在的输入处几乎没有训练点", if: isBad && study.worth < 3),
        .init(
          "Importance weights cut today’s error from \(now, digits: 2) to \(mended, digits: 2)",
          zh: "重要性加权把新数据上的误差从 \(now, digits: 2) 降到 \(mended, digits: 2)", if: study.isMended),
        .init("This shift does the line no harm", zh: "这样的偏移对直线没有影响", if: now < 2 * before),
      ], setting: Phrase("Lines fitted to old data", zh: "只用旧数据拟合直线"),
      talk: Phrase(
        "Weighting each old point by how much more frequent its place is now makes the same kind of line good where it is needed.",
        zh: "按现在与原来的密度之比给每个旧点加权，同样的直线就在需要的地方贴合。"),
      ask: Phrase("Which old points still tell something about the inputs of now?", zh: "哪些旧点对现在的输入还有用？"),
      protocol: conditions(ShiftedInputs.old, study, run)
    ) { panel(study) }
  }

  private func conditions(_ old: ShiftedInputs.Normal, _ study: ShiftedInputs, _ run: Run) -> Phrase {
    Phrase(
      "y = sin(πx)/(πx) with noise \(ShiftedInputs.noise); \(points) points of each kind, inputs normal: mean \(old.mean), deviation \(old.deviation) then, mean \(mean), deviation \(spread) now; weights: the ratio of both densities, worth \(study.worth, digits: 3) points; the first \(min(Self.seen, points)) new points are drawn; seed \(run.seed). After H. Shimodaira, 2000.",
      zh:
        "y = sin(πx)/(πx)，噪声 \(ShiftedInputs.noise)；新旧各 \(points) 点，输入服从正态分布：原来均值 \(old.mean)、标准差 \(old.deviation)，现在均值 \(mean)、标准差 \(spread)；权重为两个密度之比，相当于 \(study.worth, digits: 3) 个点；新点只画前 \(min(Self.seen, points)) 个；种子 \(run.seed)。参考 H. Shimodaira，2000。"
    )
  }

  /// The part of the plane that holds both kinds of points and the line over them.
  private struct Frame {
    let x: ClosedRange<Double>
    let y: ClosedRange<Double>

    /// What holds the points; the line may go on below them by a share of their height.
    init(_ study: ShiftedInputs, mean: Double, spread: Double, from start: Double, below share: Double) {
      x = min(start, mean - 3 * spread)...max(2.5, mean + 2.6 * spread)
      let heights = (study.oldPoints + study.newPoints).map(\.y)
      let (low, high) = (heights.min() ?? 0, heights.max() ?? 1)
      let floor = min(low, max(study.plain(x.upperBound), low - share * (high - low)))
      y = floor - 0.05 * (high - low)...high + 0.15 * (high - low)
    }

    var ends: [Double] { [x.lowerBound, x.upperBound] }
    /// A height, as a share of all.
    func height(_ share: Double) -> Double { y.lowerBound + share * (y.upperBound - y.lowerBound) }
    /// A point at a place, at a share of the height.
    func place(_ x: Double, rise: Double) -> Point { Point(x, height(rise)) }
  }

  private func panel(_ study: ShiftedInputs) -> Panel {
    let frame = Frame(study, mean: mean, spread: spread, from: -0.3, below: 0.5)
    let (view, base, top) = (frame.x, frame.y.lowerBound, frame.y.upperBound)
    func line(_ fit: ShiftedInputs.Fit, _ identity: Identity) -> Line {
      Line([view.lowerBound, view.upperBound].map { Point($0, fit($0)) }, as: identity).with(\.weight, 1.9).with(
        \.hasEndMarker, false)
    }
    return Panel(
      x: Axis(Phrase("input", zh: "输入"), domain: view), y: Axis(Phrase("output", zh: "输出"), domain: base...top),
      frame: .open
    ) {
      band(study.new, frame, as: Self.missed)
      Dots(study.oldPoints, as: Self.earlier).with(\.areas, study.oldPoints.map { _ in 0.6 }).with(\.isUnderLines, true)
      heavy(study)
      Dots(Array(study.newPoints.prefix(Self.seen)), as: Self.missed).with(
        \.areas, study.newPoints.prefix(Self.seen).map { _ in 0.6 })
      line(study.plain, Self.plain)
      line(study.weighted, Self.weighted)
      if study.isMended { for mark in errors(study, view, base: base, height: top - base) { mark } }
      if study.isMended {
        Callout(
          Phrase("larger dot:\ncounts more", zh: "圆点越大，\n权重越大"), at: Point(mean, base + 0.68 * (top - base)),
          as: Self.weighted, placement: .centered)
      }
      LabelledDot(Point(mean - 0.24, top - 0.06 * (top - base)), label: Self.missed.name, as: Self.missed, side: .right)
      Callout(
        Phrase("old data", zh: "旧数据"), at: Point(0.2 * ShiftedInputs.old.mean, base + 0.5 * (top - base)),
        as: Self.earlier, bold: true
      ).with(\.scale, 1.15)
    }
  }

  /// How many of the new points are drawn.
  private static let seen = 30

  /// The old points that count, as large as they count.
  private func heavy(_ study: ShiftedInputs) -> Dots {
    let counts = zip(study.oldPoints, study.weights).filter { $0.1 > 0.02 }
    return Dots(counts.map(\.0), name: Phrase("weights", zh: "权重"), as: Self.weighted).with(
      \.areas, counts.map { 0.6 + 18 * $0.1 }
    ).with(\.isUnderLines, true)
  }

  /// Both errors on the new data, large in the corner that points and lines leave free.
  private func errors(_ study: ShiftedInputs, _ view: ClosedRange<Double>, base: Double, height: Double) -> [Callout] {
    func text(_ words: Phrase, _ share: Double, _ rise: Double, _ identity: Identity?, _ scale: Double) -> Callout {
      let place = Point(view.lowerBound + share * (view.upperBound - view.lowerBound), base + rise * height)
      return Callout(words, at: place, as: identity, bold: scale > 1, placement: .centered).with(\.scale, scale)
    }
    let (plain, weighted) = (study.plain.error(study.newPoints), study.weighted.error(study.newPoints))
    return [
      text(Phrase("error now", zh: "现在的误差"), 0.385, 0.16, nil, 1),
      text("\(plain, digits: 2)", 0.245, 0.07, Self.plain, 2), text("→", 0.37, 0.07, nil, 2),
      text("\(weighted, digits: 2)", 0.515, 0.07, Self.weighted, 2),
    ]
  }

  private static let kinds: [(ShiftTraining.Kind, Identity)] = [
    (.plain, .noNorm), (.norm, .batchNorm),
    (.shaken, Identity.before.named(Phrase("batch norm, shaken", zh: "批归一化加扰动"))),
  ]

  /// How far the last layer's inputs shift in every step, and the loss.
  func insideFigure(_ study: ShiftTraining) -> Figure {
    let (plain, shaken) = (study.lastLoss(.plain), study.lastLoss(.shaken))
    let shiftsAsMuch = study.typicalShift(.shaken) > 0.9 * study.typicalShift(.plain)
    return Figure(
      headline: [
        .init(
          "Shaken to shift as much, batch norm still trains faster", zh: "扰动使偏移一样大，批归一化仍训练得更快",
          if: shiftsAsMuch && shaken < 0.5 * plain),
        .init("At this rate only batch norm still trains", zh: "学习率如此之大，只有批归一化还能训练", if: plain.isNaN && shaken < 0.3),
        .init("The inputs shift, and nothing learns much faster", zh: "输入在偏移，训练却没有明显变快", if: shiftsAsMuch),
      ],
      setting: Phrase(
        "Inputs of the last of \(ShiftTraining.depth + 1) layers", zh: "\(ShiftTraining.depth + 1) 层网络中最后一层的输入"),
      foot: Phrase("shaken: noise on every unit after batch norm, new at each step", zh: "扰动：批归一化后每步给各单元加噪声"),
      talk: Phrase(
        "Batch norm was invented to stop the inputs of layers from shifting while lower layers learn, and it does hold them. But shake every unit after it, so that they shift as much as without any normalisation, and the network still learns faster. So the shift is not what slows training down.",
        zh: "发明批归一化是为了不让层的输入随下层的学习而偏移，它也确实稳住了输入。但在它之后扰动每个单元，让偏移与不归一化时一样大，网络仍然学得更快。可见拖慢训练的并不是偏移。"),
      ask: Phrase("If shifting inputs slow training down, what will shaking them do?", zh: "如果输入的偏移会拖慢训练，那么故意扰动它会怎样？"),
      protocol: Phrase(
        "Two moons of \(ShiftTraining.points) points, \(ShiftTraining.depth) hidden layers of \(ShiftTraining.width) ReLU units, He’s weights, cross-entropy, gradient descent at rate \(rate); shift: root mean square over units of the change of the mean, over the inputs’ deviation; noise: scale and shift of deviation \(ShiftTraining.noise); \(study.runs.condition). After S. Santurkar et al., 2018.",
        zh:
          "两个半月形，共 \(ShiftTraining.points) 个点，\(ShiftTraining.depth) 个隐藏层，每层 \(ShiftTraining.width) 个 ReLU 单元，He 初始化，交叉熵，梯度下降，学习率 \(rate)；偏移：各单元均值变化的均方根除以输入的标准差；噪声：缩放与平移的标准差为 \(ShiftTraining.noise)；\(study.runs.condition)。参考 S. Santurkar 等，2018。"
      )
    ) {
      curves(
        study.shifts, Phrase("shift a step (deviations, log)", zh: "每步偏移（标准差，对数）"),
        heading: Phrase("How far inputs shift", zh: "输入偏移多少"), hasNames: false)
      curves(
        study.losses, Phrase("loss (log scale)", zh: "损失（对数坐标）"), heading: Phrase("How fast it learns", zh: "学得多快"),
        hasNames: true)
    }
  }

  private func curves(_ spreads: (ShiftTraining.Kind) -> [Spread], _ name: Phrase, heading: Phrase, hasNames: Bool)
    -> Panel
  {
    let fans = Self.kinds.map { kind, identity in
      var fan = Fan(spreads(kind), as: identity)
      if !hasNames { fan.line.label = nil }
      return fan
    }
    return Panel(x: .step, y: Axis(name, .log), frame: .open, heading: heading) { for fan in fans { fan } }
  }
}
