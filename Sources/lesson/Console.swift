import LessonKit

/// What people read: notes, claims and errors on standard error, in colour where that helps.
struct Console: Sendable {
  enum Tone: String {
    case plain = "0", good = "32", bad = "31", mixed = "33", dim = "2", strong = "1"
  }

  var isQuiet = false
  var isVerbose = false
  let hasColor: Bool

  init(color: Bool = true) {
    let refused = Self.environment("NO_COLOR") != nil || Self.environment("TERM") == "dumb"
    hasColor = color && !refused && Stream.errors.isTerminal
  }

  /// A variable of the environment; an empty one counts as missing.
  static func environment(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  func painted(_ text: String, _ tone: Tone) -> String {
    hasColor && tone != .plain ? "\u{1B}[\(tone.rawValue)m\(text)\u{1B}[0m" : text
  }

  /// A line that `-q` silences.
  func note(_ line: String) { if !isQuiet { say(line) } }

  /// A line that only `-v` brings.
  func detail(_ line: String) { if isVerbose { say(painted(line, .dim)) } }

  /// An error and how to mend it.
  func error(_ message: String, hints: [String] = []) {
    say(
      ([painted("error:", .bad) + " " + message] + hints.map { "  \($0)" }).joined(separator: "\n"))
  }

  /// A claim: its verdict, what it says, stated and measured numbers.
  func claim(_ claim: Claim, _ language: Language) {
    let tone: Tone =
      switch claim.verdict {
      case .holds: .good
      case .fails: .bad
      case .depends: .mixed
      }
    let head = "\(painted(claim.verdict.symbol, tone)) \(claim.code)  "
    note(head + claim.statement[language] + Self.ending(of: claim, language))
    if claim.cases.count > 1 { detail("     " + claim.numbers(language)) }
  }

  /// What follows the statement: numbers of a single measurement, else the reason that the lesson records.
  private static func ending(of claim: Claim, _ language: Language) -> String {
    let numbers = claim.cases.count == 1 || !claim.isAsRecorded ? claim.numbers(language) : ""
    switch claim.recorded {
    case .holds where numbers.isEmpty: return ""
    case .depends(let condition) where claim.isAsRecorded:
      let text = Phrase("depends on ", zh: "取决于") + condition
      return Phrase(" — ", zh: "——")[language] + text[language]
    case .fails(let correct, let source) where claim.isAsRecorded:
      let reason = Phrase(" — ", zh: "——")[language] + correct[language] + " [\(source)]"
      return (numbers.isEmpty ? "" : " (\(numbers))") + reason
    default: return " (\(numbers))"
    }
  }

  private func say(_ line: String) { try? Stream.errors.write(line + "\n") }
}
