extension Rule {
  /// The rule with its settings as a reader wants them: "Adam, learning rate 0.02, β₁ 0.9, β₂ 0.999".
  public var described: Phrase {
    let rate = Digits.text(self["lr"] ?? .nan)
    let named = Set(settings.map(\.key))
    let others = kind.keys.filter { key in
      key.name != "lr" && (named.contains(key.name) || Self.essential.contains(key.name)) && self[key.name] != 0
    }.map { SettingName.text($0.name, self[$0.name] ?? .nan) }
    return Phrase.joined(
      [Phrase("\(displayName), learning rate\u{A0}\(rate)", zh: "\(displayName)，学习率 \(rate)")] + others,
      by: Phrase(", ", zh: "，"))
  }

  /// The rule with its rate alone, "Adam 0.02", not to be broken between lines.
  public var nameWithRate: Phrase { "\(displayName)\u{A0}\(self["lr"] ?? .nan)" }

  /// Settings that are told even at their defaults.
  private static let essential: Set<String> = ["momentum", "alpha", "rho", "beta1", "beta2"]
}

/// Settings of rules by the signs that formulas have for them.
enum SettingName {
  /// A setting with its value: "β₁ 0.9", "weight decay 0.01".
  static func text(_ key: String, _ value: Double) -> Phrase {
    if key == "ema" { return value == 1 ? Phrase("averaged", zh: "平均") : Phrase("summed", zh: "累加") }
    let number = Digits.text(value)
    let sign: Phrase =
      switch key {
      case "lr": Phrase("rate", zh: "学习率")
      case "alpha": "α"
      case "rho": "ρ"
      case "beta1": "β₁"
      case "beta2": "β₂"
      case "eps": "ε"
      case "momentum": Phrase("momentum", zh: "动量")
      case "weight_decay": Phrase("weight decay", zh: "权重衰减")
      case "lr_decay": Phrase("rate decay", zh: "学习率衰减")
      default: Phrase(same: key)
      }
    return sign + Phrase(same: "\u{A0}\(number)")
  }
}

extension [Rule] {
  /// Names that tell the rules apart: the display name, with the settings that differ where two share it.
  public var distinctNames: [Phrase] {
    map { rule in
      let twins = filter { $0.displayName == rule.displayName }
      guard twins.count > 1 else { return Phrase(same: rule.displayName) }
      let own = rule.kind.keys.filter { key in twins.contains { $0[key.name] != rule[key.name] } }
      let words = own.map { SettingName.text($0.name, rule[$0.name] ?? .nan) }
      guard !words.isEmpty else { return Phrase(same: rule.displayName) }
      return "\(rule.displayName), \(Phrase.joined(words, by: Phrase(", ", zh: "，")))"
    }
  }
}
