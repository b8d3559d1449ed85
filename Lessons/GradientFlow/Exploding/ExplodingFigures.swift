import LessonKit

extension Exploding {
  private static let right = Identity("He", .muted, marker: .triangle)
  private static let large = Identity(Phrase("too large", zh: "过大"), .series(1), marker: .square)
  private static let small = Identity(Phrase("too small", zh: "过小"), .series(0), marker: .circle)

  /// The gradient against layers for weights that are too large or too small, beside the right ones.
  func depthFigure(_ study: Study) -> Figure {
    let (most, least) = (study.sizes.count - 1, study.sizes[0])
    let (times, shrinks) = (study.ratio(most), 1 / study.ratio(0))
    let (over, under) = (study.sizes[most] - 1, 1 - least)
    let (explodes, vanishes) = (times >= 2, over == 0 && shrinks >= 2)
    return Figure(
      headline: [
        .init(
          "Weights \(percent: over, digits: 3) too large: gradients grow \(told(times))-fold in \(depth, "layer")",
          zh: "权重偏大 \(percent: over, digits: 3)：\(depth) 层后梯度变为 \(words: times)倍", if: explodes && times < 1e5),
        .init(
          "Weights \(percent: over, digits: 3) too large: gradient × \(words: times)",
          zh: "权重偏大 \(percent: over, digits: 3)：梯度 × \(words: times)", if: explodes),
        .init(
          "Weights \(percent: under, digits: 3) too small: gradient ÷ \(words: shrinks)",
          zh: "权重偏小 \(percent: under, digits: 3)：梯度 ÷ \(words: shrinks)", if: vanishes),
      ], setting: Phrase("ReLU layers before training; right size: He’s weights", zh: "训练之前的 ReLU 层；大小恰当：He 初始化"),
      talk: talk(over: over, times), ask: question(over: over),
      protocol: Phrase(
        "Norm of a normal gradient after the layers, over that with He’s weights; \(Study.width) units a layer, \(DeepStack.batch) normal inputs, normal weights of He’s size times \(list: study.sizes.map { "\($0, digits: 4)" }); \(study.runs.condition).",
        zh:
          "正态梯度穿过各层后的范数，与 He 初始化时之比；每层 \(Study.width) 个单元，\(DeepStack.batch) 个正态输入，权重为 He 初始化乘以 \(list: study.sizes.map { "\($0, digits: 4)" })；\(study.runs.condition)。"
      )
    ) {
      Panel(
        x: Axis(Phrase("layers passed backwards", zh: "反向穿过的层数")),
        y: Axis(
          Phrase("gradient (log scale)", zh: "梯度（对数坐标）"), .log,
          domain: Spread.decades(study.sizes.indices.flatMap { study.against($0) })
        ).with(\.tellsFactors, true), frame: .open
      ) {
        for index in study.sizes.indices { fan(study, index) }
        LabelledDot(Point(0, 1), label: "", as: Identity("", .ink), size: 1.4)
        for index in study.sizes.indices where index != study.right || explodes || vanishes { factor(study, index) }
      }
    }
  }

  private func talk(over: Double, _ times: Double) -> Phrase {
    guard over > 0 else {
      return Phrase(
        "Every layer multiplies the gradient. With weights too small every factor is below 1, and the gradient vanishes, layer by layer.",
        zh: "每一层都会乘一次梯度。权重偏小，每个因子都小于 1，梯度逐层消失。")
    }
    return Phrase(
      "Every layer multiplies the gradient, and with weights \(percent: over, digits: 3) too large every factor is \(percent: over, digits: 3) too large. That compounds like interest: after \(depth, "layer") it is \(words: times) times the gradient. With weights too small it vanishes in the same way.",
      zh:
        "每一层都会乘一次梯度；权重偏大 \(percent: over, digits: 3)，每个因子就偏大 \(percent: over, digits: 3)。这就像复利：\(depth) 层之后梯度变为 \(words: times)倍。权重偏小，则同样地消失。"
    )
  }

  private func question(over: Double) -> Phrase {
    guard over > 0 else {
      return Phrase(
        "Weights are a little too small. What is left of the gradient after \(depth, "layer")?",
        zh: "权重稍微偏小。穿过 \(depth) 层之后梯度还剩多少？")
    }
    return Phrase(
      "Weights are \(percent: over, digits: 3) too large. How large is the gradient after \(depth, "layer")?",
      zh: "权重偏大 \(percent: over, digits: 3)。穿过 \(depth) 层之后梯度有多大？")
  }

  /// What each layer multiplies the gradient by, beside the middle of the curve.
  private func factor(_ study: Study, _ index: Int) -> Callout {
    let (place, isRight) = (depth / 2, index == study.right)
    // Off the line by a share of its own way, in decades.
    let middle = Point(0.94 * Double(place), pow(study.against(index)[place].median, 1.28))
    let size: Phrase = "\(study.sizes[index], digits: 4)"
    return Callout(
      Phrase("each layer × \(size)", zh: "每层 × \(size)"), at: middle, as: look(study, index), bold: !isRight,
      placement: isRight ? .above : .left
    ).with(\.scale, isRight ? 1 : 1.2)
  }

