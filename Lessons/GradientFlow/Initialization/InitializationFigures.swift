import LessonKit

extension Initialization {
  /// A signal more than this many times as large as the input, or as small, is lost.
  private static let lost = 1e5

  /// What is left of the signal at the end, as a multiple of the input.
  private func left(_ study: SignalSizes, _ index: Int) -> Double {
    let sizes = study.sizes(index)
    return sizes[depth].median / sizes[0].median
  }

  /// How large the signal is, layer by layer.
  func spreadFigure(_ study: SignalSizes) -> Figure {
    let (large, he, small) = (left(study, 0), left(study, 1), left(study, 2))
    let isAlive = (0.3...3).contains(he)
    return Figure(
      headline: [
        .init(
          "Weights too large: the signal explodes; too small: it fades", zh: "权重过大，信号爆炸；过小，信号消失",
          if: isAlive && large > Self.lost && small < 1 / Self.lost),
        .init(
          "He’s weights keep the signal, tiny weights lose it", zh: "He 初始化保住信号，过小的权重使它消失",
          if: isAlive && small < 1 / Self.lost),
      ], setting: Phrase("ReLU layers, by deviation of weights", zh: "ReLU 层，按权重的标准差"),
      talk: Phrase(
        "Each ReLU cuts half of the signal’s power away. He’s weights, of deviation √(2/n), make up for exactly that, and the signal lasts. With a deviation of 1 every layer enlarges it; weights of 0.01 pass on hardly anything, and with weights of 0 nothing arrives at all. Xavier’s weights are √2 smaller than He’s, and lose a factor √2 in every layer.",
        zh:
          "每个 ReLU 会切掉信号一半的功率。He 初始化的标准差为 √(2/n)，恰好补偿，信号得以保持。标准差为 1 时，每一层都把信号放大；标准差 0.01 的权重几乎什么也传不过去，权重为 0 则完全没有信号。Xavier 初始化比 He 小 √2 倍，每层损失 √2 倍。"
      ), ask: Phrase("How much of a signal is left after \(depth, "layer")?", zh: "信号穿过 \(depth) 层之后还剩多少？"),
      protocol: Phrase(
        "Root mean square of the activations; \(width, "unit") a layer, \(SignalSizes.batch) normal inputs, normal weights, no biases, before training; \(study.runs.condition). Lost: less than 10⁻⁵ of the input, or more than 10⁵ times it.",
        zh:
          "激活值的均方根；每层 \(width) 个单元，\(SignalSizes.batch) 个正态输入，正态权重，无偏置，训练之前；\(study.runs.condition)。丢失：不足输入的 10⁻⁵，或超过其 10⁵ 倍。"
      )
    ) {
      Panel(
        x: layers,
        y: Axis(
          Phrase("signal (log scale)", zh: "信号（对数坐标）"), .log,
          domain: Spread.decades(fanned.indices.flatMap { study.sizes($0) })), frame: .open
      ) {
        for index in fanned.indices { sizeFan(study, index) }
        for index in fanned.indices.prefix(3) { sizeName(study, index) }
      }
    }
  }

  private func sizeFan(_ study: SignalSizes, _ index: Int) -> Fan {
    let end = left(study, index)
    let fate =
      end > 3 ? Phrase("explodes", zh: "爆炸") : end < 0.3 ? Phrase("fades", zh: "消失") : Phrase("lasts", zh: "保持")
    let identity = fanned[index].identity
    var fan = Fan(study.sizes(index), as: identity)
    (fan.line.label, fan.hasBand) = (index < 3 && end > 0 ? fate : identity.name, false)
    fan.line.weight = index < 3 ? 1.8 : 1
    if index == 0 && end > 3 || index == 2 && end > 0 { fan.line.fillsFrom = study.sizes(index)[0].median }
    return fan
  }

  /// The deviation of the weights in large type beside its curve.
  private func sizeName(_ study: SignalSizes, _ index: Int) -> Callout {
    let (scheme, end, sizes) = (fanned[index], left(study, index), study.sizes(index).map(\.median))
    let deviation = scheme.spread(for: .relu, width: width) / Double(width).squareRoot()
    let names = [
      end > 3 ? Phrase("1: too large", zh: "1：过大") : "1",
      Phrase("He $√(2/n)$ = \(deviation, digits: 3)", zh: "He $√(2/n)$ = \(deviation, digits: 3)"),
      end < 0.3 ? Phrase("0.01: too small", zh: "0.01：过小") : "0.01",
    ]
    // Off the line by a share of its own way, in decades.
    let place = index == 1 ? 2 * depth / 3 : depth / 2
    let middle = Point(0.94 * Double(place), sizes[0] * pow(sizes[place] / sizes[0], 1.2))
    return Callout(names[index], at: middle, as: scheme.identity, bold: true, placement: index == 1 ? .above : .left)
      .with(\.scale, 1.3)
  }

  private var layers: Axis { .counting(Phrase("layer", zh: "层")) }

