import LessonKit

extension Activations {
  private static let input = Axis(Phrase("input", zh: "输入"), domain: Shape.view, padding: .tight)

  /// The activations that were asked for, or else those that a figure shows by itself.
  private func shapes(orElse usual: [Activation]) -> [Shape] {
    (activations.isEmpty ? usual : activations).concurrentMap { Shape($0) }
  }

  /// The slopes in one plot: sigmoid and ReLU in colour, with their greatest values.
  var slopesFigure: Figure {
    let shapes = shapes(orElse: [.sigmoid, .tanh, .relu])
    let named: [Activation] = [.sigmoid, .relu]
    let isContrast = Set(shapes.map(\.activation)).isSuperset(of: named)
    let order = isContrast ? shapes.sorted { !named.contains($0.activation) && named.contains($1.activation) } : shapes
    return Figure(
      headline: [
        .init(
          "Sigmoid’s slope is at most 1/4, ReLU’s is 1 above 0", zh: "sigmoid 的导数不超过 1/4，ReLU 在 0 以上为 1", if: isContrast
        )
      ],
      setting: Phrase(
        "Derivatives of \(list: shapes.map(\.activation.name))", zh: "\(list: shapes.map(\.activation.name))的导数"),
      talk: Phrase(
        "A gradient on its way back is multiplied by such a slope in every layer. Sigmoid passes a quarter at the very best; ReLU passes all of it, or nothing.",
        zh: "反向传播时，每一层都要乘上这样一个导数。sigmoid 最多只放过四分之一；ReLU 要么全部放过，要么一点不放。"),
      ask: Phrase("How much of a gradient can a sigmoid pass at most?", zh: "一个 sigmoid 最多能放过多少梯度？"),
      protocol: Phrase(
        "Derivatives from the definitions that automatic differentiation uses; ELU with α = 1, Leaky ReLU with slope \(Activation.leak), GELU exact.",
        zh: "导数取自自动微分所用的定义；ELU 的 α = 1，Leaky ReLU 斜率 \(Activation.leak)，GELU 为精确式。")
    ) {
      Panel(x: Self.input, y: Axis(Phrase("slope", zh: "导数"), domain: -0.2...1.35)) {
        for shape in order { slope(shape, isNamed: !isContrast || named.contains(shape.activation)) }
        for shape in order.reversed() {
          // Those that are level at their greatest slope coincide there: one of them is named on it.
          let isFirst = order.last { $0.isFlatAtTop }?.activation == shape.activation
          let isNamed = !isContrast || named.contains(shape.activation)
          top(shape, isNamed: isNamed, isOnTop: !shape.isFlatAtTop || isFirst)
        }
        if isContrast {
          Dots([Point(0, 0.25)], as: Activation.sigmoid.identity)
          Gap(x: 3.2, from: 0.25, to: 1, "", strong: Phrase("4 times", zh: "4 倍"), takenFrom: 0)
        }
      }
    }
  }

  private func slope(_ shape: Shape, isNamed: Bool) -> Line {
    let name = shape.activation.identity
    var line = Line.plain(shape.brokenSlope, as: isNamed ? name : name.greyed)
    line.strength = isNamed ? 1 : 0.75
    return line
  }

  /// The name of an activation at its greatest slope, with the slope; or else where its slope has a course of its own.
  private func top(_ shape: Shape, isNamed: Bool, isOnTop: Bool) -> Callout {
    let name = isNamed ? shape.activation.identity : shape.activation.identity.greyed
    let top = shape.steepest
    guard isOnTop else {
      let x = shape.activation == .elu ? -0.6 : -3.4
      let place = shape.slope.first { $0.x >= x } ?? top
      return Callout(name.name, at: place, as: name, bold: true, placement: .above)
    }
    let value: Phrase = top.y == 0.25 ? "1/4" : "\(top.y)"
    guard !shape.isFlatAtTop else {
      return Callout(
        name.name, at: Point(2.2, top.y), as: name, bold: true, placement: .below,
        detail: Phrase("\(value) above 0", zh: "正半轴为 \(value)"))
    }
    return Callout(
      name.name, at: top.y < 0.5 ? Point(top.x + 1.75, top.y) : top, as: name, bold: true, placement: .above,
      detail: Phrase("max \(value)", zh: "最大 \(value)"))
  }

