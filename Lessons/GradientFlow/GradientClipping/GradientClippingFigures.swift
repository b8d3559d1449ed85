import LessonKit

extension GradientClipping {
  private static let unclipped = Identity(Phrase("without clipping", zh: "不裁剪"), .series(1), marker: .square)
  private static let clipped = Identity(Phrase("with clipping", zh: "裁剪"), .series(0), marker: .circle)

  /// The loss with its cliff, and the walk on it without and with a bound.
  func cliffFigure(_ study: Study) -> Figure {
    let (jump, longest) = (study.length, study.held.longest)
    let until = study.shared
    let (free, held) = until.map { (study.free.places[$0].y, study.held.places[$0].y) } ?? (.nan, .nan)
    return Figure(
      headline: [
        .init(
          "Step \(study.held.lostStep ?? 0) overflows: at this rate clipping does not help",
          zh: "第 \(study.held.lostStep ?? 0) 步溢出：学习率如此之大，裁剪也无济于事", if: study.held.lostStep != nil),
        .init(
          "Without clipping step \(study.free.lostStep ?? 0) overflows", zh: "不裁剪时第 \(study.free.lostStep ?? 0) 步溢出",
          if: study.free.lostStep != nil),
        .init(
          "At rate \(rate) even clipped steps jump over the valley", zh: "学习率 \(rate) 时，裁剪后的步子仍会越过谷底",
          if: longest > Study.width),
        .init(
          "One step off a cliff leaves the picture, clipped only \(longest, digits: 2)",
          zh: "悬崖上的一步迈出图外，裁剪后只有 \(longest, digits: 2)", if: jump > Study.width && study.isOffCliff),
        .init(
          "A step on a cliff leaps to loss \(free, digits: 2); clipped it lands at \(held, digits: 1)",
          zh: "悬崖上的一步使损失升到 \(free, digits: 2)，裁剪后降到 \(held, digits: 1)", if: study.shared != nil && held < free),
        .init(
          "One step off a cliff jumps \(jump, digits: 2), clipped only \(longest, digits: 2)",
          zh: "悬崖上的一步迈出 \(jump, digits: 2)，裁剪后只有 \(longest, digits: 2)", if: study.isOffCliff),
        .init(
          "Without clipping one step jumps \(jump, digits: 2)", zh: "不裁剪时一步就迈出 \(jump, digits: 2)",
          if: study.jump != nil && jump <= Study.width),
        .init("Without clipping one step leaves the picture", zh: "不裁剪时一步就迈出图外", if: study.jump != nil),
        .init(
          "This bound is never reached: clipping changes nothing", zh: "从未达到这个上限：裁剪不起作用", if: jump <= 1.001 * longest),
      ], setting: Phrase("Recurrent network", zh: "循环网络"),
      foot: Phrase("rate \(rate), clipped at norm \(bound)", zh: "学习率 \(rate)，按范数裁剪到 \(bound)"),
      talk: Phrase(
        "Both walks come from the right, step by step down to the valley. There the loss has a wall, and on a wall the gradient is huge: one step throws the weight back beyond where it started. With a bound the same direction is taken, but only a short step of it.",
        zh: "两次下降都从右边出发，一步步走向谷底。谷边的损失像一堵墙，墙上的梯度极大：一步就把参数甩回到起点之外。有了上限，方向不变，只是步子变短。"),
      ask: Phrase("What does gradient descent do on a wall?", zh: "梯度下降走到墙上会怎样？"),
      protocol: Phrase(
        "h ← \(study.unit.weight)·σ(h) + b from h = \(study.unit.start), \(length, "step"), squared error against \(study.unit.target); gradient descent on the bias b from \(Study.start), rate \(rate), clipping by norm at \(bound). After Pascanu et al., On the difficulty of training recurrent neural networks, 2013.",
        zh:
          "h ← \(study.unit.weight)·σ(h) + b，从 h = \(study.unit.start) 开始，\(length) 步，与 \(study.unit.target) 的平方误差；对偏置 b 做梯度下降，起点 \(Study.start)，学习率 \(rate)，按范数裁剪到 \(bound)。参考 Pascanu 等，On the difficulty of training recurrent neural networks，2013。"
      )
    ) { panel(study) }
  }

