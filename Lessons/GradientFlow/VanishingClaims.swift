import LessonKit

/// What the notes say of gradients on their way back through deep networks, measured.
struct VanishingClaims {
  let five: FiveLayers
  let context: Context

  var all: [Claim] { [product, derivative, fiveOfReLU, half, leaky, optimizers] }

  private var networks: Int { five.cases[0].shares.count }
  private var howFive: Phrase {
    Phrase(
      "norm of a normal gradient after \(FiveLayers.depth) layers of \(five.width) units over its norm before them, mean of \(networks) networks before training, \(DeepStack.batch) normal inputs each",
      zh:
        "正态梯度穿过 \(FiveLayers.depth) 层（每层 \(five.width) 个单元）前后的范数之比，\(networks) 个未训练网络的平均，各取 \(DeepStack.batch) 个正态输入"
    )
  }

  /// Twenty sigmoid layers under three customary weights, and the products behind the sentence.
  private var product: Claim {
    let seeds = context.count(figure: 2, full: 20)
    let mean = GaussianMean()
    let slope = { (x: Double) in Sigmoid().slope(x) }
    let squared = mean.of(deviation: 1) { slope($0) * slope($0) }.squareRoot()
    let deep = [
      (WeightScheme.xavier, Phrase("Xavier", zh: "Xavier")), (.he, "He"), (.pytorch, "PyTorch"),
    ].map { scheme, name in
      let stack = DeepStack(depth: 20, width: 64, scheme: scheme)
      let study = VanishingStudy([.sigmoid], stack: stack, first: context.seed, seeds: seeds)
      return Measurement(
        study.left(0, after: 20).median(), .less(than: 1e-6),
        when: Phrase("left after 20 layers, ", zh: "20 层后剩余，") + name)
    }
    return Claim(
      "vanishing.product", code: "B2", source: "S0",
      Phrase(
        "With many factors far below 1, gradients decay exponentially: tens of sigmoid layers leave next to nothing",
        zh: "许多远小于 1 的数连乘，梯度以指数级衰减：几十层 sigmoid 之后几乎为零"),
      cases: deep + [
        Measurement(
          mean.of(deviation: 1) { slope($0) }, .equal(to: 0.20662, within: .absolute(1e-5)),
          when: Phrase("mean σ′ at N(0, 1)", zh: "N(0, 1) 下 σ′ 的均值")),
        Measurement(
          squared, .equal(to: 0.2117, within: .absolute(1e-4)),
          when: Phrase("root mean square of σ′ at N(0, 1)", zh: "N(0, 1) 下 σ′ 的均方根")),
      ],
      how: Phrase(
        "20 layers of 64 units before training, median of \(seeds) networks; means by the midpoint rule",
        zh: "20 层、每层 64 个单元，训练之前，\(seeds) 个网络的中位数；均值用中点法则计算"),
      recorded: .holds)
  }

  /// The factor of a layer over the root mean square of the derivatives alone.
  private var derivative: Claim {
    let seeds = context.count(figure: 2, full: 20)
    let width = context.count(figure: 64, full: 128)
    let settings: [(Activation, Double)] = [
      (.sigmoid, 1), (.sigmoid, 4), (.relu, 2.0.squareRoot()),
    ]
    let cases = settings.map { activation, spread in
      let scheme = WeightScheme.normal(deviation: spread / Double(width).squareRoot())
      let stack = DeepStack(depth: 10, width: width, scheme: scheme)
      let study = VanishingStudy([activation], stack: stack, first: context.seed, seeds: seeds)
      let measured = pow(study.left(0, after: 10).median(), 0.1)
      let alone = GrowthModel(activation).factor(spread: spread, depth: 10) / spread
      return Measurement(
        measured / alone, .equal(to: 1, within: .relative(0.1)),
        when: activation.name + Phrase(same: ", σ_w = \(Digits.text(spread))"))
    }
    return Claim(
      "vanishing.derivative", code: "B3", source: "S0",
      Phrase(
        "At each layer the gradient is multiplied by the derivative of the activation",
        zh: "每穿过一层，梯度就乘以激活函数的导数"),
      cases: cases,
      how: Phrase(
        "factor a layer over 10 layers of \(width) units, as a multiple of the root mean square of the derivatives; median of \(seeds) networks",
        zh: "10 层、每层 \(width) 个单元，每层的倍数与导数均方根之比；\(seeds) 个网络的中位数"),
      recorded: .depends(
        on: Phrase(
          "the weights, which multiply too: the squared norm changes by n·Var(w)·E[f′²] a layer, by the derivatives alone only where Var(w) = 1/n",
          zh: "权重也参与相乘：范数的平方每层乘以 n·Var(w)·E[f′²]；只有 Var(w) = 1/n 时才等于导数本身的作用")))
  }

