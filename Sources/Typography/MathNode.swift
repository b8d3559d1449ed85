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
  /// A letter with a mark over it.
  case accent(MathSymbol, MathAccent)

  /// What decides the space beside it.
  var role: MathSymbol.Role? {
    switch self {
    case .symbol(let symbol): symbol.role
    case .space: nil
    case .group, .root, .accent: .ordinary
    case .scripts(let base, _, _): base.last?.role ?? .ordinary
    }
  }
}

extension [MathNode] {
  /// The roles in context: a minus after nothing is a sign, not an operation; a bar opens or
  /// closes.
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
      if let next = roles[i + 1], [.relation, .close, .punctuation].contains(next) { roles[i] = .ordinary }
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
