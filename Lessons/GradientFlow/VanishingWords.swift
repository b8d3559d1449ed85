import LessonKit

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the runs through deep stacks say in sentences: title, notes, caption, alternative text.
struct VanishingWords {
  let study: VanishingStudy
  let five: FiveLayers

  private var depth: Int { study.stack.depth }
  private var layers: Phrase {
    let count = Digits.count(depth)
    return Phrase("\(count) layer\(depth == 1 ? "" : "s")", zh: "\(count) 层")
  }

  /// A share as a reader wants it.
  static func text(_ share: Double) -> String {
    if (0.0995..<9.995).contains(share) { return Digits.fixed(share, decimals: 2) }
    guard share > 100, share < 1e7 else { return Digits.text(share, digits: 2) }
    let unit = pow(10, log10(share).rounded(.down) - 1)
    return Digits.text((share / unit).rounded() * unit, digits: 2)
  }

  /// The sentence for the title: what becomes of the weakest gradient, and of the one that is kept best.
  ///
  /// Where it is too long, shares are told as powers of ten; where it still is, only the weakest gradient is.
  var finding: Phrase {
    let all = [finding(Self.text), finding(Self.power), finding(Self.power, isShort: true)]
    func fitting(_ language: Language) -> String {
      all.map { $0[language] }.first { $0.count <= 60 } ?? all[2][language]
    }
    return Phrase(fitting(.english), zh: fitting(.chinese))
  }

  /// A share as a power of ten.
  private static func power(_ share: Double) -> String {
    "10" + Digits.superscript(Int(log10(share).rounded()))
  }

  private func finding(_ text: (Double) -> String, isShort: Bool = false) -> Phrase {
    let fates = study.activations.indices.map { study.fate($0) }
    let order = fates.indices.sorted { fates[$0].share < fates[$1].share }
    let (weakest, others) = (order[0], order.dropFirst())
    let start = layers + Phrase(" ", zh: "") + clause(weakest, fates[weakest], after: nil, text)
    guard !isShort, let strongest = others.last,
      let nearest = others.min(by: {
        Self.decades(fates[$0].share) < Self.decades(fates[$1].share)
      })
    else { return start }
    // The first that is kept; where none is, the one nearest to it; where any is lost or all explode, the strongest.
    let kept = others.sorted().first { Self.kept.contains(fates[$0].share) }
    let lost = others.sorted().first { fates[$0].share == .infinity }
    let isExploding = fates[weakest].share > Self.kept.upperBound
    let best = kept ?? lost ?? (isExploding ? strongest : nearest)
    return start + Phrase(", ", zh: "，") + clause(best, fates[best], after: fates[weakest], text)
  }

  /// Shares that count as kept.
  private static let kept = 0.5...2

  /// How many powers of ten a share is away from 1.
  private static func decades(_ share: Double) -> Double { abs(log10(share)) }

  private func clause(
    _ index: Int, _ fate: VanishingStudy.Fate, after first: VanishingStudy.Fate?,
    _ text: (Double) -> String
  ) -> Phrase {
    let owner =
      study.activations[index].name
      + (first == nil ? Phrase("’s gradient", zh: " 的梯度") : Phrase("’s", zh: " 的"))
    let verb = Self.verb(fate)
    let isSame = first.map { Self.verb($0) == verb } ?? false
    let to: Phrase =
      switch fate {
      case .left(let share) where !Self.kept.contains(share):
        Phrase(" to ", zh: share < 1 ? "只剩 " : "增至 ") + Phrase(same: text(share))
      case .zero: Phrase(" to 0", zh: "变为 0")
      case .left: Phrase("", zh: "不减")
      case .overflow, .flooded: Phrase("", zh: "溢出")
      }
    return Phrase(isSame ? "" : verb + (depth == 1 ? "s " : " "), zh: first == nil ? "使 " : "")
      + owner + to
  }

  private static func verb(_ fate: VanishingStudy.Fate) -> String {
    switch fate {
    case .left(let share) where share > kept.upperBound: "raise"
    case .left(let share) where share >= kept.lowerBound: "keep"
    case .left, .zero: "cut"
    case .overflow, .flooded: "overflow"
    }
  }

  /// The setting.
  var subtitle: Phrase {
    let (count, width) = (study.seeds, study.stack.width)
    let spread =
      count == 1
      ? Phrase("seed \(study.first)", zh: "种子 \(study.first)")
      : Phrase("median and range of \(count) seeds", zh: "\(count) 个种子的中位数与范围")
    let units = "\(width) unit\(width == 1 ? "" : "s")"
    return Phrase(
      "\(units) a layer, untrained\u{A0}\u{A0}·  ", zh: "每层 \(width) 个单元，未经训练\u{A0}\u{A0}·  ")
      + study.stack.scheme.name + "\u{A0}\u{A0}·  " + spread
  }

  /// What dashes mean, and why two lines may lie on each other.
  var notes: [Phrase] {
    var notes = [
      Phrase(
        "Dashed: the notes multiply derivatives alone; in a network the weights multiply too.",
        zh: "虚线：讲义只把导数相乘；网络中权重也参与相乘。")
    ]
    if coincide {
      notes.append(
        Phrase(
          "ReLU and Leaky ReLU coincide: He’s $σ_w^2 = 2/(1 + α^2)$ makes up for their derivatives.",
          zh: "ReLU 与 Leaky ReLU 的曲线重合：He 的 $σ_w^2 = 2/(1 + α^2)$ 恰好抵消各自导数的衰减。"))
    }
    return notes
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
      case (.zero(let layers), .english): return "\(name) 0 after \(layers)"
      case (.zero(let layers), .chinese): return "\(name) 在 \(layers) 层后为 0"
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
      "Share of a gradient that is left after \(layers.english) of \(width) units before training, \(study.stack.scheme.name.english), \(count == 1 ? "seed \(study.first)" : "median of \(count) seeds"): \(results(.english)). After \(FiveLayers.depth) layers with weights of variance 1/n Leaky ReLU leaves \(leaky) times as much as ReLU, not \(Digits.text(five.ratio.stated)).",
      zh:
        "训练之前，梯度穿过每层 \(width) 个单元的 \(layers.chinese)后剩下的比例，\(study.stack.scheme.name.chinese)，\(count == 1 ? "种子 \(study.first)" : "\(count) 个种子的中位数")：\(results(.chinese))。权重方差为 1/n 时，\(FiveLayers.depth) 层之后 Leaky ReLU 剩下的是 ReLU 的 \(leaky) 倍，而不是 \(Digits.text(five.ratio.stated)) 倍。"
    )
  }

  /// What the picture shows.
  var alt: Phrase {
    Phrase(
      "Line plot of the share of a gradient, log axis, against layers passed on the way back. Left after \(layers.english): \(results(.english)).",
      zh: "梯度剩余比例（对数轴）随反向穿过的层数变化的曲线图。\(layers.chinese)之后：\(results(.chinese))。")
  }
}
