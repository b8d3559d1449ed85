extension Rule {
  /// The rule that a text names: `NAME[:KEY=VALUE…]`, where a flag alone means true.
  public init(parsing text: String) throws(RuleError) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    let name = parts[0].trimmed
    if name.isEmpty { throw .emptyList }
    guard let kind = RuleKind.named(name) else {
      throw .unknownRule(name, known: RuleKind.all.map(\.name))
    }
    self.init(kind.name)

    var seen: Set<String> = []
    for part in parts.dropFirst() {
      let (key, value) = try kind.setting(part.trimmed)
      guard seen.insert(key.name).inserted else { throw .repeatedKey(key.name, rule: name) }
      set(key, to: value)
    }
    if let objection = kind.objection(resolved) { throw .conflict(objection, rule: name) }
  }

  /// The rules of a comma-separated text, in its order; no two may take the same steps.
  public static func list(parsing text: String) throws(RuleError) -> [Rule] {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    if parts.allSatisfy(\.trimmed.isEmpty) { throw .emptyList }

    var rules: [Rule] = []
    for (index, part) in parts.enumerated() {
      if part.trimmed.isEmpty { throw .emptyEntry(position: index + 1, of: parts.count) }
      let rule = try Rule(parsing: part.trimmed)
      if let first = rules.first(where: { $0.takesSameSteps(as: rule) }) {
        throw .duplicate(rule.spelling, of: first.spelling)
      }
      rules.append(rule)
    }
    return rules
  }
}

extension RuleKind {
  /// The setting that `KEY=VALUE`, or a bare flag, speaks of, and its value.
  fileprivate func setting(_ text: String) throws(RuleError) -> (RuleKey, Double) {
    let halves = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      .map { String($0).trimmed }
    if halves[0].isEmpty { throw .malformedPair(text, rule: name) }
    guard let key = key(halves[0]) else {
      throw .unknownKey(halves[0], rule: name, known: keys.map(\.name))
    }
    guard halves.count == 2 else {
      if key.domain == .flag { return (key, 1) }
      throw .malformedPair(text, rule: name)
    }
    if halves[1].isEmpty { throw .malformedPair(text, rule: name) }
    return (key, try value(halves[1], of: key))
  }

  private func value(_ text: String, of key: RuleKey) throws(RuleError) -> Double {
    if key.domain == .flag {
      switch text {
      case "true", "1": return 1
      case "false", "0": return 0
      default: throw .notAFlag(text, key: key.name, rule: name)
      }
    }
    guard let value = Double(text) else {
      throw .notANumber(text, key: key.name, rule: name)
    }
    guard key.accepts(value) else {
      throw .outOfRange(text, key: key.name, rule: name, range: key.range)
    }
    return value
  }
}

extension String {
  /// Without the spaces at both ends.
  fileprivate var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
