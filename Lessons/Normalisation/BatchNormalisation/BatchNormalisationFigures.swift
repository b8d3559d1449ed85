import LessonKit

extension BatchNormalisation {
  /// Units in the picture.
  private static let shown = 8
  private static let before = Identity(Phrase("before batch norm", zh: "批归一化之前"), .series(1), marker: .square)
  private static let after = Identity(Phrase("after batch norm", zh: "批归一化之后"), .series(0), marker: .circle)

  /// Units of a layer before and after, side by side in one scale.
  func layerFigure(_ run: Run) -> Figure {
    let units = LayerUnits(layer: layer, batch: batch, seed: run.seed, steps: steps)
    let shown = LayerUnits.evenly(Self.shown, by: LayerUnits.means(units.sums)).sorted()
    let before = Ridges(LayerUnits.units(shown, of: units.sums), name: Self.before.name, as: Self.before)
    let after = Ridges(LayerUnits.units(shown, of: units.normalised), name: Self.after.name, as: Self.after)
    let (least, most) = (before.deviations.min() ?? 0, before.deviations.max() ?? 0)
    let (lowest, highest) = (before.means.min() ?? 0, before.means.max() ?? 0)
    let isEven = after.deviations.allSatisfy { abs($0 - 1) < 0.02 } && after.means.allSatisfy { abs($0) < 0.02 }
    let counts = Axis(categories: (1...Self.shown).map { _ in .init("") })
    return Figure(
      headline: [
        .init(
          "Batch norm lines units up: all means become 0, all spreads 1", zh: "批归一化把各单元的均值都变成 0，标准差都变成 1",
          if: isEven && highest - lowest > least),
        .init("Batch norm gives every unit the same mean and spread", zh: "批归一化让每个单元的均值与标准差都相同", if: isEven),
      ],
      setting: Phrase(
        "Before: means \(lowest, digits: 2) to \(highest, digits: 2), spreads \(least, digits: 2) to \(most, digits: 2)",
        zh: "之前：均值 \(lowest, digits: 2) 到 \(highest, digits: 2)，标准差 \(least, digits: 2) 到 \(most, digits: 2)"),
      foot: Phrase("row: one unit, dot: mean", zh: "行：单元，点：均值"),
      talk: Phrase(
        "Each shape is one unit over the whole batch. Before, every unit has a level and a range of its own, and the next layer has to cope with all of them. Batch norm subtracts each unit’s mean and divides by its standard deviation.",
        zh: "每个形状是一个单元在整个批量上的取值。之前，每个单元的高低和范围各不相同，下一层都得应付。批归一化减去每个单元的均值，再除以它的标准差。"),
      ask: Phrase(
        "Eight units of one layer see the same digits. Do they have the same range of values?",
        zh: "同一层的八个单元看同样的数字图片，取值范围会一样吗？"),
      protocol: Phrase(
        "\(Self.shown) of \(LayerUnits.width) units, evenly by their means, of hidden layer \(layer) of a network with ReLU and He’s weights, before the activation; the first \(batch) handwritten digits, pixels with mean 0 and deviation 1, learned without normalisation in \(steps, "step") of gradient descent on all of them, rate \(LayerUnits.rate), momentum 0.9, gradients clipped at norm \(LayerUnits.bound); scale γ = 1, shift β = 0, ε = 10⁻⁵; seed \(run.seed).",
        zh:
          "ReLU 网络（He 初始化）第 \(layer) 个隐藏层 \(LayerUnits.width) 个单元中按均值等距取的 \(Self.shown) 个，激活之前的值；前 \(batch) 张手写数字，像素均值 0、标准差 1，不归一化，全批量梯度下降训练 \(steps) 步，学习率 \(LayerUnits.rate)，动量 0.9，梯度按范数裁剪到 \(LayerUnits.bound)；缩放 γ = 1，平移 β = 0，ε = 10⁻⁵；种子 \(run.seed)。"
      ),
      panels: [(before, Phrase("Before batch norm", zh: "批归一化之前")), (after, Phrase("After batch norm", zh: "批归一化之后"))]
        .map { ridges, heading in
          Panel(
            x: Axis(Phrase("activation input", zh: "激活函数的输入")), y: counts, frame: .open, heading: heading,
            as: ridges.identity
          ) {
            Line.plain(
              [Point(0, -0.5), Point(0, Double(Self.shown) - 0.5)], as: Identity("", .ink).with(\.dash, .dotted)
            ).with(\.weight, 0.6)
            ridges
          }.with(\.headingScale, 1.25)
        })
  }

