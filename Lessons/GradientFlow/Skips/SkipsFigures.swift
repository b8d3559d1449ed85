import LessonKit

extension Skips {
  private static let neither = Identity(Phrase("neither", zh: "都没有"), .muted, marker: .ring)
  private static let skip = Identity(Phrase("skips", zh: "残差"), .series(3), marker: .square)
  private static let both = Identity(Phrase("both", zh: "两者"), .series(0), marker: .diamond)
  private static let norm = Identity.batchNorm

  private var blocks: Axis { .counting(Phrase("residual blocks", zh: "残差块数")) }

  private func conditions(_ study: Study, _ weights: Phrase) -> Phrase {
    Phrase(
      "Blocks x + F(x) of two ReLU layers with \(width, "unit"), \(weights), no biases, batch norm before each ReLU, batch of \(max(2, width)) normal inputs, untrained; a normal gradient at the top; \(study.runs.condition).",
      zh:
        "残差块 x + F(x)，含两层、每层 \(width) 个单元的 ReLU，\(weights)，无偏置，批归一化在每个 ReLU 之前，批量为 \(max(2, width)) 的正态输入，未经训练；顶端为正态梯度；\(study.runs.condition)。"
    )
  }

  /// How much stacks with skips and without have learned, against depth.
  func trainingFigure(_ study: ResidualLearning) -> Figure {
    let (with, without) = (Self.last(study, hasSkip: true), Self.last(study, hasSkip: false))
    let helps = with - without > 0.2
    return Figure(
      headline: [
        .init(
          "\(depth, "block") learn \(percent: with) with skips, \(percent: without) without",
          zh: "\(depth) 个残差块：有残差学到 \(percent: with)，没有则 \(percent: without)", if: helps)
      ], setting: Phrase("ReLU, \(steps, "step") of Adam", zh: "ReLU 网络，Adam 训练 \(steps) 步"),
      foot: Phrase("learned: 1 − loss\(Self.median(seeds))", zh: "学到：1 − 损失\(Self.median(seeds))"),
      talk: Phrase(
        "Each network fits the same points in the same number of steps. Without skips depth hurts at once, and from some depth on nothing is learned: the network always answers the mean. With x + F(x) the deep network learns as well as the shallow one. The next figure shows why: without skips no gradient reaches the first blocks.",
        zh:
          "每个网络都用同样的步数拟合同样的点。没有残差连接时，加深立刻有害，到一定深度就什么也学不到：网络总是回答平均值。换成 x + F(x)，深层网络与浅层网络学得一样好。下一幅图说明原因：没有残差连接，梯度到不了最前面的块。"
      ), ask: Phrase("A network learns with 4 blocks. Will it learn with 32?", zh: "4 块的网络学得会，32 块还学得会吗？"),
      protocol: Phrase(
        "Blocks of two ReLU layers of \(ResidualTraining().width) units between linear layers, PyTorch’s default weights, no normalisation; sin 2x₁, at variance 1, on \(ResidualTraining().points) normal points; Adam at rate \(ResidualTraining().rate), all points in every step; learned is 1 less the mean squared error, 0 for the mean as the only answer; \(study.runs.condition).",
        zh:
          "每块为两层、每层 \(ResidualTraining().width) 个单元的 ReLU，前后各一个线性层，PyTorch 默认初始化，无归一化；在 \(ResidualTraining().points) 个正态点上拟合方差为 1 的 sin 2x₁；Adam，学习率 \(ResidualTraining().rate)，每步用全部数据点；学到的比例为 1 减均方误差，只回答平均值时为 0；\(study.runs.condition)。"
      )
    ) {
      Panel(
        x: Axis.counting(Phrase("blocks", zh: "块数")).with(\.marked, study.depths.map(Double.init)),
        y: Axis(Phrase("target learned (%)", zh: "学到目标的（%）"), limits: -20...100), frame: .open
      ) {
        if helps, without < 0.05 {
          Reference(
            (study.depths[0]...depth).map { Point(Double($0), 0) }, label: Phrase("nothing learned", zh: "什么也没学到"))
        }
        learningFan(
          study, hasSkip: false, as: Self.neither.named(Phrase("without", zh: "无残差连接")), told: helps ? without : nil)
        learningFan(
          study, hasSkip: true, as: Self.skip.named(Phrase("with skips", zh: "有残差连接")), told: helps ? with : nil)
      }
    }
  }

  /// What share the deepest stack has learned, in whole per cents; never less than nothing.
  private static func last(_ study: ResidualLearning, hasSkip: Bool) -> Double {
    let share = study.learned(hasSkip: hasSkip).last?.median ?? .nan
    return share < 0 ? 0 : (100 * share).rounded() / 100
  }

