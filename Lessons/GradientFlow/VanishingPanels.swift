import LessonKit

/// The panels of the lesson on vanishing gradients.
struct VanishingPanels {
  let study: VanishingStudy
  let five: FiveLayers

  /// No number of double precision with all its digits is smaller.
  private static let least = 1e-307, most = 1e307
  private static let colors: [Activation: Int] = [
    .sigmoid: 3, .tanh: 2, .relu: 0, .leakyrelu: 1, .elu: 4, .gelu: 5, .silu: 4,
  ]

  private var hasRectifier: Bool {
    study.activations.contains(.relu) || study.activations.contains(.leakyrelu)
  }

  /// The shares against depth, the notes' example where it belongs, and what layers of other weights would do.
  var all: [Panel] {
    [depthPanel] + (hasRectifier ? [fivePanel] : []) + [growthPanel]
  }

  /// The shares over the whole width; below, the notes' example, or the map where there is none, as low as it can be read
  /// where a page is high enough. A broad page has the shares on its whole height beside the example alone, as long as their names are short.
  var arrangement: Arrangement {
    func rows(_ height: Double) -> Arrangement {
      .rows([
        .init(height: height, widths: [1]),
        .init(height: 1, widths: hasRectifier ? [1, 0] : [1]),
      ])
    }
    let areShort = study.activations.indices.allSatisfy {
      if case .left = study.fate($0) { true } else { false }
    }
    let isCrowded = study.activations.count > 4
    let high = rows(isCrowded || hasRectifier ? 1.25 : 1.55)
    return .adaptive(
      broad: areShort
        ? .row(hasRectifier ? [1.6, 1, 0] : [1.6, 1]) : rows(isCrowded ? 1.1 : 1.2),
      wide: high, tall: high)
  }

  /// The number of an activation's series: one of its own among those drawn.
  private func series(_ index: Int) -> Int {
    let wanted = study.activations.map { Self.colors[$0] ?? 0 }
    let isClear = Set(wanted).count == wanted.count
    return isClear ? wanted[index] : index
  }

  private func series(of activation: Activation) -> Int {
    study.activations.firstIndex(of: activation).map { series($0) } ?? Self.colors[activation] ?? 0
  }

  /// What is left against layers passed, with the products that the notes make.
  private var depthPanel: Panel {
    let depth = study.stack.depth
    let view = shown
    var panel = Panel(
      x: Axis(
        Phrase("layers passed, from output to input", zh: "穿过的层数（从输出到输入）"),
        domain: 0...Double(depth)),
      y: Axis(
        Phrase("gradient norm, as a share of that at the output", zh: "梯度范数，相对输出端的比例"), .log,
        domain: view), frame: .open
    ) {
      for (index, activation) in study.activations.enumerated() {
        if study.seeds > 1 { band(index, view) }
        if let product = Self.product(activation) {
          let shares = (0...depth).map { Point(Double($0), pow(product.factor, Double($0))) }
          Reference(
            shares, label: product.name, isNamedAtEnd: view.contains(shares[depth].y))
        }
      }
      for index in study.activations.indices { line(index) }
    }
    panel.x.countsWholes = true
    return panel
  }

  /// The factor a layer that the notes state, if they state one.
  private static func product(_ activation: Activation) -> (factor: Double, name: Phrase)? {
    switch activation {
    case .sigmoid: (0.25, Phrase("$0.25^n$, notes: sigmoid", zh: "$0.25^n$，讲义：sigmoid"))
    case .relu: (0.5, Phrase("$0.5^n$, notes: ReLU", zh: "$0.5^n$，讲义：ReLU"))
    case .leakyrelu: (0.6, Phrase("$0.6^n$, notes: Leaky", zh: "$0.6^n$，讲义：Leaky"))
    default: nil
    }
  }

  /// All that is drawn, as far as numbers reach, and some air.
  private var shown: ClosedRange<Double> {
    let depth = Double(study.stack.depth)
    let drawn = study.shares.joined().joined().filter { $0 > 0 && $0.isFinite }
    let stated = study.activations.compactMap { Self.product($0).map { pow($0.factor, depth) } }
    let all = drawn + stated
    let low = max(all.min() ?? 1, Self.least)
    let high = min(max(1, all.max() ?? 1), Self.most)
    let air = max(1.3, pow(high / low, 0.03))
    return max(low / air, Self.least)...min(high * min(air, 1e6), Self.most)
  }

  private func band(_ index: Int, _ view: ClosedRange<Double>) -> Band {
    func edge(_ pick: ([Double]) -> Double?) -> [Point] {
      (0...study.stack.depth).compactMap { layers in
        let value = pick(study.left(index, after: layers).filter { !$0.isNaN }) ?? .nan
        guard !value.isNaN else { return nil }
        let (low, high) = (0.1 * view.lowerBound, 10 * view.upperBound)
        return Point(Double(layers), min(max(value, low), high))
      }
    }
    return Band(lower: edge { $0.min() }, upper: edge { $0.max() }, series: series(index))
  }

