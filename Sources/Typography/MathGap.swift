/// Room between two neighbours in a formula.
enum MathGap: Sendable {
  case none, thin, medium, wide

  /// In em of the formula.
  var em: Double {
    switch self {
    case .none: 0
    case .thin: 0.16
    case .medium: 0.2
    case .wide: 0.26
    }
  }

  /// The gap between two roles that stand next to each other.
  init(between left: MathSymbol.Role, and right: MathSymbol.Role) {
    switch (left, right) {
    case (.punctuation, .close): self = .none
    case (.relation, .relation): self = .none
    case (.relation, _), (_, .relation): self = .wide
    case (.binary, _), (_, .binary): self = .medium
    case (.punctuation, _): self = .thin
    case (.word, .ordinary), (.word, .word), (.ordinary, .word), (.close, .word): self = .thin
    default: self = .none
    }
  }
}
