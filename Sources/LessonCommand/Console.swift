import LessonKit

/// What people read: notes and errors on standard error, in colour where that helps.
struct Console: Sendable {
  enum Tone: String { case bad = "31", dim = "2" }

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

  func painted(_ text: String, _ tone: Tone) -> String { hasColor ? "\u{1B}[\(tone.rawValue)m\(text)\u{1B}[0m" : text }

  /// A line that `-q` silences.
  func note(_ line: String) { if !isQuiet { say(line) } }

  /// A line that only `-v` brings.
  func detail(_ line: String) { if isVerbose { say(painted(line, .dim)) } }

  /// An error and how to mend it.
  func error(_ message: String, hints: [String] = []) {
    say(([painted("error:", .bad) + " " + message] + hints.map { "  \($0)" }).joined(separator: "\n"))
  }

  private func say(_ line: String) { try? Stream.errors.write(line + "\n") }
}
