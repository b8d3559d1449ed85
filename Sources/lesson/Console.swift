import LessonKit

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

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
    note(head + "\(claim.statement[language]) (\(claim.numbers(language)))")
  }

  private func say(_ line: String) { try? Stream.errors.write(line + "\n") }
}
