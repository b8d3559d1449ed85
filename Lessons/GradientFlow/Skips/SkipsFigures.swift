import LessonKit

extension Skips {
  private static let neither = Identity(Phrase("neither", zh: "都没有"), .muted, marker: .ring)
  private static let skip = Identity(Phrase("skips", zh: "残差"), .series(3), marker: .square)
  private static let both = Identity(Phrase("both", zh: "两者"), .series(0), marker: .diamond)
  private static let norm = Identity.batchNorm

  private var blocks: Axis { .counting(Phrase("residual blocks", zh: "残差块数")) }

  private func conditions(_ study: Study) -> Phrase {
    Phrase(
      "Blocks x + F(x) of two ReLU layers with \(width, "unit"), He’s weights, batch norm before each ReLU, batch of \(max(2, width)) normal inputs, untrained; a normal gradient at the top; \(study.runs.condition).",
      zh:
        "残差块 x + F(x)，含两层、每层 \(width) 个单元的 ReLU，He 初始化，批归一化在每个 ReLU 之前，批量为 \(max(2, width)) 的正态输入，未经训练；顶端为正态梯度；\(study.runs.condition)。"
    )
  }

  /// The gradient at the first block against depth, for blocks with and without skips and normalisation.
  func gradientFigure(_ study: Study) -> Figure {
    let (norm, skip, both) = (study.share(1), study.share(2), study.share(3))
    let does = min(norm, skip) > 100 * both && both < 2 * Double(depth)
    let names = [Self.neither, Self.norm, Self.skip, Self.both]
    return Figure(
      headline: [.init("Skips or batch norm alone explode, both together hold", zh: "单用残差或批归一化会爆炸，合用则稳住", if: does)],
      setting: Phrase("Gradient at the first block over that at the last", zh: "首末两块的梯度之比"),
      foot: Phrase("He’s weights, before training", zh: "He 初始化，训练之前"),
      talk: Phrase(
        "A skip adds the branch to the stream, so the signal doubles in every block, and the gradient grows by √2. Batch norm alone divides by the spread that ReLU left. Together each branch adds the same amount to a growing stream, so its share gets smaller: 1, 1/2, 1/3. Without either, He’s weights keep the size of the gradient at the start, but nothing keeps it there.",
        zh:
          "残差连接把支路加到主干上，信号的方差每块翻倍，梯度增长 √2 倍。单用批归一化则不断除以 ReLU 之后的标准差。合用时，每个支路只给越来越大的主干加上同样的量，所占份额越来越小：1、1/2、1/3。两者都没有时，He 初始化在开始时保住梯度，但训练中没有什么能维持它。"
      ),
      ask: Phrase(
        "Which keeps the gradient of \(depth, "block") in bounds: skips or batch norm?",
        zh: "对 \(depth) 个块，残差连接和批归一化哪个能控制梯度？"), protocol: conditions(study)
    ) {
      Panel(x: blocks, y: Axis(Phrase("gradient (log scale)", zh: "梯度（对数坐标）"), .log), frame: .open) {
        for index in names.indices { fan(study, index, as: names[index], isTold: does) }
        if does {
          Callout(
            Phrase("\(words: norm) times", zh: "\(words: norm)倍"), at: Point(Double(depth), norm), as: .batchNorm,
            placement: .left)
        }
      }
    }
  }

  /// A kind's curve, with what its gradient has grown to at the greatest depth where that is told.
  private func fan(_ study: Study, _ index: Int, as name: Identity, isTold: Bool) -> Fan {
    let (shares, end) = (study.shares(index), study.share(index))
    var fan = Fan(shares, at: study.depths.map(Double.init), as: name, hasDots: true)
    fan.line.detail = isTold && index == 3 ? Phrase("\(words: end) times", zh: "\(words: end)倍") : nil
    fan.hasBand = index > 0
    return fan
  }

