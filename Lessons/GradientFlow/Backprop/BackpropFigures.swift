import LessonKit

extension Backprop {
  private static let forward = Identity(Phrase("values", zh: "数值"), .series(0), marker: .circle)
  private static let backward = Identity(Phrase("gradients", zh: "梯度"), .series(1), marker: .diamond)
  private static let grid = Identity(Phrase("grid", zh: "网格搜索"), .series(3), marker: .square)
  private static let differences = Identity(Phrase("finite differences", zh: "有限差分"), .series(5), marker: .hexagon)

  /// Three operations, each with its slope under it: values run through the upper row, gradients through the lower, and end
  /// in the gradient of the weight.
  func graphFigure(_ trace: WeightTrace) -> Figure {
    let gradient = trace.gradients[0]
    let product: Phrase = "\(trace.slopes[2]) × \(trace.slopes[1]) × \(trace.slopes[0]) = \(gradient)"
    // Rounded factors need not have the product that is shown.
    let isExact = trace.slopes.allSatisfy { abs($0) < 1000 && $0 == $0.rounded() } && abs(gradient) < 1000
    return Figure(
      headline: [
        .init("No error, no gradient", zh: "没有误差，就没有梯度", if: trace.values[3] == 0),
        .init("A slope of 0 lets no gradient through", zh: "导数为 0，梯度无法通过", if: gradient == 0),
        .init("Backwards the slopes multiply: \(product)", zh: "反向时导数相乘：\(product)", if: isExact),
        .init("Backwards the slopes multiply", zh: "反向时导数相乘"),
      ], setting: Phrase("How loss $L$ changes with $w$", zh: "损失 $L$ 随权重 $w$ 怎样变化"),
      talk: Phrase(
        "Above, a weight becomes a loss, one operation after the other. Below, the gradient comes back from the loss: it starts as 1, and every operation multiplies it by its own slope. What arrives at the weight is the product of all slopes on the way.",
        zh: "上排：权重经过一个个运算变成损失。下排：梯度从损失传回来，起初为 1，每经过一个运算就乘以它自己的导数。到达权重的，是沿途所有导数的乘积。"),
      ask: Phrase(
        "The weight grows by a hundredth. By how much does the loss grow, and how do you know?",
        zh: "权重增大 0.01，损失会增大多少？怎么知道？"),
      protocol: Phrase(
        "L = (ŷ − y)² with ŷ = \(activations[0].name)(w x), w = \(weight), x = \(input), y = \(target); values and gradients by reverse-mode automatic differentiation, the slope of each operation from a differentiation of its own.",
        zh:
          "L = (ŷ − y)²，ŷ = \(activations[0].name)(w x)，w = \(weight)，x = \(input)，y = \(target)；数值与梯度由反向模式自动微分得到，每个运算的导数单独求得。"
      )
    ) { Panel(graph(trace), view: View(x: -0.1...13.85, y: -3.2...3.2)).with(\.equalAspect, false) }
  }

  private func graph(_ trace: WeightTrace) -> Graph {
    let (upper, lower, height) = (1.2, -1.2, 2.1)
    let operations: [Phrase] = ["× \(input)", activations[0].name, "$(ŷ − \(target))^2$"]
    func word(_ text: Phrase, _ y: Double, _ identity: Identity) -> Graph.Node {
      .init(text, at: Point(7.55, y), .box(width: 6, height: 0.9), as: identity, hasEdge: false)
    }
    var result = Graph.Node(
      "\(trace.gradients[0], digits: Self.digits(trace.gradients[0]))", at: Point(1.15, lower - 0.3),
      .box(width: 2.3, height: height + 0.6), as: Self.backward, shade: 0.14)
    result.scale = 2.6
    var nodes = [
      Graph.Node("$w$", at: Point(1.15, upper), .box(width: 1.2, height: height), shade: 0.08),
      Graph.Node("$L$", at: Point(13.3, 0), .box(width: 0.9, height: 2 * upper + height), shade: 0.08), result,
    ]
    for (operation, (slope, x)) in zip(operations, zip(trace.slopes, [4.25, 7.55, 10.85])) {
      nodes.append(.init(operation, at: Point(x, upper), .box(width: 1.9, height: height), shade: 0.08))
      nodes.append(
        .init(
          "× \(slope, digits: Self.digits(slope))", at: Point(x, lower), .box(width: 1.9, height: height),
          as: Self.backward))
    }
    let names: [Phrase?] = [nil, nil, "$ŷ$", nil]
    let (there, back) = ([0, 3, 5, 7, 1], [2, 4, 6, 8, 1])
    let values = names.indices.map { i in
      Graph.Edge(there[i], there[i + 1], above: .init(trace.values[i], name: names[i]), as: Self.forward, weight: 1.3)
    }
    let gradients = names.indices.reversed().map { i in
      var value = Graph.Value(trace.gradients[i], digits: Self.digits(trace.gradients[i]))
      // What arrives stands in the last box.
      if i == 0 { value.text = "" }
      return Graph.Edge(back[i + 1], back[i], below: value, as: Self.backward, weight: 1.3)
    }
    nodes.append(word(Phrase("values →", zh: "数值 →"), 2.75, Self.forward))
    nodes.append(word(Phrase("← gradients", zh: "← 梯度"), -2.75, Self.backward))
    nodes.append(
      .init(
        "$∂L/∂w$", at: Point(1.15, lower + 0.6), .box(width: 1.9, height: 0.6), as: Self.backward, shade: 0.14,
        hasEdge: false))
    return Graph(nodes: nodes, edges: values + gradients)
  }

  /// Fewer digits behind leading zeros, which make a number long.
  private static func digits(_ number: Double) -> Int { abs(number) < 0.01 ? 1 : abs(number) < 0.1 ? 2 : 3 }

