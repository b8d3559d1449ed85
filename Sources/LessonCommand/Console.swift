import LessonKit

/// What people read: notes and errors on standard error, in colour where that helps.
struct Console: Sendable {
  enum Tone: String { case bad = "31", dim = "2" }

  var isQuiet = false
  var isVerbose = false
  let hasColor: Bool
  /// The language of every word.
  let language: Language

  init(color: Bool = true, language: Language = .english) {
    self.language = language
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
  func note(_ line: Message) { if !isQuiet { say(line[language]) } }

  /// A line that only `-v` brings.
  func detail(_ line: Message) { if isVerbose { say(painted(line[language], .dim)) } }

  /// An error and how to mend it.
  func error(_ error: some ReportedError) { self.error(error.told, hints: error.remedies) }

  /// An error and how to mend it.
  func error(_ message: Message, hints: [Message] = []) {
    let head = painted(Message("error:", zh: "错误：")[language], .bad) + (language == .chinese ? "" : " ")
    say(([head + message[language]] + hints.map { "  " + $0[language] }).joined(separator: "\n"))
  }

  /// A note that stands out by its name.
  func remark(_ text: Message) { note(Message("note: \(text)", zh: "注意：\(text)")) }

  private func say(_ line: String) { try? Stream.errors.write(line + "\n") }
}
