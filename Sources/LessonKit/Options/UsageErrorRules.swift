extension UsageError {
  /// A list of rules that could not be read, for the option that named it.
  init(_ error: RuleError, for option: String) {
    let command = Message.attempt("lesson help optimizers")
    switch error {
    case .unknownRule(let name, let known):
      let aliases = RuleKind.all.flatMap(\.aliases)
      self = .unknown(
        Message("optimizer", zh: "优化器"), name, for: Message(same: option), known: known, among: aliases, try: command)
    case .unknownKey(let key, let rule, let known):
      let place = Message("the optimizer '\(rule)'", zh: "优化器“\(rule)”")
      self = .unknown(Message("setting", zh: "设置项"), key, for: place, known: known, try: command)
    default: self.init("\(option): \(error.told)", zh: "\(option)：\(error.told)", hints: [command])
    }
  }
}
