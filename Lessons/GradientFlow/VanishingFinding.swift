import LessonKit

/// The title's sentence on gradients through a deep stack: what becomes of the weakest, and of the one that is kept best.
///
/// A gradient counts as kept where its share is within a tenth of 1; every other share is told as a number.
struct VanishingFinding {
  let study: VanishingStudy

  /// Shares that count as kept.
  static let kept = 0.9...1.1
  /// What is left of a gradient that is said to be cut is less than this.
  private static let half = 0.5

  /// How a sentence tells shares: shorter and shorter.
  private struct Manner {
    /// Whether a share that is kept is told too.
    var tellsKept = true
    var hasShortNames = false
    /// Names and shares alone, where both clauses have a share.
    var isPlain = false
    /// One gradient alone: one that overflows, or the weakest.
    var isAlone = false

    static let all = [
      Manner(), Manner(tellsKept: false), Manner(hasShortNames: true),
      Manner(tellsKept: false, hasShortNames: true), Manner(isPlain: true), .shortest,
    ]
    static let shortest = Manner(isAlone: true)
  }

  /// The most characters of a title.
  private static let most = 60

  /// The sentence: the fullest that is no longer than a title may be.
  var sentence: Phrase {
    func fitting(_ language: Language) -> String { sentence(manner(language))[language] }
    return Phrase(fitting(.english), zh: fitting(.chinese))
  }

  /// Whether the English sentence says of a gradient that it is kept, and not at what share.
  var keepsUntold: Bool {
    let manner = manner(.english)
    guard !manner.tellsKept else { return false }
    var told = manner
    told.tellsKept = true
    return sentence(manner).english != sentence(told).english
  }

  private func manner(_ language: Language) -> Manner {
    Manner.all.first { sentence($0)[language].count <= Self.most } ?? .shortest
  }

  private func sentence(_ manner: Manner) -> Phrase {
    let fates = study.activations.indices.map { study.fate($0) }
    let order = fates.indices.sorted { fates[$0].share < fates[$1].share }
    let (weakest, others) = (order[0], order.dropFirst())
    func start(_ index: Int) -> Phrase {
      VanishingWords.layers(study.stack.depth) + Phrase(" ", zh: "")
        + clause(index, fates[index], after: nil, manner)
    }
    let lost = others.sorted().first { fates[$0].share == .infinity }
    if manner.isAlone { return start(lost ?? weakest) }
    guard let strongest = others.last,
      let nearest = others.min(by: {
        Self.decades(fates[$0].share) < Self.decades(fates[$1].share)
      })
    else { return start(weakest) }
    // The first that is kept; where none is, the one nearest to it; where any is lost or all explode, the strongest.
    let kept = others.sorted().first { Self.kept.contains(fates[$0].share) }
    let isExploding = fates[weakest].share > Self.kept.upperBound
    let best = kept ?? lost ?? (isExploding ? strongest : nearest)
    if manner.isPlain, let plain = plain([weakest, best], fates) { return plain }
    return start(weakest) + Phrase(", ", zh: "，")
      + clause(best, fates[best], after: fates[weakest], manner)
  }

  /// What is left of two gradients in the fewest words, nil where there is no share to tell.
  private func plain(_ pair: [Int], _ fates: [VanishingStudy.Fate]) -> Phrase? {
    let parts = pair.compactMap { index -> (name: Phrase, text: String)? in
      guard case .left(let share) = fates[index] else { return nil }
      let activation = study.activations[index]
      let name = activation == .leakyrelu ? "Leaky" : activation.name
      return (name, VanishingWords.text(share))
    }
    guard parts.count == 2 else { return nil }
    let (first, second) = (parts[0], parts[1])
    let layers = VanishingWords.layers(study.stack.depth)
    let leave = study.stack.depth == 1 ? "leaves" : "leave"
    return Phrase(
      "\(layers.english) \(leave) \(first.name.english) \(first.text) of a gradient, \(second.name.english) \(second.text)",
      zh:
        "\(layers.chinese)后梯度剩余：\(first.name.chinese) \(first.text)，\(second.name.chinese) \(second.text)"
    )
  }

  /// How many powers of ten a share is away from 1.
  private static func decades(_ share: Double) -> Double { abs(log10(share)) }

  private func clause(
    _ index: Int, _ fate: VanishingStudy.Fate, after first: VanishingStudy.Fate?, _ manner: Manner
  ) -> Phrase {
    let activation = study.activations[index]
    let isShort = manner.hasShortNames && activation == .leakyrelu
    let owner =
      (isShort ? "Leaky" : activation.name)
      + (first == nil ? Phrase("’s gradient", zh: " 的梯度") : Phrase("’s", zh: " 的"))
    let verb = Self.verb(fate)
    let isSame = first.map { Self.verb($0) == verb } ?? false
    let start = isSame ? "" : verb + (study.stack.depth == 1 ? "s " : " ")
    return Phrase(start, zh: first == nil ? "使 " : "") + owner + Self.end(fate, manner)
  }

  private static func verb(_ fate: VanishingStudy.Fate) -> String {
    switch fate {
    case .left(let share) where share > kept.upperBound: "raise"
    case .left(let share) where share >= kept.lowerBound: "keep"
    case .left(let share) where share >= half: "leave"
    case .left, .underflow, .zero: "cut"
    case .overflow, .flooded: "overflow"
    }
  }

  /// What it comes to.
  private static func end(_ fate: VanishingStudy.Fate, _ manner: Manner) -> Phrase {
    switch fate {
    case .left(let share) where kept.contains(share):
      let text = VanishingWords.text(share)
      return Phrase(manner.tellsKept ? " at \(text)" : "", zh: "保持在 \(text)")
    case .left(let share):
      let change = share > 1 ? "增至 " : share >= half ? "还剩 " : share >= 0.1 ? "降至 " : "只剩 "
      let isLeft = share < 1 && share >= half
      return Phrase(isLeft ? " at " : " to ", zh: change) + Phrase(same: VanishingWords.text(share))
    case .underflow: return Phrase(" below the smallest number", zh: "小于最小的可表示数")
    case .zero: return Phrase(" to exactly 0", zh: "恰为 0")
    case .overflow, .flooded: return Phrase("", zh: "溢出")
    }
  }
}
