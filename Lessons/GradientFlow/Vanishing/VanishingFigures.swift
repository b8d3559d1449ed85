import LessonKit

extension Vanishing {
  private static let layers = Axis(Phrase("layers passed backwards", zh: "反向穿过的层数"))
  private static let share = Axis(Phrase("gradient (log scale)", zh: "梯度的大小（对数坐标）"), .log, limits: 1e-280...1e280)

  private func stacks(_ run: Run) -> StackGradients {
    StackGradients(activations, depth: depth, width: width, scheme: scheme, seeds: seeds, from: run.seed)
  }

  private func conditions(_ stacks: StackGradients) -> Phrase {
    Phrase(
      "Norm of a random gradient after it passed the layers, over its norm before; \(width, "unit") a layer, \(DeepStack.batch) normal inputs, \(scheme.name), untrained; \(stacks.runs.condition).",
      zh: "随机梯度穿过各层后的范数与之前的范数之比；每层 \(width) 个单元，\(DeepStack.batch) 个正态输入，\(scheme.name)，未经训练；\(stacks.runs.condition)。")
  }

  /// What is left of the gradient, a curve for each activation; ReLU and Leaky ReLU are one where they run together.
  func depthFigure(_ run: Run) -> Figure {
    let stacks = stacks(run)
    let (sigmoid, relu) = (stacks.left(.sigmoid), stacks.left(.relu))
    let isLost = sigmoid < 1e-4
    return Figure(
      headline: [
        .init(
          "Sigmoid loses the gradient in \(depth, "layer"), ReLU keeps it", zh: "\(depth) 层 sigmoid 让梯度消失，ReLU 则保住它",
          if: isLost && (0.3...3).contains(relu)),
        .init(
          "Through \(depth) sigmoid layers the gradient all but disappears", zh: "穿过 \(depth) 层 sigmoid，梯度几乎消失",
          if: isLost),
      ], setting: Phrase("Before training; \(scheme.name)", zh: "训练之前；\(scheme.name)"),
      talk: Phrase(
        "Every layer multiplies the gradient by its weights and by the slope of its activation. Sigmoid’s slope is at most a quarter; ReLU’s is 0 or 1, and weights of the right size make up for the zeros.",
        zh: "每一层都用权重和激活函数的导数去乘梯度。sigmoid 的导数最多为 1/4；ReLU 的导数是 0 或 1，大小合适的权重恰好补偿了那些 0。"),
      ask: Phrase(
        "What will be left of a gradient after \(depth, "layer") of sigmoid?", zh: "梯度穿过 \(depth) 层 sigmoid 之后还剩多少？"),
      protocol: conditions(stacks)
    ) {
      Panel(x: Self.layers, y: Self.share, frame: .open) {
        for index in activations.indices where !coincide || activations[index] != .leakyrelu {
          fan(stacks, index, isShared: coincide && activations[index] == .relu)
        }
        if isLost, sigmoid > 0, depth >= 5 {
          Gap(
            x: Double(depth), from: 1, to: sigmoid, Phrase("first layer learns", zh: "第一层学得"),
            strong: Phrase("\(words: 1 / sigmoid) times\nslower", zh: "慢 \(words: 1 / sigmoid)倍"),
            as: Activation.sigmoid.identity, takenFrom: 0)
        }
      }
    }
  }

  /// Whether ReLU and Leaky ReLU run together, each with the weights that are made for it.
  private var coincide: Bool {
    [.matched, .he].contains(scheme) && Set(activations).isSuperset(of: [.relu, .leakyrelu])
  }

  /// An activation's curve as far as it is a number, with Leaky ReLU's name under it where that runs along.
  private func fan(_ stacks: StackGradients, _ index: Int, isShared: Bool = false) -> Fan {
    let (shares, name, end) = (stacks.shares(index), activations[index].identity, stacks.loss(index))
    var fan = Fan(Array(shares.prefix(end?.layers ?? shares.count)), as: name)
    if isShared { fan.line.detail = Phrase("and \(Activation.leakyrelu.name)", zh: "与 \(Activation.leakyrelu.name)") }
    if let end {
      fan.line.divergedAt = end.layers
      fan.line.label = Phrase(
        "\(name.name): \(end.how) after \(end.layers, "layer")", zh: "\(name.name)：\(end.layers) 层后\(end.how)")
    }
    return fan
  }

  /// The powers of the mean derivatives, dashed, beside what is measured.
  func derivativesFigure(_ run: Run) -> Figure {
    let stacks = stacks(run)
    let told = activations.indices.filter { activations[$0] != .leakyrelu || activations.count < 3 }
    func mean(_ activation: Activation) -> Double { GaussianMean().of(deviation: 1) { activation.function.slope($0) } }
    let isUntold = stacks.left(.relu) > 100 * pow(0.5, Double(depth))
    return Figure(
      headline: [
        .init("The derivative alone does not tell: the weights count too", zh: "只看导数不够：权重同样参与相乘", if: isUntold)
      ], setting: Phrase("Dashed: derivatives alone; \(scheme.name)", zh: "虚线：只看导数；\(scheme.name)"),
      talk: Phrase(
        "It is tempting to multiply the derivatives: a half for every ReLU layer. But the weights multiply too, and He’s initialisation is made so that both together keep the size of the gradient.",
        zh: "人们很容易只把导数相乘：每层 ReLU 乘一个 1/2。但权重也参与相乘，He 初始化正是为了让两者合起来保持梯度的大小。"),
      ask: Phrase(
        "ReLU’s derivative is 0 or 1, a half on average. Is the gradient halved in every layer?",
        zh: "ReLU 的导数是 0 或 1，平均为 1/2。梯度每层都会减半吗？"), protocol: conditions(stacks)
    ) {
      Panel(x: Self.layers, y: Self.share, frame: .open) {
        for index in told {
          let (activation, power) = (activations[index], mean(activations[index]))
          fan(stacks, index)
          Line(
            (0...depth).map { Point(Double($0), pow(power, Double($0))) }, as: derivative(of: activation),
            label: "$\(power, digits: 2)^n$")
        }
      }
    }
  }

