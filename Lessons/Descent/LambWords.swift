import LessonKit

/// What the figure of the lesson on LAMB says.
struct LambWords {
  let study: LambStudy

  static let headings = [
    Phrase("As stated in the notes", zh: "讲义所述"), Phrase("Adam", zh: "Adam"),
    Phrase("LAMB as published", zh: "论文中的 LAMB"),
  ]

  /// What stands at the end of a layer's curve: its name and what is left of its way.
  func end(_ rule: Int, _ layer: Int) -> Phrase {
    let share = study.left(rule, layer)
    let left =
      share < 10 && share >= 0.005
      ? Digits.fixed(share, decimals: 2) : Digits.text(share, digits: 2)
    return [Phrase("large ", zh: "权重大 "), Phrase("small ", zh: "权重小 ")][layer] + Phrase(same: left)
  }

  /// The rules with what they multiply Adam's direction by.
  var formulas: [Phrase] {
    [
      Phrase("notes: $\\eta/‖W‖ \\cdot r$", zh: "讲义：$\\eta/‖W‖ \\cdot r$"),
      Phrase("Adam: $\\eta \\cdot r$", zh: "Adam：$\\eta \\cdot r$"),
      Phrase("LAMB: $\\eta‖W‖/‖r‖ \\cdot r$", zh: "LAMB：$\\eta‖W‖/‖r‖ \\cdot r$"),
    ]
  }

  private func text(_ value: Double) -> String { Digits.text(value, digits: 2) }

  /// How many times farther the small layer goes: "10,000".
  private func ratio(_ rule: Int) -> String {
    let ratio = study.ratio(rule)
    guard ratio.isFinite, ratio > 0 else { return Digits.text(ratio) }
    let unit = pow(10, floor(log10(ratio)) - 1)
    return Digits.text((ratio / unit).rounded() * unit, digits: 2)
  }

  var finding: Phrase {
    Phrase(
      "The lecture notes invert LAMB: steps \(ratio(0)) : 1, not \(ratio(2)) : 1",
      zh: "讲义的 LAMB 写反了：步幅比为 \(ratio(0)) : 1，而非 \(ratio(2)) : 1")
  }

  var subtitle: Phrase {
    let rate = Digits.text(study.rate)
    let sizes = Digits.text(LambStudy.sizes[0] / LambStudy.sizes[1])
    return Phrase(
      "One layer, weights \(sizes) : 1 in size; $r$ is Adam’s direction, learning rate $\\eta$ = \(rate), loss $‖W − W^*‖^2/2$",
      zh: "同一层，权重大小之比 \(sizes) : 1；$r$ 为 Adam 方向，学习率 $\\eta$ = \(rate)，损失 $‖W − W^*‖^2/2$")
  }

  var notes: [Phrase] {
    let draws = Digits.count(study.draws)
    let spread =
      study.draws > 1
      ? Phrase(
        "Medians and 5–95 % of \(draws) draws of \(LambStudy.weights) weights.",
        zh: "\(draws) 次抽样、\(LambStudy.weights) 个权重的中位数与 5–95% 范围。")
      : Phrase("One draw of \(LambStudy.weights) weights.", zh: "一次抽样，\(LambStudy.weights) 个权重。")
    return [
      spread,
      Phrase(
        "The goal $W^*$ lies at the distance $‖W‖/2$, so both layers have the same way to go.",
        zh: "目标 $W^*$ 的距离为 $‖W‖/2$，两层要走的相对路程相同。"),
    ]
  }

  /// A layer's first step, with its name in the first row.
  func number(_ rule: Int, _ layer: Int) -> Phrase {
    let number = Phrase(same: Digits.text(study.step(rule, layer), digits: 3))
    guard rule == 0 else { return number }
    return LambStudy.layers[layer] + Phrase(" ", zh: " ") + number
  }

  private func list(_ language: Language) -> String {
    let names = ["notes", "Adam", "LAMB"]
    let chinese = ["讲义", "Adam", "LAMB"]
    return study.tracks.indices.map { rule in
      let pair = "\(text(study.step(rule, 0))) / \(text(study.step(rule, 1)))"
      return (language == .english ? names : chinese)[rule] + " " + pair
    }.joined(separator: language == .english ? ", " : "，")
  }

  var caption: Phrase {
    let draws = Digits.count(study.draws)
    return Phrase(
      "\(finding.english). First step over norm, large weights / small weights: \(list(.english)). \(Digits.count(study.draws, of: "draw")) of \(LambStudy.weights) weights, learning rate \(Digits.text(study.rate)), \(Digits.count(study.steps, of: "step")).",
      zh:
        "\(finding.chinese)。第一步与范数之比，权重大 / 权重小：\(list(.chinese))。\(LambStudy.weights) 个权重抽样 \(draws) 次，学习率 \(Digits.text(study.rate))，\(Digits.count(study.steps)) 步。"
    )
  }

  var alt: Phrase {
    Phrase(
      "Dot plot of the relative first step of a layer with large and with small weights under three rules, and curves of the way left. Large / small weights: \(list(.english)).",
      zh: "点图：三种规则下权重大与权重小的层第一步的相对步幅；曲线：剩余路程随步数的变化。权重大 / 权重小：\(list(.chinese))。")
  }
}
