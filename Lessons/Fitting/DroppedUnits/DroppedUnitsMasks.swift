import LessonKit

extension DroppedUnits {
  private static let unit = Identity(Phrase("unit", zh: "单元"), .series(1))
  private static let join = Identity("", .series(0))

  /// The same small network at two passes, with the units that each of them drops.
  func masksFigure(_ masks: UnitMasks) -> Figure {
    let (passes, all) = (masks.kept.count, Self.hidden.reduce(0, +))
    let networks = Int(UnitMasks.networks(of: all))
    let areDifferent = masks.differentCount == passes
    return Figure(
      headline: [
        .init("Without dropout every pass trains the whole network", zh: "没有 dropout，每次都训练整个网络", if: drop == 0),
        .init("A pass that drops a whole layer trains nothing below it", zh: "整层被丢弃时，它以下什么也没训练", if: masks.isCut),
        .init(
          "Dropout: each training pass uses another half of the network", zh: "用 dropout，每次训练只用网络的另一半",
          if: areDifferent && masks.counts.allSatisfy { abs(2 * $0 - all) <= all / 6 }),
        .init(
          "Dropout \(drop): every pass trains another part of the network", zh: "用 dropout \(drop)，每次只训练网络的另一部分",
          if: areDifferent), .init("Both passes train the same network", zh: "两次训练的是同一个网络"),
      ],
      setting: drop == 0
        ? Phrase("\(all) hidden units, all of them at every pass", zh: "\(all) 个隐藏单元，每次全部参与")
        : areDifferent
          ? Phrase("Each pass crosses out other units", zh: "每次划去不同的单元")
          : Phrase("Crossed out: takes no part", zh: "打叉：不参与"),
      talk: Phrase(
        "A coin is tossed for every hidden unit at every pass. Units that lose are left out with all their edges, and only the rest is trained. So no unit can rely on a certain other one, and one set of weights serves \(networks) networks. For a prediction all units take part.",
        zh: "每次前向传播，为每个隐藏单元掷一次硬币。输的单元连同它的边一起去掉，只训练剩下的部分。于是没有单元能依赖另一个特定的单元，同一组权重为 \(networks) 个网络服务。预测时所有单元都参与。"),
      ask: Phrase("If half of the units are missing each time, what is it that learns?", zh: "如果每次都缺一半单元，那么学习的究竟是什么？"),
      protocol: Phrase(
        "A network 3–6–6–2; each hidden unit is dropped with a probability of \(drop), independently of the others; dropped units are crossed out and lose their edges; inputs and outputs are dark. Of the \(all) hidden units the passes keep \(list: masks.counts.map { "\($0)" }).",
        zh:
          "3–6–6–2 的网络；每个隐藏单元以 \(drop) 的概率独立地被丢弃；被丢弃的单元打叉，失去所有的边；输入与输出为深色。\(all) 个隐藏单元中，各次保留 \(list: masks.counts.map { "\($0)" }) 个。"
      ), arrangement: .row([1, 1]),
      panels: masks.kept.enumerated().map { pass, kept in
        Panel(
          Self.network(kept),
          heading: Phrase(
            "pass \(pass + 1): \(masks.counts[pass]) of \(all) kept",
            zh: "第 \(pass + 1) 次：保留 \(masks.counts[pass])/\(all)"), as: Self.unit
        ).with(\.headingScale, 1.25).with(\.headingTells, true)
      })
  }

  /// The network of a pass; inputs and outputs, which are never dropped, are dark, so that the kept units can be counted.
  private static func network(_ kept: [[Bool]]) -> Graph {
    let (inputs, outputs) = (3, 2)
    var graph = Graph(
      layers: [inputs] + hidden + [outputs], as: unit, joins: join, weight: 1, stride: 1.9, spacing: 1.2, radius: 0.37
    ) { layer, place in kept.indices.contains(layer - 1) && !kept[layer - 1][place] }
    let last = graph.nodes.count - outputs
    for place in graph.nodes.indices where place < inputs || place >= last {
      (graph.nodes[place].identity, graph.nodes[place].shade) = (nil, 1)
    }
    return graph
  }