  /// The loss as ground, the steps that both walks share, and what each does at the cliff.
  private func panel(_ study: Study) -> Panel {
    let curve = study.unit.curve(over: Study.view)
    let top = Self.top(study)
    let cliff = study.shared
    let base = cliff == nil ? -0.2 * top : -0.04 * top
    let ground = curve + [Point(Study.view.upperBound, base), Point(Study.view.lowerBound, base)]
    return Panel(
      x: Axis(Phrase("bias", zh: "偏置"), domain: Study.view),
      y: Axis(Phrase("loss", zh: "损失"), domain: base...(1.08 * top)), frame: .open
    ) {
      Region(polygon: ground, as: Identity("", .muted)).with(\.hasEdge, false)
      Given(
        Line(curve, as: Identity(Phrase("loss", zh: "损失"), .muted), label: nil).with(\.hasEndMarker, false).with(
          \.weight, 1.4))
      if let cliff {
        leap(study, from: study.free.places[cliff - 1], to: study.free.places[cliff])
        hold(study, from: study.held.places[cliff - 1], to: study.held.places[cliff])
        let start = study.free.places[cliff - 1]
        let slope = study.unit.loss(at: start.x).slope
        Ring(start, label: Phrase("slope\n\(slope, digits: 2)", zh: "斜率\n\(slope, digits: 2)"))
      } else {
        Star(study.unit.minimum(in: Study.view), label: Phrase("minimum", zh: "最小值"))
        for mark in walks(study) { mark }
        Ring(study.free.places[0], label: Phrase("start", zh: "起点"))
      }
    }
  }

  /// Both walks where they part early, with the step that jumps and the longest one with a bound.
  private func walks(_ study: Study) -> [any Mark] {
    var marks: [any Mark] = [
      Dots(study.held.places, as: Self.clipped),
      Dots(Array(study.free.places.prefix((study.jump ?? study.free.places.count) + 1)), as: Self.unclipped),
    ]
    if let jump = study.jump { marks += leap(study, from: study.free.places[jump - 1], to: study.free.places[jump]) }
    if study.held.longest > 0 {
      marks.append(
        Callout(
          Phrase("clipped: at most \(study.held.longest, digits: 2)", zh: "裁剪：至多 \(study.held.longest, digits: 2)"),
          at: study.held.places[study.held.places.count / 4], as: Self.clipped, bold: true))
    }
    return marks
  }

  /// The highest loss in view.
  private static func top(_ study: Study) -> Double { study.unit.curve(over: Study.view).map(\.y).max() ?? 1 }

  /// The same step with a bound.
  private func hold(_ study: Study, from: Point, to: Point) -> [any Mark] {
    [
      Arrow(from: from, to: to, as: Self.clipped, weight: 1.8).with(\.bend, to.x > from.x ? 0.12 : -0.12),
      LabelledDot(to, label: "", as: Self.clipped, size: 2),
      // The words stand in the ground, clear of the curve.
      Callout(
        Phrase("loss \(to.y, digits: 1)", zh: "损失 \(to.y, digits: 1)"),
        at: Point(to.x + 0.2 * Study.width, 0.14 * Self.top(study)), as: Self.clipped, bold: true, placement: .right,
        detail: Phrase("clipped, step \(abs(to.x - from.x), digits: 2)", zh: "裁剪，步长 \(abs(to.x - from.x), digits: 2)")
      ).with(\.role, .finding).with(\.scale, 1.6),
    ]
  }

  /// A step as an arrow in a wide bow with its length, as far as it is in view.
  private func leap(_ study: Study, from: Point, to: Point) -> [any Mark] {
    let length = abs(to.x - from.x)
    // A step that leaves the view leads to the ground at its border.
    let border = min(max(to.x, Study.view.lowerBound), Study.view.upperBound)
    let end = border == to.x ? to : Point(border, study.unit.loss(at: border).value)
    let arrow = Arrow(from: from, to: end, as: Self.unclipped, weight: 1.8).with(\.bend, to.x > from.x ? 0.19 : -0.19)
    // Under the bow, between its ends.
    let bow = Point((from.x + end.x) / 2, (from.y + end.y) / 2 + 0.055 * Self.top(study))
    let words = Phrase("unclipped, step \(length, digits: 2)", zh: "不裁剪，步长 \(length, digits: 2)")
    let number =
      border == to.x && study.shared != nil
      ? Phrase("loss \(to.y, digits: 2)", zh: "损失 \(to.y, digits: 2)")
      : Phrase("jumps \(length, digits: 2)", zh: "迈出 \(length, digits: 2)")
    return [
      arrow, LabelledDot(end, label: "", as: Self.unclipped, size: 2),
      Callout(number, at: bow, as: Self.unclipped, bold: true, placement: .centered, detail: words).with(
        \.role, .finding
      ).with(\.scale, 1.6),
    ]
  }