  /// The variance of the stream against depth, and the law.
  func varianceFigure(_ study: Study) -> Figure {
    let (skip, both) = (study.variances(0), study.variances(1))
    let end = skip[depth].median
    let factor = pow(end / skip[0].median, 1 / Double(depth))
    return Figure(
      headline: [
        .init("Skips alone double the signal in every block", zh: "单用残差连接，信号每块翻倍", if: (1.8...2.2).contains(factor))
      ],
      setting: Phrase(
        "Variance of the signal through \(depth, "block"), before training", zh: "信号穿过 \(depth) 个残差块的方差，训练之前"),
      foot: Phrase("blocks of two ReLU layers, He’s weights", zh: "每块两层 ReLU，He 初始化"),
      talk: Phrase(
        "He’s weights give the branch the variance of its input, and variances of independent things add: twice as much after each block. Batch norm fixes the branch at 1, so the stream grows by 1 a block instead.",
        zh: "He 初始化使支路的方差等于输入的方差，而独立量的方差相加：每块之后变为两倍。批归一化把支路固定为 1，主干每块只增加 1。"),
      ask: Phrase(
        "Each block adds a branch as large as its input. How large is the sum?", zh: "每个残差块加上与输入一样大的支路，和有多大？"),
      protocol: conditions(study)
    ) {
      Panel(x: blocks, y: Axis(Phrase("variance (log scale)", zh: "方差（对数坐标）"), .log), frame: .open) {
        Reference(
          (0...depth).map { Point(Double($0), pow(2, Double($0))) }, label: Phrase("law: $2^L$", zh: "理论：$2^L$"))
        Fan(skip, as: Self.skip.named(Phrase("skips alone", zh: "仅残差连接")), hasDots: depth <= 40)
        Fan(both, as: Self.both.named(Phrase("skips and\u{A0}batch norm", zh: "加批归一化")), hasDots: depth <= 40)
      }
    }
  }

  /// The factor |1 + F′| that a block multiplies a gradient by, and where it is 0.
  var floorFigure: Figure {
    let slopes = (0...24).map { -2.5 + 0.125 * Double($0) }
    let (closed, open) = (Self.passed(slope: -1), Self.passed(slope: 0))
    return Figure(
      headline: [
        .init(
          "No skip guarantees a gradient: a branch can cancel it", zh: "残差连接不保证梯度：支路可以抵消它", if: closed == 0 && open == 1
        )
      ],
      setting: Phrase("What a block $x + F(x)$ multiplies a gradient by, one unit", zh: "残差块 $x + F(x)$ 对梯度的倍数，单个单元"),
      talk: Phrase(
        "The derivative of x + F(x) is 1 + F′. The 1 is the highway. But F′ may have any sign: at minus 1 the block passes nothing on. That is unlikely, not impossible; there is no lower bound.",
        zh: "x + F(x) 的导数是 1 + F′。其中的 1 就是“高速公路”。但 F′ 可正可负：等于 −1 时什么也传不过去。这不太可能，却并非不可能；不存在下界。"),
      ask: Phrase("The gradient of $x + F(x)$ has a 1 in it. Can it still vanish?", zh: "$x + F(x)$ 的梯度里有一个 1。它还会消失吗？"),
      protocol: Phrase(
        "Gradients through a block of two hidden ReLU units whose branch computes s·x, by automatic differentiation; K. He et al., arXiv:1603.05027.",
        zh: "支路计算 s·x 的残差块（两个 ReLU 隐藏单元），梯度由自动微分得到；K. He 等，arXiv:1603.05027。")
    ) {
      Panel(
        x: Axis(Phrase("slope of the branch, $F′$", zh: "支路的斜率 $F′$")),
        y: Axis(Phrase("factor of the gradient, $|1+F′|$", zh: "梯度的倍数 $|1+F′|$")), frame: .open
      ) {
        Line(
          slopes.map { Point($0, abs(Self.passed(slope: $0))) }, as: Self.skip.named(Phrase("with a skip", zh: "有残差")))
        LabelledDot(
          Point(0, open), label: Phrase("$F′ = 0$: all of it passes", zh: "$F′ = 0$：全部通过"), as: Self.both, side: .left)
        LabelledDot(
          Point(-1, closed), label: Phrase("$F′ = −1$: nothing passes", zh: "$F′ = −1$：什么也传不过"), as: Self.skip,
          side: .right)
      }
    }
  }
}