  /// Outputs with scaled inputs against those without: on a line where all inputs are scaled, off it where one is.
  func scaleFigure(_ run: Run) -> Figure {
    let counts = [ScaledInputs.inputs, 1]
    let outputs = counts.map { ScaledInputs.outputs(scaling: $0, by: factor, seed: run.seed) }
    let changes = outputs.map { ($0.after - $0.before).magnitude().greatest() }
    let headings = [
      Phrase("All 3 inputs × \(factor)", zh: "全部 3 个输入 × \(factor)"),
      Phrase("One of 3 inputs × \(factor)", zh: "3 个输入之一 × \(factor)"),
    ]
    return Figure(
      headline: [
        .init(
          "Batch norm cancels a scale of all inputs, not of one", zh: "批归一化抵消全部输入的缩放，抵消不了单个输入的",
          if: changes[0] < 0.01 * changes[1])
      ], setting: Phrase("Each dot is one unit’s output for one example", zh: "每个点是一个单元对一个样本的输出"),
      talk: Phrase(
        "A unit’s sum is multiplied as a whole when all its inputs are, and batch norm divides that out again. When one input alone is scaled, it drowns the others: the sum becomes another one, and no division brings the old one back.",
        zh: "所有输入一起放大时，单元的加权和整体放大，批归一化再把它除掉。只放大一个输入时，它会淹没其余输入：加权和变成了另一个，除法无法复原。"),
      ask: Phrase(
        "One input is given in millimetres instead of metres. Does batch norm undo that?",
        zh: "把一个输入的单位由米改成毫米，批归一化能抵消吗？"),
      protocol: Phrase(
        "\(Self.shown) of \(ScaledInputs.units) units of \(ScaledInputs.inputs) independent normal inputs, weights of variance 1/3, a batch of \(ScaledInputs.batch), ε = 10⁻⁵, seed \(run.seed). What is left where all inputs are scaled is ε, which the larger variance drowns.",
        zh:
          "\(ScaledInputs.units) 个单元中的 \(Self.shown) 个，\(ScaledInputs.inputs) 个独立正态输入，权重方差 1/3，批量 \(ScaledInputs.batch)，ε = 10⁻⁵，种子 \(run.seed)。全部输入缩放时剩下的差别来自 ε。"
      ),
      panels: counts.indices.map { place in
        let identity = place == 0 ? Identity.batchNorm : .before
        let change = changes[place]
        let moved =
          change < 0.01
          ? Phrase("no output moves by 0.01", zh: "没有输出变化超过 0.01")
          : Phrase("outputs move by up to \(change, digits: 2)", zh: "输出最多变化 \(change, digits: 2)")
        return Panel(
          x: Axis(Phrase("output", zh: "输出"), domain: -3.5...3.5),
          y: Axis(Phrase("output once inputs are scaled", zh: "缩放输入后的输出"), domain: -3.5...3.5), frame: .open,
          heading: headings[place], subheading: moved, as: identity
        ) {
          Reference([Point(-3.5, -3.5), Point(3.5, 3.5)], label: place == 0 ? nil : Phrase("no change", zh: "不变"))
          Dots(
            zip(
              LayerUnits.units(Array(0..<Self.shown), of: outputs[place].before).joined(),
              LayerUnits.units(Array(0..<Self.shown), of: outputs[place].after).joined()
            ).map { Point($0, $1) }, name: headings[place], as: identity)
        }
      })
  }