  /// How far finite differences lie from backpropagation's gradient, by their width.
  func checkFigure(_ network: TanhNetwork) -> Figure {
    let points = network.deviations(widths: (1e-14...1).logSpaced(count: 29))
    let best = points.min { $0.y < $1.y } ?? points[0]
    let digits = Int(-log10(max(best.y, 1e-300)))
    return Figure(
      headline: [
        .init(
          "Backprop agrees with finite differences to \(digits) digits", zh: "反向传播与有限差分有 \(digits) 位数字一致",
          if: digits >= 6)
      ],
      setting: Phrase(
        "\(network.count) gradients of a tanh network, against $(L(w + h) − L(w − h))/2h$",
        zh: "tanh 网络的 \(network.count) 个梯度，与 $(L(w + h) − L(w − h))/2h$ 相比"),
      talk: Phrase(
        "Differences are the proof that needs no theory: move a weight a little up and down and see what the loss does. Too wide, and the loss bends in between; too narrow, and rounding is all that is left. At the best width both agree, and both ways of computing a gradient say the same.",
        zh: "有限差分是不需要理论的检验：把权重稍微调大、调小，看损失怎么变。差分太宽，损失在其间已经弯曲；太窄，就只剩舍入误差。在最合适的宽度上，两种方法给出同样的梯度。"),
      ask: Phrase("A smaller difference should be more exact. Why does it get worse again?", zh: "差分越小应当越准，为什么后来反而变差？"),
      protocol: Phrase(
        "2–\(units)–1 units, tanh, LeCun’s weights, mean squared error of sin 2x₁ at 16 normal points, seed of the run; length of the difference of both gradients over the length of the gradient; double precision.",
        zh: "2–\(units)–1 个单元，tanh，LeCun 初始化，16 个正态点上 sin 2x₁ 的均方误差；两种梯度之差的长度与梯度长度之比；双精度。")
    ) {
      Panel(
        x: Axis(Phrase("width $h$ of the difference", zh: "差分的宽度 $h$"), .log, padding: .tight),
        y: Axis(Phrase("relative error", zh: "相对误差"), .log), frame: .open
      ) {
        Line.plain(points, as: Self.differences)
        LabelledDot(
          best,
          label: Phrase(
            "\(digits) digits agree\nat $h$ = \(best.x, digits: 1)", zh: "$h$ = \(best.x, digits: 1) 时\n\(digits) 位一致"),
          as: Self.differences, side: .above, wordsAt: Point(best.x, best.y * 2000), size: 1.6)
        CenteredLabel(Phrase("too narrow:\nrounding", zh: "太窄：\n舍入误差"), at: Point(3e-12, 3e-9), as: nil)
        CenteredLabel(Phrase("too wide:\nthe loss bends", zh: "太宽：\n损失弯曲"), at: Point(0.03, 3e-9), as: nil)
      }
    }
  }

  /// Evaluations of the loss against the number of weights, by a grid and by gradient descent.
  func costFigure(_ costs: Costs) -> Figure {
    let (trials, steps) = (costs.grid[weights - 1], costs.descent[weights - 1].median)
    let xs = costs.grid.indices.map { Double($0 + 1) }
    return Figure(
      headline: [
        .init(
          "\(weights) weights: \(words: trials) trials on a grid, \(steps) by gradient",
          zh: "\(weights) 个权重：网格要试 \(words: trials) 次，梯度只要 \(steps) 次", if: trials > 10 * steps),
        .init("A small grid is searched as fast as by gradient", zh: "网格很小时，搜索和梯度一样快", if: trials <= 10 * steps),
      ],
      setting: Phrase(
        "To the same loss on a bowl, \(values) values a weight on the grid", zh: "在碗形损失上达到同样的损失；网格上每个权重取 \(values) 个值"),
      foot: Phrase(
        "a gradient counts as \(SearchCost.gradientCost) evaluations: forward, and back",
        zh: "一次梯度按 \(SearchCost.gradientCost) 次计算：向前一次，向后约两次"),
      talk: Phrase(
        "Every weight more multiplies the grid by \(values). The gradient says for all weights at once which way is down, so the number of steps hardly changes. Networks have millions of weights: nobody searches there.",
        zh: "每多一个权重，网格就扩大到 \(values) 倍。梯度一次就告诉所有权重往哪边下降，所以步数几乎不变。网络有上百万个权重：没有人能逐个搜索。"),
      ask: Phrase("Why compute gradients, instead of trying out weights?", zh: "为什么要计算梯度，而不是直接试各种权重？"),
      protocol: Phrase(
        "L = ½ Σ cᵢ(wᵢ − oᵢ)², c from 1 to 10, o anywhere in [−1, 1], a grid over the same cube; gradient descent at rate 1/max c from 0 until its loss is no higher than that of the grid’s best point. \(costs.runs.condition).",
        zh:
          "L = ½ Σ cᵢ(wᵢ − oᵢ)²，c 从 1 到 10，o 在 [−1, 1] 内任取，网格覆盖同一范围；梯度下降的学习率为 1/max c，从 0 出发，直到损失不高于网格最优点。\(costs.runs.condition)。"
      )
    ) {
      Panel(
        x: .counting(Phrase("weights", zh: "权重个数"), domain: 1...Double(weights)),
        y: Axis(Phrase("evaluations of the loss", zh: "损失的计算次数"), .log, domain: 1...max(2 * trials, 100)), frame: .open
      ) {
        Line(zip(xs, costs.grid).map { Point($0, $1) }, as: Self.grid, detail: "\(words: trials)", hasDots: true)
        Fan(costs.descent, at: xs, as: Rule.gradientDescent, hasDots: true).with(\.line.detail, "\(steps)")
      }
    }
  }
}
