import LessonKit

/// What the runs through deep stacks say in sentences: title, notes, caption, alternative text.
struct VanishingWords {
  let study: VanishingStudy
  let five: FiveLayers

  private var depth: Int { study.stack.depth }
  private var layers: Phrase { Self.layers(depth) }

  /// A share as a reader wants it.
  static func text(_ share: Double) -> String {
    if (0.0995..<9.995).contains(share) { return Digits.fixed(share, decimals: 2) }
    guard share > 100, share < 1e7 else { return Digits.text(share, digits: 2) }
    let unit = pow(10, log10(share).rounded(.down) - 1)
    return Digits.text((share / unit).rounded() * unit, digits: 2)
  }

  /// "1 layer", "20 layers".
  static func layers(_ count: Int) -> Phrase {
    Phrase(Digits.count(count, of: "layer"), zh: "\(Digits.count(count)) 层")
  }

  /// What happens after so many layers, for behind a name: " after 3 layers", and all of it in Chinese.
  static func after(_ count: Int, zh event: String) -> Phrase {
    Phrase(" after " + layers(count).english, zh: " 在 \(layers(count).chinese)后\(event)")
  }

  /// The sentence for the title.
  var finding: Phrase { VanishingFinding(study: study).sentence }

  /// The setting.
  var subtitle: Phrase {
    let (count, width) = (study.seeds, study.stack.width)
    let spread =
      count == 1
      ? Phrase("seed \(study.first)", zh: "种子 \(study.first)")
      : Phrase("\(count) seeds: median, range", zh: "\(count) 个种子的中位数与范围")
    let units = Digits.count(width, of: "unit")
    return Phrase(
      "\(units) wide, untrained  ·  ", zh: "每层 \(width) 个单元，未经训练  ·  ")
      + study.stack.scheme.name + "  ·  " + spread
  }

  /// What dashes mean, and why two lines may lie on each other.
  var notes: [Phrase] {
    var notes = [
      Phrase(
        "Dashed: the lecture notes multiply derivatives alone; in a network the weights multiply too."
          + (VanishingFinding(study: study).keepsUntold ? " Kept: within 10\u{2009}%." : ""),
        zh: "虚线：讲义只把导数相乘；网络中权重也参与相乘。\(hasRectifier ? "1/宽度：权重方差。" : "")")
    ]
    if coincide {
      notes.append(
        Phrase(
          "ReLU and Leaky ReLU coincide: He’s $σ_w^2 = 2/(1 + α^2)$ makes up for their derivatives.",
          zh: "ReLU 与 Leaky ReLU 的曲线重合：He 的 $σ_w^2 = 2/(1 + α^2)$ 恰好抵消各自导数的衰减。"))
    }
    return notes
  }

  /// Whether the lecture notes' five layers are drawn.
  private var hasRectifier: Bool {
    study.activations.contains(.relu) || study.activations.contains(.leakyrelu)
  }

  /// Whether both rectifiers are there with weights made for each.
  private var coincide: Bool {
    let isHe = study.stack.scheme == .matched || study.stack.scheme == .he
    return isHe && Set([Activation.relu, .leakyrelu]).isSubset(of: study.activations)
  }

  /// The share of every activation in words.
  private func results(_ language: Language) -> String {
    let parts = study.activations.indices.map { index in
      let name = study.activations[index].name[language]
      let share = study.fate(index)
      switch (share, language) {
      case (.left(let share), _): return "\(name) \(Self.text(share))"
      case (.underflow(let layers), .english): return "\(name) underflows to 0 after \(layers)"
      case (.underflow(let layers), .chinese): return "\(name) 在 \(layers) 层后下溢为 0"
      case (.zero(let layers), .english): return "\(name) exactly 0 after \(layers)"
      case (.zero(let layers), .chinese): return "\(name) 在 \(layers) 层后恰为 0"
      case (.flooded, .english): return "\(name) overflows on the way forward"
      case (.flooded, .chinese): return "\(name) 前向溢出"
      case (.overflow(let layers), .english): return "\(name) overflows after \(layers)"
      case (.overflow(let layers), .chinese): return "\(name) 在 \(layers) 层后溢出"
      }
    }
    return parts.joined(separator: language == .chinese ? "，" : ", ")
  }

  /// The caption.
  var caption: Phrase {
    let (count, width) = (study.seeds, study.stack.width)
    let leaky = Digits.text(five.ratio.measured)
    return Phrase(
      "Share of a gradient that is left after \(layers.english) of \(Digits.count(width, of: "unit")) before training, \(study.stack.scheme.name.english), \(count == 1 ? "seed \(study.first)" : "median of \(count) seeds"): \(results(.english)). After \(FiveLayers.depth) layers with weights of variance 1/width Leaky ReLU leaves \(leaky) times as much as ReLU, not \(Digits.text(five.ratio.stated)).",
      zh:
        "训练之前，梯度穿过每层 \(width) 个单元的 \(layers.chinese)后剩下的比例，\(study.stack.scheme.name.chinese)，\(count == 1 ? "种子 \(study.first)" : "\(count) 个种子的中位数")：\(results(.chinese))。权重方差为 1/宽度时，\(FiveLayers.depth) 层之后 Leaky ReLU 剩下的是 ReLU 的 \(leaky) 倍，而不是 \(Digits.text(five.ratio.stated)) 倍。"
    )
  }

  /// What the picture shows.
  var alt: Phrase {
    Phrase(
      "Line plot of the share of a gradient, log axis, against layers passed on the way back. Left after \(layers.english): \(results(.english)).",
      zh: "梯度剩余比例（对数轴）随反向穿过的层数变化的曲线图。\(layers.chinese)之后：\(results(.chinese))。")
  }
}