  /// The loss after training against the rate, from both initialisations.
  func ratesFigure(_ study: NormRates) -> Figure {
    let gains = [true, false].map { study.gain(isHe: $0) ?? .nan }
    let (least, most) = (gains.min() ?? .nan, gains.max() ?? .nan)
    let isBoth = gains.allSatisfy { $0 > 1.5 }
    return Figure(
      headline: [
        .init(
          "With batch norm \(least, digits: 2) times larger rates still train",
          zh: "有批归一化时，学习率大到 \(least, digits: 2) 倍仍能训练", if: isBoth && most < 1.05 * least),
        .init(
          "With batch norm \(least, digits: 2) to \(most, digits: 2) times larger rates train",
          zh: "有批归一化时，学习率大到 \(least, digits: 2)～\(most, digits: 2) 倍仍能训练", if: isBoth),
        .init(
          "With \(depth, "hidden layer") batch norm hardly allows larger rates", zh: "\(depth) 个隐藏层时，批归一化几乎不能放大学习率",
          if: most < 2),
      ],
      setting: Phrase(
        "Loss after \(NormRates.steps) steps, \(depth, "hidden layer")", zh: "\(NormRates.steps) 步后的损失，\(depth) 个隐藏层"),
      foot: Phrase("arrow: highest rates below half the loss of guessing", zh: "箭头：损失低于随机猜测一半的最大学习率"),
      talk: Phrase(
        "Without normalisation one step that is too large throws the weights so far that nothing is learned any more. With batch norm the size of the weights does not change the outputs, so that larger steps still lead somewhere.",
        zh: "没有归一化时，一步太大就会把权重甩得太远，再也学不动。有了批归一化，权重的大小不影响输出，更大的步子仍有效果。"),
      ask: Phrase("Which of the two can be trained with a larger learning rate?", zh: "两者之中谁能用更大的学习率训练？"),
      protocol: Phrase(
        "Two moons of \(NormRates.points) points with noise 0.1, \(depth, "hidden layer") of \(NormRates.width) units with ReLU, cross-entropy, gradient descent on all points, \(NormRates.steps) steps; \(study.runs.condition).",
        zh:
          "两个半月形，共 \(NormRates.points) 个点，噪声 0.1；\(depth) 个隐藏层，每层 \(NormRates.width) 个 ReLU 单元，交叉熵，全批量梯度下降 \(NormRates.steps) 步；\(study.runs.condition)。"
      ),
      panels: [true, false].map { isHe in
        Panel(
          x: Axis(Phrase("learning rate", zh: "学习率"), .log, padding: .tight),
          y: Axis(Phrase("loss (log scale)", zh: "损失（对数坐标）"), .log, domain: 1e-3...3), frame: .open,
          heading: isHe ? WeightScheme.he.name : WeightScheme.pytorch.name
        ) { curves(study, isHe) }
      })
  }

  private func curves(_ study: NormRates, _ isHe: Bool) -> [any Mark] {
    let kinds = [false, true].map { NormRates.Kind(isHe: isHe, hasNorm: $0) }
    let names = [Identity.noNorm, .batchNorm]
    let fans = zip(kinds, names).map { kind, name in
      var fan = Fan(study.losses(kind), at: NormRates.rates, as: name)
      (fan.line.label, fan.line.hasDots, fan.line.hasExits) = (nil, true, true)
      return fan
    }
    var marks: [any Mark] = fans
    for (fan, name) in zip(fans, names) {
      let points = fan.line.points.filter(\.isFinite)
      if let place = points.prefix(3).last { marks.append(Callout(name.name, at: place, as: name, bold: true)) }
    }
    let highest = kinds.map { study.highest($0) }
    guard let without = highest[0], let with = highest[1], let gain = study.gain(isHe: isHe), gain > 1.5 else {
      return marks
    }
    return marks + [
      Gap(
        y: NormRates.trains, from: without.rate, to: with.rate, "",
        strong: Phrase("\(gain, digits: 2) times", zh: "\(gain, digits: 2) 倍"), heads: .both)
    ]
  }
}
