import LessonKit

extension PrePostNorm {
  private static let pre = Identity(Phrase("pre-norm", zh: "前归一化"), .series(0), marker: .circle)
  private static let post = Identity(Phrase("post-norm", zh: "后归一化"), .series(1), marker: .square)

  private var blocks: Axis { .counting(Phrase("residual blocks", zh: "残差块数")) }
  private var weights: Phrase {
    Phrase("\(activation.name), weights \(gain) times LeCun’s", zh: "\(activation.name)，权重为 LeCun 的 \(gain) 倍")
  }
  private var band: Phrase { seeds == 1 ? "" : Phrase("; band: \(seeds) seeds", zh: "；阴影：\(seeds) 个种子的范围") }

  private func conditions(_ study: Study) -> Phrase {
    Phrase(
      "Pre-norm x + F(LN(x)) with one more LN at the top, post-norm LN(x + F(x)); F(u) = W₂·f(\(gain)·W₁·u) with f = \(activation.name), \(width, "unit"), normal weights of variance 1/n, no biases; \(width) normal inputs, a normal gradient at the top, gradients by W₂, before training; \(study.runs.condition).",
      zh:
        "前归一化 x + F(LN(x))，顶端再加一个 LN；后归一化 LN(x + F(x))；F(u) = W₂·f(\(gain)·W₁·u)，f 为 \(activation.name)，\(width) 个单元，权重为方差 1/n 的正态分布，无偏置；\(width) 个正态输入，顶端为正态梯度，取对 W₂ 的梯度，训练之前；\(study.runs.condition)。"
    )
  }

  /// The first block's gradient against depth, for both places.
  func depthFigure(_ study: Study) -> Figure {
    let (pre, post) = (study.first(.before), study.first(.after))
    let (low, high) = (pre[pre.count - 1].median, post[post.count - 1].median)
    let explodes = high > 100 && low < 0.1 * high
    return Figure(
      headline: [
        .init(
          "Gradients over \(depth) blocks: post-norm × \(words: told(high)), pre-norm × \(words: told(low))",
          zh: "后归一化把梯度放大到 \(words: told(high))倍，前归一化 \(words: told(low))倍", if: explodes),
        .init(
          "With these weights neither place explodes", zh: "在这样的权重下，两种位置都不爆炸",
          if: max(low, high) < 10 && min(low, high) > 0.1),
      ],
      setting: Phrase(
        "Against one block; \(activation.name), weights \(gain) times the usual",
        zh: "与一块相比；\(activation.name)，\(gain) 倍权重"),
      talk: Phrase(
        "Post-norm divides the stream, and with it the gradient on the straight path, in every block. If the branch multiplies a gradient by more than it adds to the stream, each block’s factor is above 1, and depth compounds it: 1.3 a block with these weights. With ReLU or small weights that factor is 1.00 to 1.03, and little happens. Pre-norm leaves the straight path alone.",
        zh:
          "后归一化在每一块都除以主干的标准差，直通路径上的梯度也一起被除。若支路对梯度的放大超过它给主干带来的增长，每块的因子就大于 1，随深度复利式累积：这样的权重约为每块 1.3 倍。用 ReLU 或较小的权重时，这个因子只有 1.00 到 1.03，影响很小。前归一化不碰直通路径。"
      ),
      ask: Phrase(
        "Layer norm on the stream or in the branch: where does a gradient pass more safely?",
        zh: "层归一化放在主干上还是支路里，梯度传得更稳？"), protocol: conditions(study), arrangement: .column([0.34, 0.66]),
      panels: [schemes, depthPanel(study, pre, post, explodes ? (low, high) : nil)])
  }

