/// Why a text names no rule, or no list of rules.
public enum RuleError: ReportedError, Sendable, Hashable {
  /// No rule has this name; `known` are all that there are.
  case unknownRule(String, known: [String])
  /// The rule has no such setting; `known` are all that it has.
  case unknownKey(String, rule: String, known: [String])
  /// A setting that is not KEY=VALUE.
  case malformedPair(String, rule: String)
  /// A setting that is given twice.
  case repeatedKey(String, rule: String)
  /// A value that is not a number.
  case notANumber(String, key: String, rule: String)
  /// A value that is neither true nor false.
  case notAFlag(String, key: String, rule: String)
  /// A number that the setting does not take; `range` says which it takes.
  case outOfRange(String, key: String, rule: String, range: Message)
  /// Settings that do not go together; the text says which and why.
  case conflict(Message, rule: String)
  /// A rule that takes the same steps as one before it in the list.
  case duplicate(String, of: String)
  /// A list without a rule.
  case emptyList
  /// Nothing between two commas, at a position that counts from 1.
  case emptyEntry(position: Int, of: Int)
}

extension RuleError {
  /// What is wrong, where, and what would be right.
  public var told: Message {
    switch self {
    case .unknownRule(let name, let known):
      Message(
        "unknown optimizer '\(name)'; known: \(known.joined(separator: ", "))",
        zh: "未知的优化器“\(name)”；可用：\(known.joined(separator: ", "))")
    case .unknownKey(let key, let rule, let known):
      Message(
        "optimizer '\(rule)' has no setting '\(key)'; it has: \(known.joined(separator: ", "))",
        zh: "优化器“\(rule)”没有设置项“\(key)”；它有：\(known.joined(separator: ", "))")
    case .malformedPair(let pair, let rule):
      pair.isEmpty
        ? Message(
          "optimizer '\(rule)' has an empty setting; take out the extra colon", zh: "优化器“\(rule)”有一个空的设置项；去掉多余的冒号")
        : Message(
          "'\(pair)' is no setting of optimizer '\(rule)'; write KEY=VALUE, as in lr=0.01",
          zh: "“\(pair)”不是优化器“\(rule)”的设置项；写成 KEY=VALUE，例如 lr=0.01")
    case .repeatedKey(let key, let rule):
      Message("optimizer '\(rule)' has '\(key)' twice; keep one", zh: "优化器“\(rule)”的“\(key)”出现两次；只留一个")
    case .notANumber(let text, let key, let rule):
      Message(
        "'\(text)' is not a number, for '\(key)' of optimizer '\(rule)'", zh: "优化器“\(rule)”的“\(key)”：“\(text)”不是数")
    case .notAFlag(let text, let key, let rule):
      Message(
        "'\(text)' is neither true nor false, for '\(key)' of optimizer '\(rule)'",
        zh: "优化器“\(rule)”的“\(key)”：“\(text)”既不是 true 也不是 false")
    case .outOfRange(let text, let key, let rule, let range):
      Message(
        "'\(key)' of optimizer '\(rule)' must be \(range), not \(text)",
        zh: "优化器“\(rule)”的“\(key)”应为\(range)，不能是 \(text)")
    case .conflict(let reason, let rule): Message("optimizer '\(rule)': \(reason)", zh: "优化器“\(rule)”：\(reason)")
    case .duplicate(let rule, let first):
      rule == first
        ? Message("optimizer '\(rule)' is listed twice; keep one", zh: "优化器“\(rule)”出现两次；只留一个")
        : Message(
          "optimizer '\(rule)' takes the same steps as '\(first)'; keep one", zh: "优化器“\(rule)”与“\(first)”走的步子相同；只留一个")
    case .emptyList:
      Message("no optimizer is named; write one, or several with commas between them", zh: "没有写优化器；写一个，或用逗号隔开写多个")
    case .emptyEntry(let position, let count):
      Message(
        "optimizer \(position) of \(count) is empty; take out the extra comma",
        zh: "\(count) 个优化器中的第 \(position) 个是空的；去掉多余的逗号")
    }
  }

  /// The same in English.
  public var description: String { told.english }
}