  /// A gradient, and what each kind of clipping makes of it, with the bounds that they hold to.
  var directionsFigure: Figure {
    let gradient = gradients[0]
    let (norm, value) = (Self.clipped(gradient, by: .norm(bound)), Self.clipped(gradient, by: .value(bound)))
    let turn = Digits.fixed(value.turn, decimals: 0)
    let raw = gradient.distance(to: .zero)
    let byNorm = Identity(Phrase("By norm", zh: "按范数"), .series(0), marker: .circle)
    let byValue = Identity(Phrase("By value", zh: "按值"), .series(1), marker: .square)
    return Figure(
      headline: [
        .init(
          "Clipping by norm keeps the direction, by value turns it \(turn)°", zh: "按范数裁剪方向不变，按值裁剪转了 \(turn)°",
          if: value.turn >= 0.5),
        .init("Both kinds of clipping keep this direction", zh: "两种裁剪都不改变这个方向", if: raw > bound),
        .init("This gradient is short enough: nothing is clipped", zh: "这个梯度足够短，无需裁剪"),
      ],
      setting: Phrase(
        "Gradient (\(gradient.x), \(gradient.y)), bound \(bound)", zh: "梯度 (\(gradient.x), \(gradient.y))，上限 \(bound)"),
      foot: Phrase("by norm: into the disc; by value: each part into the square", zh: "按范数：缩进圆内；按值：逐个分量限制在方框内"),
      talk: Phrase(
        "By norm the whole vector is made shorter. By value every part is cut off by itself: the long part loses most, so what is left points elsewhere.",
        zh: "按范数裁剪把整个向量缩短。按值裁剪对每个分量单独截断：长的分量损失最多，剩下的就指向别处。"),
      ask: Phrase("Which clipping keeps the direction of a gradient?", zh: "哪种裁剪保持梯度的方向？")
    ) {
      directionPanel(gradient, norm, as: byNorm)
      directionPanel(gradient, value, as: byValue)
    }
  }

  /// A gradient, dashed as far as it is in view, and what one kind of clipping makes of it, in the shape that it keeps to.
  private func directionPanel(_ gradient: Point, _ clipped: (vector: Point, turn: Double), as identity: Identity)
    -> Panel
  {
    func reach(_ part: Double) -> ClosedRange<Double> {
      part < 0 ? -1.3 * bound...0.3 * bound : -0.3 * bound...1.3 * bound
    }
    let tip = gradient * min(1, 1.28 * bound / max(abs(gradient.x), abs(gradient.y)))
    let isTurned = clipped.turn >= 0.5
    let turn = Phrase(
      "turned by \(Digits.fixed(clipped.turn, decimals: 0))°", zh: "转了 \(Digits.fixed(clipped.turn, decimals: 0))°")
    return Panel(
      x: Axis(Phrase("gradient along $w_1$", zh: "沿 $w_1$ 的梯度"), domain: reach(gradient.x)),
      y: Axis(Phrase("gradient along $w_2$", zh: "沿 $w_2$ 的梯度"), domain: reach(gradient.y)), frame: .box,
      heading: identity.name, subheading: isTurned ? turn : Phrase("same direction", zh: "方向不变"), as: identity,
      equalAspect: true
    ) {
      shape(of: identity)
      Reference([.zero, tip])
      Callout(Phrase("gradient", zh: "梯度"), at: tip)
      if isTurned { arc(from: gradient, to: clipped.vector) }
      Arrow(from: .zero, to: clipped.vector, as: identity)
    }
  }

  /// The angle between two vectors.
  private func arc(from first: Point, to last: Point) -> Reference {
    let (start, end) = (atan2(first.y, first.x), atan2(last.y, last.x))
    let angles = (0...40).map { start + (end - start) * Double($0) / 40 }
    return Reference(angles.map { Point(0.6 * bound * cos($0), 0.6 * bound * sin($0)) })
  }

  /// The disc that clipping by norm keeps to, or the square of that by value.
  private func shape(of identity: Identity) -> Region {
    let square = [Point(-bound, -bound), Point(bound, -bound), Point(bound, bound), Point(-bound, bound)]
    let region =
      identity.marker == .circle
      ? Region(ellipse: .zero, Point(bound, 0), Point(0, bound), as: identity) : Region(polygon: square, as: identity)
    return region.with(\.shade, 0.1).with(\.weight, 0.4)
  }
}
