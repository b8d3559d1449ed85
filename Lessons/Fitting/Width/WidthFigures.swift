import LessonKit

extension Width {
  private var conditions: Phrase {
    Phrase(
      "100 points y = x³ − x² + 0.5ε at even places from −3 to 3; two hidden layers with ReLU, PyTorch’s initialisation, Adam at \(rate) with weight decay 0.01, \(epochs) full batches",
      zh:
        "100 个点 y = x³ − x² + 0.5ε，x 在 −3 到 3 间等距；两个隐藏层，ReLU，PyTorch 默认初始化，Adam 学习率 \(rate)，权重衰减 0.01，全批量训练 \(epochs) 轮"
    )
  }

  /// The error on new points against the width; refuses a rate at which no network learns.
  func widthFigure(_ run: Run) throws -> Figure {
    let courses = (run.seed..<run.seed + seeds).map { CubicNetwork.all(Self.widths.map { ($0, 0) }, seed: $0) }
    // The widest first: they take longest, and no processor is to wait for one at the end.
    let order = Self.widths.indices.reversed().map { $0 }
    let levels = order.flatMap { width in courses.map { $0[width] } }.concurrentMap {
      $0.trained(epochs: epochs, rate: rate).level
    }
    let errors: [Spread] = order.map { Spread(Array(levels[$0 * seeds..<($0 + 1) * seeds])) }
    let (all, lost) = (levels.count, levels.count { $0.isNaN })
    guard lost < all else {
      throw UsageError(
        "every network diverges at this --lr", zh: "在这个 --lr 下所有网络都发散", hint: "a smaller one, as in --lr 0.01",
        zh: "取小一些，例如 --lr 0.01")
    }
    let (few, many) = (errors[Self.normal].median, errors[Self.wide].median)
    let isEqual = lost == 0 && few < 10 && many <= 1.25 * few
    let isFalling = lost == 0 && zip(errors, errors.dropFirst()).allSatisfy { $0.median > $1.median }
    return Figure(
      headline: [
        .init("\(lost) of \(all) networks diverge", zh: "\(all) 个网络中有 \(lost) 个发散", if: lost > 0),
        .init("The wider the network, the smaller its error on new points", zh: "网络越宽，对新点的误差越小", if: isFalling),
        .init(
          "Four times the width, a smaller error on new points", zh: "宽度增至 4 倍，对新点的误差更小",
          if: isEqual && many < 0.9 * few),
        .init("Four times the width, no worse on new points", zh: "宽度增至 4 倍，对新点的预测并未变差", if: isEqual),
        .init("The widest network does worse on new points", zh: "最宽的网络对新点的预测更差", if: many > 1.25 * few && few < 10),
      ], setting: Phrase("Networks fitted to 100 noisy points", zh: "网络拟合 100 个带噪声的点"),
      talk: Phrase(
        "Four units are too few to bend along the curve. From 32 on more units help only a little more: descent does not use the room against us. A large network is no proof of overfitting; only its error on new points is.",
        zh: "4 个单元太少，弯不成这条曲线。从 32 个起，再加单元只略有好处：梯度下降没有用多余的容量来对付我们。网络大并不等于过拟合，要看它对新点的误差。"),
      ask: Phrase(
        "A network of 32 units fits well. What happens on new points with 128?", zh: "32 个单元的网络拟合得很好。换成 128 个单元，对新点会怎样？"
      ),
      protocol: Phrase(
        "\(conditions); mean squared error from the true function at 99 places midway between the points, median over the last epochs; \(Spread.condition(seeds: seeds, from: run.seed)).",
        zh: "\(conditions)；在样本之间的 99 个中点上相对真实函数的均方误差，取最后若干轮的中位数；\(Spread.condition(seeds: seeds, from: run.seed))。")
    ) {
      Panel(
        x: Axis(categories: Self.widths.map { .init("\($0)") }, name: Phrase("units a layer", zh: "每层单元数")),
        y: Axis(Phrase("mean squared error (log scale)", zh: "均方误差（对数坐标）"), .log, domain: view(errors))
      ) {
        Fan(errors, as: .test.named(Phrase("new points", zh: "新点")), hasDots: true)
        if isFalling || isEqual {
          for index in isFalling ? [0, Self.wide] : [Self.normal, Self.wide] {
            LabelledDot(
              Point(Double(index), errors[index].median), label: "\(errors[index].median, digits: 2)", as: .test,
              side: index == 0 ? .right : .below)
          }
        }
      }
    }
  }

