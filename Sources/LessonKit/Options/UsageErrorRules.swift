extension UsageError {
  /// A list of rules that could not be read, for the option that named it.
  init(_ error: RuleError, for option: String) {
    let command = "try: lesson help optimizers"
    switch error {
    case .unknownRule(let name, let known):
      let aliases = RuleKind.all.flatMap(\.aliases)
      self = .unknown("optimizer", name, for: option, known: known, among: aliases, try: command)
    case .unknownKey(let key, let rule, let known):
      self = .unknown("setting", key, for: "the optimizer '\(rule)'", known: known, try: command)
    default: self.init("\(option): \(error)", hints: [command])
    }
  }
}