  /// Every function with its slope in a small plot of its own.
  var functionsFigure: Figure {
    let shapes = shapes(orElse: [.sigmoid, .tanh, .relu, .leakyrelu, .elu, .gelu])
    let hasBoth = [.sigmoid, .tanh].allSatisfy { kind in shapes.contains { $0.activation == kind } }
    let leaky = shapes.contains { $0.activation == .leakyrelu }
    return Figure(
      headline: [
        .init(
          "Sigmoid and tanh saturate at both ends, the others grow on", zh: "sigmoid 与 tanh 两端饱和，其余的持续增长",
          if: hasBoth && shapes.count > 2)
      ], setting: Phrase("Solid: the function; dashed: its slope", zh: "实线：函数；虚线：导数"),
      foot: leaky
        ? Phrase("Leaky ReLU: slope \(Activation.leak) below 0", zh: "Leaky ReLU：负半轴斜率 \(Activation.leak)") : "",
      talk: Phrase(
        "Sigmoid and tanh are level at both ends, where their slopes vanish. The others grow on the right for ever, with a slope of about 1, and differ in what they let through on the left.",
        zh: "sigmoid 与 tanh 两端都变平，那里的导数趋于 0。其余的在右侧一直增长，导数约为 1，差别在于左侧放过多少。"),
      ask: Phrase("Which of them have a slope that vanishes at both ends?", zh: "哪几种的导数在两端都趋于 0？"),
      protocol: Phrase(
        "ELU with α = 1, Leaky ReLU with slope \(Activation.leak), GELU exact.",
        zh: "ELU 的 α = 1，Leaky ReLU 斜率 \(Activation.leak)，GELU 为精确式。"),
      panels: shapes.map { shape in
        let name = shape.activation.identity
        return Panel(
          x: Self.input, y: Axis(Phrase("output, slope", zh: "输出，导数"), domain: -1.2...2.2),
          heading: shape.activation.name, as: name
        ) {
          Line.plain(shape.curve, as: name)
          Line.plain(shape.brokenSlope, as: dashed(name))
        }
      })
  }

  private func dashed(_ name: Identity) -> Identity {
    var slope = name.named(Phrase("\(name.name), slope", zh: "\(name.name) 的导数"))
    slope.dash = .dashed
    return slope
  }

  /// The mean slope of tanh against the spread of what enters it.
  var saturationFigure: Figure {
    let name = Activation.tanh.identity
    return Figure(
      headline: [.init("The wider tanh’s inputs, the smaller its slope", zh: "tanh 的输入越分散，平均导数越小")],
      setting: Phrase("Normal inputs around 0", zh: "输入服从均值为 0 的正态分布"),
      talk: Phrase(
        "Far from 0 tanh is level: it saturates, and a gradient that meets such a unit is all but stopped. Weights that are too large spread the inputs, and so close the gates.",
        zh: "远离 0 处 tanh 变平，即饱和，梯度到这里几乎过不去。权重过大会使输入分散，等于把门一扇扇关上。"),
      ask: Phrase("What happens to tanh’s slope if the weights before it grow?", zh: "如果前面的权重变大，tanh 的导数会怎样？"),
      protocol: Phrase(
        "Mean derivative over normal inputs of mean 0, midpoint rule of 1200 points.",
        zh: "均值为 0 的正态输入下导数的均值，1200 点中点法则。")
    ) {
      Panel(
        x: Axis(Phrase("standard deviation of the inputs", zh: "输入的标准差"), domain: 0...6),
        y: Axis(Phrase("mean slope of tanh", zh: "tanh 的平均导数"), domain: 0...1.05)
      ) {
        Line.plain((0.0...6).evenlySpaced(count: 181).map { Point($0, Self.meanSlope(spread: $0)) }, as: name)
        for spread in Self.spreads {
          let slope = Self.meanSlope(spread: spread)
          LabelledDot(Point(spread, slope), label: "\(slope, digits: 2)", as: name)
        }
      }
    }
  }
}
