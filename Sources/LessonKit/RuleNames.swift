extension Rule {
  /// The rule with its settings as a reader wants them: "Adam, learning rate 0.02, β₁ 0.8".
  public var described: Phrase {
    let rate = Digits.text(self["lr"] ?? .nan)
    let others = settings.filter { $0.key != "lr" }.map { "\($0.key) \($0.value)" }
    let rest = others.map { ", " + $0 }.joined()
    return Phrase(
      "\(displayName), learning rate \(rate)\(rest)",
      zh: "\(displayName)，学习率 \(rate)" + others.map { "，" + $0 }.joined())
  }
}

extension [Rule] {
  /// Names that tell the rules apart: the display name, with the settings that differ where two share it.
  public var distinctNames: [Phrase] {
    map { rule in
      let twins = filter { $0.displayName == rule.displayName }
      guard twins.count > 1 else { return Phrase(same: rule.displayName) }
      let own = rule.settings.filter { setting in
        twins.contains { twin in !twin.settings.contains { $0 == setting } }
      }
      let words = own.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
      return Phrase(same: words.isEmpty ? rule.displayName : "\(rule.displayName) \(words)")
    }
  }
}