  /// The notes' five layers of ReLU.
  private var fiveOfReLU: Claim {
    let stated = five.of(.relu, .he).stated
    return Claim(
      "vanishing.five-relu", code: "B7", source: "S4",
      Phrase(
        "Across five ReLU layers the gradient shrinks to 0.5⁵ ≈ 3 % of its size",
        zh: "跨越五层 ReLU，梯度缩减到原始幅度的 (0.5)⁵ ≈ 3%"),
      cases: [WeightScheme.he, .lecun].map { scheme in
        Measurement(
          five.of(.relu, scheme).mean, .equal(to: stated, within: .relative(0.5)),
          when: scheme.name)
      }, how: howFive,
      recorded: .fails(
        correct: Phrase(
          "norms go by √E[f′²] = 0.707 a layer, not by E[f′] = 0.5: \(Digits.text(five.of(.relu, .lecun).mean)) is left with weights of variance 1/n, and He’s 2/n keeps \(Digits.text(five.of(.relu, .he).mean))",
          zh:
            "范数按 √E[f′²] = 0.707 而不是 E[f′] = 0.5 逐层变化：权重方差为 1/n 时剩 \(Digits.text(five.of(.relu, .lecun).mean))，He 的 2/n 则保住 \(Digits.text(five.of(.relu, .he).mean))"
        ), source: "K. He et al., arXiv:1502.01852; measured here"))
  }

  /// The factor of one layer.
  private var half: Claim {
    Claim(
      "vanishing.half", code: "E10", source: "S4",
      Phrase("Each ReLU layer takes half of the gradient", zh: "每层 ReLU 使梯度减半"),
      cases: [WeightScheme.he, .lecun].map { scheme in
        Measurement(
          pow(five.of(.relu, scheme).mean, 1 / Double(FiveLayers.depth)),
          .equal(to: 0.5, within: .absolute(0.1)), when: scheme.name)
      }, how: howFive + Phrase(", fifth root", zh: "，再开五次方"),
      recorded: .fails(
        correct: Phrase(
          "He’s weights make the factor of the norm 1", zh: "He 初始化使范数的倍数为 1"),
        source: "K. He et al., arXiv:1502.01852; measured here"))
  }

  /// Leaky ReLU against ReLU.
  private var leaky: Claim {
    let kept = five.of(.leakyrelu, .he).mean / five.of(.relu, .he).mean
    return Claim(
      "vanishing.leaky", code: "B8", source: "S4",
      Phrase(
        "Leaky ReLU with slope 0.2 keeps 0.6⁵ ≈ 8 % over five layers, more than twice as much as ReLU",
        zh: "斜率 0.2 的 Leaky ReLU 五层后保留 (0.6)⁵ ≈ 8%，是标准 ReLU 的两倍多"),
      cases: [
        Measurement(
          five.ratio.measured, .greater(than: 2),
          when: Phrase("weights of variance 1/n", zh: "权重方差 1/n")),
        Measurement(
          kept, .greater(than: 2), when: Phrase("He’s, each its own", zh: "各用自己的 He 初始化")),
      ], how: howFive,
      recorded: .fails(
        correct: Phrase(
          "\(Digits.text(five.ratio.measured)) times as much, and no more at all with He’s weights: E[f′²] is 0.52 against 0.5",
          zh: "只有 \(Digits.text(five.ratio.measured)) 倍，用 He 初始化则不多：E[f′²] 为 0.52 对 0.5"),
        source: "measured here"))
  }

  /// Whether the rules beyond gradient descent train what it cannot.
  private var optimizers: Claim {
    let isFull = context.budget == .full
    let depths = isFull ? [4, 8] : [4]
    let runs = depths.map {
      DepthTraining(depth: $0, seeds: isFull ? 3 : 1, isTuned: isFull)
    }
    let cases = zip(depths, runs).flatMap { depth, run in
      DepthTraining.plans.indices.map { plan in
        Measurement(
          run.losses[plan], plan == 0 ? .greater(than: 0.5) : .less(than: 0.1),
          when: Phrase(
            same: "\(DepthTraining.plans[plan].rule.displayName), \(depth) × 32"))
      }
    }
    let base = isFull ? Phrase("", zh: "") : Phrase(" (one seed)", zh: "（一个种子）")
    let slow = runs.map { Digits.text($0.losses[1], digits: 2) }
    let ratios = runs.map { Digits.text($0.ratio, digits: 2) }
    return Claim(
      "vanishing.optimizers", code: "B13", source: "S3",
      Phrase(
        "Vanishing gradients are a problem of gradient descent that other optimizers mend",
        zh: "梯度消失是基础梯度下降的问题，其他优化器能够改进"),
      cases: cases,
      how: Phrase(
        "training error of sigmoid networks (target variance 1) after \(DepthTraining.steps) full batches, \(isFull ? "best of 4 rates, median of 3 seeds" : "one rate, one seed"); the first weights’ gradient is \(ratios.joined(separator: ", ")) of the last’s",
        zh:
          "sigmoid 网络（目标方差 1）经 \(DepthTraining.steps) 次全批量更新后的训练误差，\(isFull ? "4 个学习率取最佳，3 个种子的中位数" : "一个学习率、一个种子")；首层权重的梯度为末层的 \(ratios.joined(separator: "、"))"
      ),
      recorded: .depends(
        on: Phrase(
          "the rule: Adam’s scaling makes up for small gradients, until noise or underflow; gradient descent with momentum still ends at \(slow.joined(separator: ", ")) over \(depths.map(String.init).joined(separator: ", ")) layers\(base.english)",
          zh:
            "规则：Adam 的缩放能弥补小梯度，直到噪声或下溢为止；动量法在 \(depths.map(String.init).joined(separator: "、")) 层上仍停在 \(slow.joined(separator: "、"))\(base.chinese)"
        )))
  }
}