  /// What the curves are.
  private static func median(_ seeds: Int) -> Phrase {
    seeds == 1 ? "" : Phrase("; median of \(seeds) seeds", zh: "；\(seeds) 个种子的中位数")
  }

  private func learningFan(_ study: ResidualLearning, hasSkip: Bool, as name: Identity, told last: Double?) -> Fan {
    var fan = Fan(
      percentOf: study.learned(hasSkip: hasSkip), at: study.depths.map(Double.init), as: name, hasDots: true)
    (fan.line.weight, fan.hasBand) = (1.8, false)
    fan.line.finding = last.map { "\(percent: $0)" }
    return fan
  }

  /// The gradient at the first block against depth, for blocks with and without skips and normalisation.
  func gradientFigure(_ study: Study) -> Figure {
    let (neither, norm, skip, both) = (study.share(0), study.share(1), study.share(2), study.share(3))
    let holds = [skip, both].allSatisfy { (0.2...20).contains($0) }
    let does = neither < 1e-3 && norm > 1e3 && holds
    let names = [Self.neither, Self.norm, Self.skip, Self.both]
    return Figure(
      headline: [
        .init("Skips hold the gradient; without, it vanishes or explodes", zh: "残差稳住梯度；没有它，不是消失就是爆炸", if: does)
      ], setting: Phrase("Gradient at the first block over that at the last", zh: "首末两块的梯度之比"),
      foot: Phrase("PyTorch’s default weights, before training", zh: "PyTorch 默认初始化，训练之前"),
      talk: Phrase(
        "Without skips a gradient is multiplied by every block. PyTorch’s weights are small, so each block takes five sixths of it. Batch norm makes up for their size, and more: each block divides by the spread that ReLU left, and the gradient explodes. With a skip the block passes on the gradient itself and adds a little.",
        zh:
          "没有残差连接时，梯度被每一块相乘。PyTorch 的权重偏小，每块使梯度只剩约六分之一。批归一化弥补了权重的大小，却补过了头：每块都除以 ReLU 之后的标准差，梯度爆炸。有残差连接时，每块原样传回梯度，只另加一点。"
      ),
      ask: Phrase(
        "What is left of a gradient after \(depth, "block"), with skips and without?",
        zh: "梯度穿过 \(depth) 个块之后还剩多少，有残差连接和没有时？"),
      protocol: conditions(study, Phrase("PyTorch’s default weights", zh: "PyTorch 默认初始化"))
    ) {
      Panel(
        x: blocks,
        y: Axis(
          Phrase("gradient (log scale)", zh: "梯度（对数坐标）"), .log,
          domain: Spread.decades(names.indices.flatMap { study.shares($0) })), frame: .open
      ) { for index in names.indices { fan(study, index, as: names[index], isTold: does) } }
    }
  }

  /// A kind's curve, with what has become of its gradient at the greatest depth where the headline speaks of that.
  private func fan(_ study: Study, _ index: Int, as name: Identity, isTold: Bool) -> Fan {
    var fan = Fan(study.shares(index), at: study.depths.map(Double.init), as: name, hasDots: true)
    let details = [Phrase("vanishes", zh: "消失"), Phrase("explodes", zh: "爆炸")]
    fan.line.detail = isTold && index < 2 ? details[index] : nil
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
        "He’s weights give the branch the variance of its input, and variances of independent things add: twice as much after each block. So the gradient grows by √2 a block. Batch norm fixes the branch at 1: the stream grows by 1 a block instead, and each branch’s share gets smaller: 1, 1/2, 1/3.",
        zh: "He 初始化使支路的方差等于输入的方差，而独立量的方差相加：每块之后变为两倍。梯度因此每块增长 √2 倍。批归一化把支路固定为 1：主干每块只增加 1，每个支路所占份额越来越小：1、1/2、1/3。"),
      ask: Phrase(
        "Each block adds a branch as large as its input. How large is the sum?", zh: "每个残差块加上与输入一样大的支路，和有多大？"),
      protocol: conditions(study, Phrase("He’s weights", zh: "He 初始化"))
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
    let (closed, open) = (ResidualStack.passed(slope: -1), ResidualStack.passed(slope: 0))
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
          slopes.map { Point($0, abs(ResidualStack.passed(slope: $0))) },
          as: Self.skip.named(Phrase("with a skip", zh: "有残差")))
        LabelledDot(
          Point(0, open), label: Phrase("$F′ = 0$: all of it passes", zh: "$F′ = 0$：全部通过"), as: Self.both, side: .left)
        LabelledDot(
          Point(-1, closed), label: Phrase("$F′ = −1$: nothing passes", zh: "$F′ = −1$：什么也传不过"), as: Self.skip,
          side: .right)
      }
    }
  }
}