  /// What one number leaves of ten units, as the probability to keep and as the probability to drop.
  func rateFigure() -> Figure {
    let other = 1 - p
    return Figure(
      headline: [
        .init("At 0.5 it is all the same: half of the units stay", zh: "取 0.5 时没有区别：都保留一半单元", if: p == 0.5),
        .init(
          "Keep \(p) leaves \(percent: p) of the units, drop \(p) leaves \(percent: other)",
          zh: "保留 \(p) 剩下 \(percent: p)，丢弃 \(p) 剩下 \(percent: other)"),
      ], setting: Phrase("The same $p$ = \(p), read in two ways", zh: "同一个 $p$ = \(p)，两种读法"),
      foot: Phrase("what stays is scaled up, so that the mean is kept", zh: "保留下来的被放大，使均值不变"),
      talk: Phrase(
        "In the original paper and in old TensorFlow p is the probability to keep a unit; in PyTorch and Keras it is the probability to drop it. Copied from one to the other, a gentle dropout becomes a harsh one. Only 0.5 hides the mistake.",
        zh: "在原论文和旧版 TensorFlow 中，p 是保留单元的概率；在 PyTorch 和 Keras 中，p 是丢弃单元的概率。从一处抄到另一处，温和的 dropout 就变得很猛烈。只有 0.5 看不出这个错误。"
      ),
      ask: Phrase(
        "A paper says dropout \(p), and so does your code. Do both drop the same?",
        zh: "论文写 dropout \(p)，你的代码也写 \(p)。两者丢弃的一样多吗？"),
      protocol: Phrase(
        "Ten units on a line from 0 to 1, those on the dropped side of p crossed out; what stays is divided by the probability of staying. Keep: N. Srivastava et al., JMLR 2014, and keep_prob of TensorFlow 1. Drop: PyTorch and Keras.",
        zh:
          "从 0 到 1 的直线上有十个单元，位于 p 的丢弃一侧的打叉；保留下来的除以保留概率。保留：N. Srivastava 等，JMLR 2014，以及 TensorFlow 1 的 keep_prob。丢弃：PyTorch 与 Keras。"
      ), arrangement: .column([1, 1]),
      panels: [
        line(Phrase("Probability to keep (the paper)", zh: "保留概率（原论文）"), keep: p, keepsLeft: true),
        line(Phrase("Probability to drop (PyTorch, Keras)", zh: "丢弃概率（PyTorch、Keras）"), keep: other, keepsLeft: false),
      ])
  }

  /// Ten units on a number line from 0 to 1, cut at p; what is kept lies left of the cut or right of it.
  private func line(_ heading: Phrase, keep: Double, keepsLeft: Bool) -> Panel {
    func mark(_ text: Phrase, _ x: Double, width: Double) -> Graph.Node {
      .init(text, at: Point(x, -0.95), .box(width: width, height: 0.6), hasEdge: false)
    }
    let units = (0..<10).map { unit in
      let isKept = (Double(unit) + 0.5 < 10 * p) == keepsLeft
      return Graph.Node(
        at: Point(Double(unit) + 0.5, 0), .circle(radius: 0.38), as: isKept ? Self.unit : Self.unit.greyed,
        shade: isKept ? 1 : 0, isDropped: !isKept
      ).with(\.isCrossedOut, !isKept)
    }
    let ends = [0.0, 10 * p, 10].flatMap { x in
      [-0.62, -0.42].map { Graph.Node(at: Point(x, $0), .box(width: 0, height: 0), hasEdge: false) }
    }
    let words = Graph.Node(
      Phrase("\(percent: keep) stay, × \(1 / keep)", zh: "保留 \(percent: keep)，× \(1 / keep)"), at: Point(12.6, 0),
      .box(width: 4.8, height: 1), as: Self.unit, hasEdge: false)
    let texts = [mark("0", 0, width: 1), mark("$p$ = \(p)", 10 * p, width: 1.9), mark("1", 10, width: 1)]
    let edges = [(0, 4), (0, 1), (2, 3), (4, 5)].map { Graph.Edge($0.0, $0.1, hasHead: false, weight: 0.6) }
    return Panel(
      Graph(nodes: ends + units + [words] + texts, edges: edges), view: View(x: -0.6...15, y: -1.4...0.6),
      heading: heading)
  }
}