  private func depthPanel(_ study: Study, _ pre: [Spread], _ post: [Spread], _ ends: (low: Double, high: Double)?)
    -> Panel
  {
    Panel(
      x: blocks.with(\.marked, depth % 8 == 0 && depth <= 64 ? [1] + (1...depth / 8).map { 8 * Double($0) } : []),
      y: Axis(Phrase("first block’s gradient (log scale)", zh: "第一块的梯度（对数坐标）"), .log).with(\.tellsFactors, true),
      frame: .open
    ) {
      Band(lower: points(study, pre), upper: points(study, post), as: Self.post)
      fan(study, post, as: Self.post, end: ends?.high)
      fan(study, pre, as: Self.pre, end: ends?.low)
    }
  }

  private var norm: Phrase { Phrase("norm", zh: "归一化") }
  private var layer: Phrase { Phrase("layer", zh: "层") }

  /// Both residual blocks side by side, each under its name.
  private var schemes: Panel {
    var graph = Graph(nodes: [], edges: [])
    let second = add([layer, "+", norm], as: Self.post, at: 0, to: &graph) + 1.2
    _ = add([norm, layer, "+"], as: Self.pre, at: second, to: &graph)
    return Panel(graph) {
      for (name, x) in [(Self.post, 0), (Self.pre, second)] {
        Callout(name.name, at: Point(x + 2.6, 1.15), as: name, bold: true, placement: .centered).with(\.scale, 1.2)
      }
    }
  }

  /// Adds a residual block from its parts, left to right, and the skip from its start to the sum; where it ends.
  private func add(_ parts: [Phrase], as name: Identity, at start: Double, to graph: inout Graph) -> Double {
    let base = graph.nodes.count
    func joint(_ x: Double, _ y: Double) {
      graph.nodes.append(.init(at: Point(x, y), .circle(radius: 0.01), hasEdge: false))
    }
    func join(_ from: Int, _ to: Int, hasHead: Bool = true) {
      graph.edges.append(.init(base + from, base + to, hasHead: hasHead))
    }
    joint(start, 0)
    var x = start
    for part in parts {
      let width = part == "+" ? 0.5 : 1.3
      x += 0.55 + width / 2
      graph.nodes.append(
        .init(
          part, at: Point(x, 0), part == "+" ? .circle(radius: 0.28) : .box(width: width, height: 0.7),
          as: part == norm ? name : nil, shade: part == norm ? 1 : 0))
      x += width / 2
    }
    joint(x + 0.6, 0)
    let (sum, corner) = ((parts.firstIndex(of: "+") ?? 0) + 1, parts.count + 2)
    joint(start + 0.2, 0)
    joint(start + 0.2, 0.75)
    joint(graph.nodes[base + sum].at.x, 0.75)
    for place in 0...parts.count { join(place, place + 1) }
    join(corner, corner + 1, hasHead: false)
    join(corner + 1, corner + 2, hasHead: false)
    join(corner + 2, sum)
    return x + 0.6
  }

  private func fan(_ study: Study, _ spreads: [Spread], as name: Identity, end: Double?) -> Fan {
    var fan = Fan(spreads, at: study.depths.map(Double.init), as: name)
    (fan.hasBand, fan.line.weight) = (false, 1.9)
    if name == Self.pre { fan.line.fillsFrom = 1 }
    fan.line.finding = end.map { Phrase("×\(words: told($0))", zh: "×\(words: told($0))") }
    return fan
  }

  private func points(_ study: Study, _ spreads: [Spread]) -> [Point] {
    zip(study.depths, spreads).map { Point(Double($0), $1.median) }
  }

  /// A number as it stands on the page: a large one in hundreds.
  private func told(_ number: Double) -> Double { number < 1000 ? number : 100 * (number / 100).rounded() }

  /// What a block adds to the variance of the stream with pre-norm, as the first one does.
  private func share(_ study: Study) -> Double {
    let variances = study.variances(.before)
    return variances[1].median - variances[0].median
  }

