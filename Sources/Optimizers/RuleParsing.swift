extension Rule {
  /// The rule that a text names: `NAME[:KEY=VALUE…]`, where a flag alone means true.
  public init(parsing text: String) throws(RuleError) {
    let text = NamedSettings(text)
    let name = text.name
    if name.isEmpty { throw .emptyList }
    guard let kind = RuleKind.named(name) else { throw .unknownRule(name, known: RuleKind.all.map(\.name)) }
    self.init(known: kind.name)

    var seen: Set<String> = []
    for pair in text.pairs {
      let (key, value) = try kind.setting(pair)
      guard seen.insert(key.name).inserted else { throw .repeatedKey(key.name, rule: name) }
      set(key, to: value)
    }
    if let objection = kind.objection(resolved) { throw .conflict(objection, rule: name) }
  }

  /// The rules of a comma-separated text, in its order; no two may take the same steps.
  public static func list(parsing text: String) throws(RuleError) -> [Rule] {
    let parts = Typed.list(text)
    if parts.allSatisfy(\.isEmpty) { throw .emptyList }

    var rules: [Rule] = []
    for (index, part) in parts.enumerated() {
      if part.isEmpty { throw .emptyEntry(position: index + 1, of: parts.count) }
      let rule = try Rule(parsing: part)
      if let first = rules.first(where: { $0.takesSameSteps(as: rule) }) {
        throw .duplicate(rule.spelling, of: first.spelling)
      }
      rules.append(rule)
    }
    return rules
  }
}

extension RuleKind {
  /// The setting that a pair, or a bare flag, speaks of, and its value.
  fileprivate func setting(_ pair: NamedSettings.Pair) throws(RuleError) -> (RuleKey, Double) {
    if pair.key.isEmpty { throw .malformedPair(pair.text, rule: name) }
    guard let key = key(pair.key) else { throw .unknownKey(pair.key, rule: name, known: keys.map(\.name)) }
    guard let value = pair.value else {
      if key.domain == .flag { return (key, 1) }
      throw .malformedPair(pair.text, rule: name)
    }
    if value.isEmpty { throw .malformedPair(pair.text, rule: name) }
    return (key, try self.value(value, of: key))
  }

  private func value(_ text: String, of key: RuleKey) throws(RuleError) -> Double {
    if key.domain == .flag {
      switch text.lowercased() {
      case "true", "1": return 1
      case "false", "0": return 0
      default: throw .notAFlag(text, key: key.name, rule: name)
      }
    }
    guard let value = Typed.number(text) else { throw .notANumber(text, key: key.name, rule: name) }
    guard key.accepts(value) else { throw .outOfRange(text, key: key.name, rule: name, range: key.range) }
    return value
  }
}
