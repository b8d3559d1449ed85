import LessonKit

/// The language of the command's own words. What a figure says never hangs on it: that is `--lang` alone.
enum CommandLanguage {
  /// As `--lang` says; without it `PLUMBLINE_LANG`, and then the language of the system.
  static func of(_ arguments: [String]) -> Language {
    var given: String?
    for (place, word) in arguments.prefix(while: { $0 != "--" }).enumerated() {
      if word.hasPrefix("--lang=") { given = String(word.dropFirst(7)) }
      if word == "--lang", place + 1 < arguments.count { given = arguments[place + 1] }
    }
    if let given, let language = try? LanguageCode.language(given) { return language }
    return environment(Console.environment)
  }

  /// What the environment says; its variables are looked up by `value`.
  static func environment(_ value: (String) -> String?) -> Language {
    if let own = value("PLUMBLINE_LANG"), let language = try? LanguageCode.language(own) { return language }
    let system = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(value).first
    return system.flatMap { try? LanguageCode.language($0) } ?? .english
  }
}