  private func look(_ study: Study, _ index: Int) -> Identity {
    index == study.right ? Self.right : index < study.right ? Self.small : Self.large
  }

  /// A number beside its curve, where digits are shorter than words.
  private func told(_ times: Double) -> Phrase {
    times < 1e5
      ? Phrase("\(times, digits: 3)", zh: "\(times, digits: 3)") : Phrase("\(words: times)", zh: "\(words: times)")
  }

  private func fan(_ study: Study, _ index: Int) -> Fan {
    let end = study.against(index).last?.median ?? .nan
    let isRight = index == study.right
    let fate =
      end >= 2 ? Phrase("explodes", zh: "爆炸") : end <= 0.5 ? Phrase("vanishes", zh: "消失") : look(study, index).name
    let name = isRight ? Phrase("right size", zh: "大小恰当") : fate
    var fan = Fan(study.against(index), as: look(study, index).named(name))
    (fan.hasBand, fan.line.hasEndMarker) = (false, !isRight)
    if !isRight {
      (fan.line.weight, fan.line.fillsFrom) = (1.8, 1)
      fan.line.finding = end > 1 ? "×\(told(end))" : "÷\(told(1 / end))"
    }
    return fan
  }

  /// The loss to the step at which it is no number, beside a rate that trains.
  func overflowFigure(_ run: Run) -> Figure {
    let (good, bad) = (Overflow(rate: Self.sound, seed: run.seed), Overflow(rate: rate, seed: run.seed))
    let shown = bad.end.map { max($0, 10) } ?? Overflow.most
    return Figure(
      headline: [
        .init(
          "One rate too large: after \(bad.end ?? 0, "step") the loss is no number",
          zh: "学习率过大：\(bad.end ?? 0) 步之后损失不再是数", if: bad.end != nil && good.end == nil)
      ], setting: Phrase("A tanh network of two hidden layers under gradient descent", zh: "两个隐藏层的 tanh 网络，梯度下降"),
      foot: Phrase("the same network, weights and data at both rates", zh: "两种学习率下网络、权重和数据都相同"),
      talk: Phrase(
        "Each step overshoots by more than the last. The gradients grow with the loss, and the steps with the gradients, until a number no longer fits into the computer: infinity less infinity is not a number, and every weight is lost. In single precision the end comes at 10³⁸, much sooner.",
        zh: "每一步都比前一步越过得更远。梯度随损失增大，步子随梯度增大，直到数字超出计算机的范围：无穷减无穷不是数（NaN），所有权重都毁了。单精度的上限是 10³⁸，来得更早。"),
      ask: Phrase("A loss that doubles in every step: where does that end?", zh: "损失每一步都成倍增长，最后会怎样？"),
      protocol: Phrase(
        "2–16–16–1 units, LeCun’s weights, mean squared error of sin 2x₁ at 64 normal points, full batches, seed \(run.seed); learning rates \(Self.sound) and \(rate); double precision.",
        zh: "2–16–16–1 个单元，LeCun 初始化，64 个正态点上 sin 2x₁ 的均方误差，全批量，种子 \(run.seed)；学习率 \(Self.sound) 与 \(rate)；双精度。")
    ) {
      Panel(
        x: Axis(Phrase("step", zh: "步数"), padding: .tight),
        y: Axis(Phrase("loss (log scale)", zh: "损失（对数坐标）"), .log, domain: bad.end.map { _ in 1e-20...Self.largest }),
        frame: .open
      ) {
        curve(good, Self.sound, Self.right, until: shown)
        curve(bad, rate, Self.large, until: shown)
        if bad.end != nil {
          Callout(
            Phrase("largest number: $1.8·10^{308}$", zh: "最大的数是 $1.8·10^{308}$"),
            at: Point(0.02 * Double(shown), 1e290), placement: .right)
        }
      }
    }
  }

  /// The largest number of double precision.
  private static let largest = Double.greatestFiniteMagnitude

  /// The learning rate that trains.
  static let sound = 0.2

  private func curve(_ run: Overflow, _ rate: Double, _ identity: Identity, until last: Int) -> Line {
    let points = run.losses.prefix(last + 1).enumerated().map { Point(Double($0.offset), $0.element) }
    let (name, lost) = (Phrase("rate \(rate)", zh: "学习率 \(rate)"), run.end.map { min($0, last) })
    let label = lost.map { Phrase("step \($0): not a number", zh: "第 \($0) 步：不是数（NaN）") }
    return Line(
      points, as: identity.named(name), label: label ?? name, detail: label.map { _ in name }, divergedAt: lost)
  }
}
