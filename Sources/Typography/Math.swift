/// A formula, taken apart: what stands between two dollar signs.
indirect enum MathNode: Sendable, Equatable {
  case symbol(MathSymbol)
  /// Empty room, in em.
  case space(Double)
  /// What stood in braces: one thing, without space to its neighbours.
  case group([MathNode])
  /// A base, perhaps empty, with what is below and above its end.
  case scripts([MathNode], below: [MathNode]?, above: [MathNode]?)
  case root([MathNode])

  /// What decides the space beside it.
  var role: MathSymbol.Role? {
    switch self {
    case .symbol(let symbol): symbol.role
    case .space: nil
    case .group, .root: .ordinary
    case .scripts(let base, _, _): base.last?.role ?? .ordinary
    }
  }
}

/// A sign, a letter, a number or a word in a formula.
struct MathSymbol: Sendable, Equatable {
  /// What it does in a formula; decides the space beside it.
  enum Role: Sendable {
    case ordinary, word, binary, relation, open, close, punctuation
    /// A bar, which opens or closes depending on where it stands.
    case fence
  }

  enum Face: Sendable { case upright, italic, bold }

  var text: String
  var role = Role.ordinary
  var face = Face.upright
}

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

extension [MathNode] {
  /// The roles in context: a minus after nothing is a sign, not an operation; a bar opens or closes.
  var roles: [MathSymbol.Role?] {
    var roles = map(\.role)
    var previous: MathSymbol.Role?
    for i in roles.indices {
      guard let role = roles[i] else { continue }
      let begins =
        switch previous {
        case nil, .binary, .relation, .open, .punctuation: true
        default: false
        }
      if role == .fence { roles[i] = begins ? .open : .close }
      if role == .binary && begins { roles[i] = .ordinary }
      previous = roles[i]
    }
    // An operation that nothing follows is a sign too: the + of x⁺.
    if let last = roles.indices.last, roles[last] == .binary { roles[last] = .ordinary }
    for i in roles.indices.dropLast() where roles[i] == .binary {
      if let next = roles[i + 1], [.relation, .close, .punctuation].contains(next) {
        roles[i] = .ordinary
      }
    }
    return roles
  }

  /// Each node with the gap before it.
  var spaced: [(gap: MathGap, node: MathNode)] {
    let roles = roles
    return indices.map { i in
      guard i > 0, let left = roles[i - 1], let right = roles[i] else { return (.none, self[i]) }
      return (MathGap(between: left, and: right), self[i])
    }
  }
}
