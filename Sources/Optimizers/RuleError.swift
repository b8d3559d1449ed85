/// Why a text names no rule, or no list of rules.
public enum RuleError: Error, Sendable, Hashable {
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
  case outOfRange(String, key: String, rule: String, range: String)
  /// Settings that do not go together; the text says which and why.
  case conflict(String, rule: String)
  /// A rule that takes the same steps as one before it in the list.
  case duplicate(String, of: String)
  /// A list without a rule.
  case emptyList
  /// Nothing between two commas, at a position that counts from 1.
  case emptyEntry(position: Int, of: Int)
}

extension RuleError: CustomStringConvertible {
  /// What is wrong, where, and what would be right.
  public var description: String {
    switch self {
    case .unknownRule(let name, let known): "unknown optimizer '\(name)'; known: \(known.joined(separator: ", "))"
    case .unknownKey(let key, let rule, let known):
      "optimizer '\(rule)' has no setting '\(key)'; it has: \(known.joined(separator: ", "))"
    case .malformedPair(let pair, let rule):
      pair.isEmpty
        ? "optimizer '\(rule)' has an empty setting; take out the extra colon"
        : "'\(pair)' is no setting of optimizer '\(rule)'; write KEY=VALUE, as in lr=0.01"
    case .repeatedKey(let key, let rule): "optimizer '\(rule)' has '\(key)' twice; keep one"
    case .notANumber(let text, let key, let rule): "'\(text)' is not a number, for '\(key)' of optimizer '\(rule)'"
    case .notAFlag(let text, let key, let rule):
      "'\(text)' is neither true nor false, for '\(key)' of optimizer '\(rule)'"
    case .outOfRange(let text, let key, let rule, let range):
      "'\(key)' of optimizer '\(rule)' must be \(range), not \(text)"
    case .conflict(let reason, let rule): "optimizer '\(rule)': \(reason)"
    case .duplicate(let rule, let first):
      rule == first
        ? "optimizer '\(rule)' is listed twice; keep one"
        : "optimizer '\(rule)' takes the same steps as '\(first)'; keep one"
    case .emptyList: "no optimizer is named; write one, or several with commas between them"
    case .emptyEntry(let position, let count): "optimizer \(position) of \(count) is empty; take out the extra comma"
    }
  }
}