  /// The places of 32 and 128 units among the widths.
  private static let (normal, wide) = (3, 5)

  /// All errors of networks that learned, with room for a number under the last.
  private func view(_ errors: [Spread]) -> ClosedRange<Double> {
    let sound = errors.filter(\.median.isFinite)
    return 0.6 * (sound.map(\.lowest).min() ?? 1)...1.3 * (sound.map(\.highest).max() ?? 1)
  }

  /// The predictions of a network with dropout in both modes.
  func modeFigure(_ run: Run) -> Figure {
    let course = CubicNetwork.all(Self.shapes, seed: run.seed)[3].trained(epochs: epochs, rate: rate)
    let passes = course.passes(Self.passCount)
    let losses = course.losses(of: passes)
    return Figure(
      headline: [
        .init("This network diverged: it predicts nothing", zh: "这个网络已发散，无法预测", if: course.isLost),
        .init(
          "Turn dropout off before predicting: error \(losses.evaluation, digits: 1), not \(losses.training, digits: 2)",
          zh: "预测前关闭 dropout：误差 \(losses.evaluation, digits: 1)，而非 \(losses.training, digits: 2)",
          if: losses.training > 1.25 * losses.evaluation),
      ],
      setting: Phrase(
        "One network of 128 units a layer, trained with dropout 0.3", zh: "同一个网络，每层 128 个单元，训练时 dropout 为 0.3"),
      talk: Phrase(
        "In training mode every pass drops other units, so the same input gives another output each time. For a prediction all units have to answer: in PyTorch that is model.eval(), and it is easily forgotten.",
        zh: "训练模式下每次前向传播丢弃的单元都不同，同一输入每次得到不同的输出。预测时应让所有单元都参与：在 PyTorch 里就是 model.eval()，很容易忘记。"),
      ask: Phrase("The same network, the same inputs: why are the two curves different?", zh: "同一个网络、同样的输入，为什么两条曲线不同？"),
      protocol: Phrase(
        "\(conditions); error on the 100 points, with dropout on the mean of \(Self.passCount) passes, of which one is drawn in the band of nine in ten; seed \(run.seed).",
        zh: "\(conditions)；100 个点上的误差，dropout 开启时取 \(Self.passCount) 次的平均，图中画出其中一次与十分之九的范围；种子 \(run.seed)。")
    ) {
      panel(.dropoutOn, course, losses.training) { on(course, passes) }
      panel(.dropoutOff, course, losses.evaluation) {
        Line.plain(points(course, course.network(course.samples.inputs).elements), as: .dropoutOff)
      }
    }
  }

  private func points(_ course: CubicNetwork, _ heights: [Double]) -> [Point] {
    zip(course.samples.inputs.elements, heights).map { Point($0, $1) }
  }

  /// One pass in training mode, in the band that holds nine in ten of all.
  private func on(_ course: CubicNetwork, _ passes: [Tensor]) -> Fan {
    let all = Tensor(concatenating: passes, along: 1)
    let samples = points(course, passes[0].elements).enumerated().map { row, point in
      let outputs = all.rows(row..<(row + 1)).elements
      return Fan.Sample(x: point.x, median: point.y, lower: outputs.quantile(0.05), upper: outputs.quantile(0.95))
    }
    var fan = Fan(samples, as: .dropoutOn, label: nil)
    fan.line.hasEndMarker = false
    return fan
  }

  /// A prediction under the curve behind the points; of a network that is lost, the curve alone.
  private func panel(_ mode: Identity, _ course: CubicNetwork, _ loss: Double, @MarkBuilder _ marks: () -> [any Mark])
    -> Panel
  {
    Panel(
      x: Axis("$x$", domain: -3...3), y: Axis("$y$", limits: -48...28), heading: mode.name,
      subheading: course.isLost ? nil : Phrase("mean squared error \(loss, digits: 2)", zh: "均方误差 \(loss, digits: 2)"),
      as: mode
    ) {
      if !course.isLost { marks() }
      truth(course, isNamed: mode == .dropoutOff)
    }
  }

  /// The curve behind the points, over whatever covers it.
  private func truth(_ course: CubicNetwork, isNamed: Bool) -> Line {
    var line = Line(
      points(course, course.samples.inputs.elements.map(CubicNetwork.curve)), as: .truth,
      label: isNamed ? Identity.truth.name : nil)
    (line.isNamedAlong, line.hasEndMarker) = (true, false)
    return line
  }
}