  private func line(_ index: Int) -> Line {
    let name = study.activations[index].name
    let points = study.medians(index).enumerated().map { Point(Double($0.offset), $0.element) }
    func broken(_ layers: Int, _ words: Phrase) -> Line {
      Line(
        Array(points.prefix(layers)), name: name, label: name + words, series: series(index),
        divergedAt: layers)
    }
    switch study.fate(index) {
    case .left(let share):
      return Line(
        points, name: name, label: name + Phrase(same: " " + VanishingWords.text(share)),
        series: series(index))
    case .underflow(let layers):
      return broken(
        layers, Phrase(" underflows to 0", zh: "") + VanishingWords.after(layers, zh: "下溢为 0"))
    case .zero(let layers):
      return broken(layers, Phrase(" exactly 0", zh: "") + VanishingWords.after(layers, zh: "恰为 0"))
    case .overflow(let layers):
      return broken(layers, Phrase(" overflows", zh: "") + VanishingWords.after(layers, zh: "溢出"))
    case .flooded: return broken(1, Phrase(": signal overflows", zh: "：信号溢出"))
    }
  }

  /// The notes' example of five layers: what they multiply out, and what comes back.
  private var fivePanel: Panel {
    let drawn = five.cases.filter { study.activations.contains($0.activation) }
    let rows = drawn.map { item in
      StatedBesideMeasured.Row(
        item.name, stated: 100 * item.stated, measured: 100 * item.mean,
        range: 100 * (item.shares.min() ?? .nan)...100 * (item.shares.max() ?? .nan),
        series: series(of: item.activation))
    }
    var panel = StatedBesideMeasured.panel(
      rows, x: Axis(Phrase("gradient left (%)", zh: "剩余的梯度（%）"), .log, domain: 0.3...130),
      heading: Phrase(
        "After \(FiveLayers.depth) layers: ○ stated ● measured",
        zh: "\(FiveLayers.depth) 层之后：○ 讲义 ● 实测"),
      text: { Digits.text($0, digits: 2) + "\u{2009}%" })
    let (stated, measured) = (
      Digits.text(five.ratio.stated, digits: 2), Digits.text(five.ratio.measured, digits: 2)
    )
    // The heading says what rings and dots are.
    panel.subheading =
      drawn.count == five.cases.count
      ? Phrase(
        "Variance 1/width: Leaky \(measured) × ReLU’s, not \(stated) ×",
        zh: "1/宽度：Leaky 是 ReLU 的 \(measured) 倍，不是 \(stated) 倍") : nil
    panel.isEssential = false
    return panel
  }

  /// What a layer does to a gradient, by activation and by the size of the weights.
  private var growthPanel: Panel {
    let spreads = (-4...16).map { pow(2, Double($0) / 4) }
    let depth = study.stack.depth
    let rows = study.activations
    let values = rows.concurrentMap { activation in
      let model = GrowthModel(activation)
      return spreads.map { model.factor(spread: $0, depth: depth) }
    }
    let balances = rows.concurrentMap {
      GrowthModel($0).balance(depth: depth, in: spreads[0]...spreads[spreads.count - 1])
    }
    var panel = Panel(
      x: Axis(
        Phrase(
          "weights $σ_w$: deviation × width$^{1/2}$", zh: "权重 $σ_w$：标准差 × 宽度$^{1/2}$"), .log,
        domain: spreads[0] / pow(2, 0.125)...16 * pow(2, 0.125)),
      y: Axis(categories: rows.indices.map { .init(rows[$0].name, series: series($0)) }),
      frame: .box,
      heading: Phrase(
        "A layer multiplies by $σ_w\\sqrt{E[f′^2]}$",
        zh: "每层乘以 $σ_w\\sqrt{E[f′^2]}$")
    ) {
      HeatMap(
        columns: spreads, rows: rows.indices.map { Double($0) }, values: values,
        bands: (-8...8).map { pow(2, Double($0) / 2) }, scale: .log,
        name: Phrase("factor a layer", zh: "每层的倍数"))
      for index in rows.indices {
        GrowthKey(
          row: Double(index), balance: balances[index],
          used: study.stack.scheme.spread(for: rows[index], width: study.stack.width),
          series: series(index))
      }
    }
    panel.subheading = Phrase(
      "┃ factor 1   ● used \(hasRectifier ? "above" : "here")",
      zh: "┃ 倍数 1   ● \(hasRectifier ? "上图" : "此处")所用")
    panel.colorBar = Phrase("factor", zh: "倍数")
    panel.isEssential = false
    return panel
  }
}