  private func derivative(of activation: Activation) -> Identity {
    var identity = activation.identity.named(
      Phrase("\(activation.name), derivatives alone", zh: "\(activation.name)，只看导数"))
    identity.dash = .dashed
    return identity
  }

  /// What a layer multiplies by against the size of the weights, with the size that keeps the gradient.
  var weightsFigure: Figure {
    let spreads = (0.5...16).logSpaced(count: 41)
    let models = activations.map { GrowthModel($0) }
    let curves = models.concurrentMap { model in spreads.map { Point($0, model.factor(spread: $0, depth: depth)) } }
    let balances = models.concurrentMap { $0.balance(depth: depth, in: 0.5...16) }
    return Figure(
      headline: [
        .init(
          "The right weights keep any activation’s gradient", zh: "只要权重合适，任何激活函数都能保住梯度",
          if: balances.allSatisfy { $0 != nil })
      ],
      setting: Phrase("Very wide layers; size of the weights: standard deviation × √width", zh: "极宽的层；权重大小：标准差 × √宽度"),
      foot: Phrase("mean over \(depth, "layer"), from the theory of wide networks", zh: "\(depth) 层的平均，由宽网络理论计算"),
      talk: Phrase(
        "Below the line a gradient shrinks in every layer, above it it grows. Every activation crosses the line somewhere; sigmoid only where the weights are so large that it saturates.",
        zh: "线以下梯度逐层缩小，线以上逐层放大。每种激活函数都会在某处穿过这条线；sigmoid 要到权重大得使它饱和时才穿过。"),
      ask: Phrase("Could sigmoid keep a gradient if its weights were larger?", zh: "如果权重更大，sigmoid 能保住梯度吗？"),
      protocol: Phrase(
        "σ_w √E[f′²] a layer, the variance of the sums followed through the layers; Schoenholz et al., Deep Information Propagation, 2017, equations 3 and 8.",
        zh: "每层的倍数为 σ_w √E[f′²]，逐层跟踪加权和的方差；Schoenholz 等，Deep Information Propagation，2017，式 3 与式 8。")
    ) {
      Panel(
        x: Axis(Phrase("size of the weights", zh: "权重大小"), .log, padding: .tight),
        y: Axis(Phrase("factor a layer multiplies by", zh: "每层乘以的倍数"), .log), frame: .open
      ) {
        Reference([Point(spreads[0], 1), Point(16, 1)], label: Phrase("gradient kept", zh: "梯度保持不变"))
        for (activation, points) in zip(activations, curves) { Line(points, as: activation.identity) }
        for (activation, balance) in zip(activations, balances) {
          if let balance {
            LabelledDot(
              Point(balance, 1), label: Phrase(same: Digits.text(balance, digits: 2)), as: activation.identity)
          }
        }
      }
    }
  }

  /// The training error by depth under gradient descent and Adam, a rate each.
  var optimizersFigure: Figure {
    let depths = [4, 6, 8]
    let plans: [DepthTraining.Plan] = [(.sgd, [0.1]), (.adam, [0.01])]
    let runs = depths.map { DepthTraining(depth: $0, seeds: 3, plans: plans) }
    let names = plans.map(\.rule).identities(isRandom: false)
    let (first, last) = (runs[0].losses, runs[2].losses)
    let rates = Phrase.joined(zip(plans, names).map { "\($1.name) \($0.rates[0])" }, by: Phrase(", ", zh: "，"))
    return Figure(
      headline: [
        .init(
          "Adam makes up for a gradient that vanished, up to a point", zh: "Adam 能在一定程度上弥补消失的梯度",
          if: first[1] < 0.1 && first[0] > 0.5 && last[1] > 10 * first[1])
      ],
      setting: Phrase(
        "Sigmoid networks after \(DepthTraining.steps) steps; learning rates: \(rates)",
        zh: "sigmoid 网络训练 \(DepthTraining.steps) 步之后；学习率：\(rates)"),
      talk: Phrase(
        "Adam divides each gradient by its own usual size, so a layer with tiny gradients still moves. That helps until the gradients are nothing but noise.",
        zh: "Adam 用梯度自身的典型大小去除它，所以梯度极小的层仍然会更新。直到梯度只剩噪声，这种办法才失效。"),
      ask: Phrase("Can an optimizer rescue a gradient that vanished?", zh: "优化器能挽救消失的梯度吗？"),
      protocol: Phrase(
        "64 points of a wave of variance 1 over two normal inputs, full batches, \(DepthTraining.width) units a layer, normal weights of variance 1/n; median of 3 seeds.",
        zh: "两个正态输入上方差为 1 的波形，64 个点，全批量，每层 \(DepthTraining.width) 个单元，权重为方差 1/n 的正态分布；3 个种子的中位数。")
    ) {
      Panel(
        x: .counting(Phrase("hidden layers", zh: "隐藏层数")),
        y: Axis(Phrase("training error (log scale)", zh: "训练误差（对数坐标）"), .log), frame: .open
      ) {
        for (plan, name) in names.enumerated() {
          Line(zip(depths, runs).map { Point(Double($0), $1.losses[plan]) }, as: name, hasDots: true)
        }
      }
    }
  }
}