  /// The variance of the stream against depth, with the law 1 + vL.
  func streamFigure(_ study: Study) -> Figure {
    let (pre, post) = (study.variances(.before), study.variances(.after))
    let (added, times) = (share(study), pre[depth].median / pre[0].median)
    return Figure(
      headline: [
        .init(
          "The price of pre-norm: \(depth) blocks, \(times, digits: 2) times the variance",
          zh: "前归一化的代价：\(depth) 块后方差为 \(times, digits: 2) 倍", if: times > 2 && post[depth].median < 1.1)
      ], setting: Phrase("Variance of the stream, \(weights)", zh: "主干的方差，\(weights)"),
      foot: Phrase("before training\(band)", zh: "训练之前\(band)"),
      talk: Phrase(
        "Pre-norm never divides the stream. Each branch starts from a normalised input and adds about the same variance, here \(added, digits: 2), so the stream grows in a straight line. Later branches change a large stream by less and less.",
        zh: "前归一化从不除主干。每个支路都从归一化的输入出发，加上大致相同的方差（这里是 \(added, digits: 2)），主干因此直线增长。越靠后的支路对庞大的主干影响越小。"),
      ask: Phrase(
        "Every block adds something, and nothing is divided. How large is the sum?", zh: "每块都加上一点，又从不相除，和有多大？"),
      protocol: conditions(study)
    ) {
      Panel(x: blocks, y: Axis(Phrase("variance of the stream", zh: "主干的方差")), frame: .open) {
        Reference(
          (0...depth).map { Point(Double($0), 1 + added * Double($0)) },
          label: Phrase("law: $1 + \(added, digits: 1)L$", zh: "理论：$1 + \(added, digits: 1)L$"))
        Fan(pre, as: Self.pre, hasDots: depth <= 40)
        Fan(post, as: Self.post, hasDots: depth <= 40)
      }
    }
  }

  /// The last block's gradient against depth, with the law √((1 + v)/(1 + vL)).
  func lastFigure(_ study: Study) -> Figure {
    let (pre, post) = (study.last(.before), study.last(.after))
    let (left, kept, added) = (pre[pre.count - 1].median, post[post.count - 1].median, share(study))
    return Figure(
      headline: [
        .init(
          "Pre-norm starves the last of \(depth) blocks: \(percent: left) of the gradient",
          zh: "前归一化饿着第 \(depth) 块：梯度只剩 \(percent: left)", if: left < 0.7 && kept > 0.8)
      ], setting: Phrase("Gradient of the last block, \(weights)", zh: "最后一个残差块的梯度，\(weights)"),
      foot: Phrase("one block = 100 %, before training\(band)", zh: "只有一块时为 100%，训练之前\(band)"),
      talk: Phrase(
        "The norm at the top divides by the size of the stream, which grows as the root of the depth. The last block adds to a stream that is already large, and what it adds hardly counts: its gradient falls as one over the root of the depth. Post-norm gives every block the same say.",
        zh: "顶端的归一化除以主干的大小，而主干随深度的平方根增长。最后一块加到已经很大的主干上，几乎不起作用：它的梯度按深度平方根的倒数下降。后归一化则让每块的分量相同。"),
      ask: Phrase("The stream grows. What does the last block’s contribution count?", zh: "主干越来越大，最后一块的贡献还有多少分量？"),
      protocol: conditions(study)
    ) {
      Panel(
        x: blocks, y: Axis(Phrase("gradient (%)", zh: "梯度（%）"), domain: 0...max(110, 100 * kept + 10)), frame: .open
      ) {
        Reference(
          (1...depth).map { Point(Double($0), 100 * ((1 + added) / (1 + added * Double($0))).squareRoot()) },
          label: Phrase("law: falls as $1/√L$", zh: "理论：按 $1/√L$ 下降"))
        percentFan(study, post, as: Self.post)
        percentFan(study, pre, as: Self.pre)
      }
    }
  }

  private func percentFan(_ study: Study, _ spreads: [Spread], as name: Identity) -> Fan {
    let samples = zip(study.depths, spreads).map { depth, spread in
      Fan.Sample(x: Double(depth), median: 100 * spread.median, lower: 100 * spread.lowest, upper: 100 * spread.highest)
    }
    return Fan(samples, as: name, hasDots: true)
  }
}