  /// The loss in training from each initialisation.
  func lossFigure(_ study: DigitStarts) -> Figure {
    let isStill = study.runs.values.allSatisfy { $0[2].isStill }
    let best = study.last(0)
    return Figure(
      headline: [
        .init(
          "He’s start learns at once, 0.01 is still at chance", zh: "He 初始化立刻学起来，0.01 停在随机水平",
          if: isStill && best < 0.25 * study.first(0) && best < study.last(1))
      ],
      setting: Phrase(
        "\(DigitStarts.hidden) hidden ReLU layers on handwritten digits, gradient descent",
        zh: "\(DigitStarts.hidden) 个 ReLU 隐藏层，手写数字，梯度下降"),
      foot: Phrase(
        "the same network and data, learning rate \(rate), \(study.runs.condition)",
        zh: "网络和数据相同，学习率 \(rate)，\(study.runs.condition)"),
      talk: Phrase(
        "All three have the same network, the same digits, the same rate. From 0.01 the output does not depend on the picture, and the gradient is as small as the signal: the loss stays at ln 10, what guessing brings.",
        zh: "三者的网络、数据和学习率都相同。标准差为 0.01 时输出与图片无关，梯度也和信号一样小：损失停在 ln 10，即随机猜测的水平。"),
      ask: Phrase("Can training make up for a bad start?", zh: "训练能弥补糟糕的起点吗？"),
      protocol: Phrase(
        "\(DigitStarts.digits) digits, \(DigitStarts.hidden) hidden layers of \(DigitStarts.width) units, biases 0, cross-entropy, \(DigitStarts.steps) full batches at rate \(rate); \(study.runs.condition). \(Digits.credit)",
        zh:
          "\(DigitStarts.digits) 个手写数字，\(DigitStarts.hidden) 个隐藏层、每层 \(DigitStarts.width) 个单元，偏置为 0，交叉熵，学习率 \(rate) 的 \(DigitStarts.steps) 个全批量；\(study.runs.condition)。\(Digits.credit)"
      )
    ) {
      Panel(
        x: Axis(Phrase("step", zh: "步数"), padding: .tight),
        y: Axis(Phrase("cross-entropy in training", zh: "训练集交叉熵"), limits: 0...4), frame: .open
      ) { for index in Self.schemes.indices { lossFan(study, index) } }
    }
  }

  private func lossFan(_ study: DigitStarts, _ index: Int) -> Fan {
    let (losses, end) = (study.losses(index), study.last(index))
    let detail = Phrase("loss \(end, digits: 2)", zh: "损失 \(end, digits: 2)")
    var fan = Fan(losses, as: Self.schemes[index].identity)
    fan.line.detail = end.isFinite ? detail : nil
    fan.line.divergedAt = losses.count <= DigitStarts.steps ? losses.count : nil
    return fan
  }

  /// A map of starts, coloured by the minimum that gradient descent reaches from there.
  var basinsFigure: Figure {
    let study = BasinStudy()
    let minima = BasinStudy.landscape.minima.map { Point($0.point) }
    let window = BasinStudy.window
    let tones = minima.indices.map { Basins.Category(Self.basins[$0], paleness: 0.45) }
    let basins = Basins(
      columns: BasinStudy.side, rows: BasinStudy.side, cells: study.cells, over: View(window), categories: tones,
      name: Phrase("minimum reached", zh: "到达的极小值点"))
    var panel = Panel(x: Axis("$x$", limits: window.x), y: Axis("$y$", limits: window.y), frame: .box) {
      basins
      for start in Self.starts { arrow(from: start) }
      for start in Self.starts { Ring(start, label: start == Self.starts[0] ? Phrase("two starts", zh: "两个起点") : "") }
      for minimum in minima { Star(minimum, label: "") }
    }
    panel.show(View(window))
    return Figure(
      headline: [
        .init(
          "The start decides which minimum is found", zh: "起点决定找到哪个极小值点", if: basins.shares.allSatisfy { $0 > 0.05 })
      ], setting: Phrase("Gradient descent on Himmelblau’s function, four minima", zh: "Himmelblau 函数上的梯度下降，四个极小值点"),
      foot: Phrase("each point a start, coloured by the minimum it leads to", zh: "每个点都是起点，颜色表示它通向的极小值点"),
      talk: Phrase(
        "Two starts close together end in different minima, because a ridge runs between them. Here all four are equally deep; in a network they need not be.",
        zh: "两个相距很近的起点停在不同的极小值点，因为它们之间有一道山脊。这里四个极小值一样深，在网络中却未必。"),
      ask: Phrase("Two starts side by side: do they end in the same place?", zh: "两个相邻的起点会停在同一处吗？"),
      protocol: Phrase(
        "\(BasinStudy.landscape.formula); starts in the middles of \(BasinStudy.side) × \(BasinStudy.side) cells of [−5, 5]², \(BasinStudy.steps) steps at rate 0.004; an end belongs to the nearest minimum.",
        zh:
          "\(BasinStudy.landscape.formula)；起点为 [−5, 5]² 内 \(BasinStudy.side) × \(BasinStudy.side) 个小格的中心，学习率 0.004，\(BasinStudy.steps) 步；终点归于最近的极小值点。"
      ), panels: [panel])
  }

  /// An arrow to where gradient descent ends, up to the edge of the star there.
  private func arrow(from start: Point) -> Arrow {
    let end = descend(BasinStudy.landscape, from: Vector2(start), by: BasinStudy.rule, steps: BasinStudy.steps).end
    return Arrow(from: start, to: start.mixed(with: Point(end), by: 0.93), as: nil)
  }

  /// Two starts beside each other, on both sides of a ridge.
  static let starts = [Point(-0.1, -1.6), Point(-0.5, -1.6)]
  private static let basins = [2, 0, 5, 4].map { Identity("", .series($0)) }
}
