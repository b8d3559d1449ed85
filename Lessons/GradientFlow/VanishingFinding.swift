import LessonKit

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The title's sentence on gradients through a deep stack: what becomes of the weakest, and of the one that is kept best.
///
/// A gradient counts as kept where its share is within a tenth of 1; every other share is told as a number.
struct VanishingFinding {
  let study: VanishingStudy

  /// Shares that count as kept.
  static let kept = 0.9...1.1

  /// How a sentence tells shares: shorter and shorter.
  private struct Manner {
    /// Shares far from 1 as bare powers of ten.
    var hasPowers = false
    /// Whether a share that is kept is told too.
    var tellsKept = true
    var hasShortNames = false
    /// The weakest gradient alone.
    var isAlone = false

    static let all = [
      Manner(), Manner(hasPowers: true), Manner(tellsKept: false),
      Manner(hasPowers: true, tellsKept: false), Manner(hasPowers: true, hasShortNames: true),
      Manner(hasPowers: true, tellsKept: false, hasShortNames: true), Manner(isAlone: true),
    ]
    static let shortest = Manner(hasPowers: true, isAlone: true)

    func text(_ share: Double) -> String {
      guard hasPowers, share > 0, !(1e-3..<1e3).contains(share) else {
        return VanishingWords.text(share)
      }
      return "10" + Digits.superscript(Int(log10(share).rounded()))
    }
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
    let start =
      VanishingWords.layers(study.stack.depth) + Phrase(" ", zh: "")
      + clause(weakest, fates[weakest], after: nil, manner)
    guard !manner.isAlone, let strongest = others.last,
      let nearest = others.min(by: {
        Self.decades(fates[$0].share) < Self.decades(fates[$1].share)
      })
    else { return start }
    // The first that is kept; where none is, the one nearest to it; where any is lost or all explode, the strongest.
    let kept = others.sorted().first { Self.kept.contains(fates[$0].share) }
    let lost = others.sorted().first { fates[$0].share == .infinity }
    let isExploding = fates[weakest].share > Self.kept.upperBound
    let best = kept ?? lost ?? (isExploding ? strongest : nearest)
    return start + Phrase(", ", zh: "，") + clause(best, fates[best], after: fates[weakest], manner)
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
    case .left, .underflow, .zero: "cut"
    case .overflow, .flooded: "overflow"
    }
  }

  /// What it comes to.
  private static func end(_ fate: VanishingStudy.Fate, _ manner: Manner) -> Phrase {
    switch fate {
    case .left(let share) where kept.contains(share):
      let text = manner.text(share)
      return Phrase(manner.tellsKept ? " at \(text)" : "", zh: "保持在 \(text)")
    case .left(let share):
      let change = share > 1 ? "增至 " : share >= 0.1 ? "降至 " : "只剩 "
      return Phrase(" to ", zh: change) + Phrase(same: manner.text(share))
    case .underflow: return Phrase(" below the smallest number", zh: "小于最小的可表示数")
    case .zero: return Phrase(" to exactly 0", zh: "恰为 0")
    case .overflow, .flooded: return Phrase("", zh: "溢出")
    }
  }
}
