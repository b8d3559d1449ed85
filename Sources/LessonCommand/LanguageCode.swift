import LessonKit

/// The ways in which people write a language.
enum LanguageCode {
  /// The language of a code or a name: `zh`, `zh-CN`, `zh_CN.UTF-8`, `cn`, `Chinese`, `中文`.
  ///
  /// - Throws: `UsageError` for any other language; the traditional script is told apart.
  static func language(_ text: String) throws(UsageError) -> Language {
    let name = Typed.trimmed(Typed.plain(text)).lowercased().replacing("_", with: "-")
    // What follows a point or an at sign is an encoding or a variant of money and dates.
    let code = String(name.prefix { $0 != "." && $0 != "@" })
    if let language = Language(rawValue: code) ?? names[code] { return language }
    let parts = code.split(separator: "-").map(String.init)
    if parts.count > 1, ["zh", "cmn", "chinese"].contains(parts[0]) {
      if parts.contains(where: simplified.contains) { return .chinese }
      throw UsageError(
        unknown(text), hints: [Message("Chinese here is in simplified characters: --lang zh", zh: "这里的中文是简体：--lang zh")]
      )
    }
    if parts.count > 1, parts[0] == "en" { return .english }
    // No suggestion: a language is no misspelling of another.
    throw UsageError(unknown(text), hints: [.known(Language.allCases.map(\.rawValue))])
  }

  private static func unknown(_ text: String) -> Message {
    Message("unknown language '\(text)' for --lang", zh: "--lang：未知的语言“\(text)”")
  }

  private static let simplified: Set<String> = ["cn", "sg", "my", "hans", "simplified", "utf8"]

  private static let names: [String: Language] = [
    "cn": .chinese, "chi": .chinese, "zho": .chinese, "cmn": .chinese, "chinese": .chinese, "zhongwen": .chinese,
    "中文": .chinese, "简体中文": .chinese, "简体": .chinese, "汉语": .chinese, "mandarin": .chinese,
    "simplified-chinese": .chinese, "eng": .english, "english": .english, "英文": .english, "英语": .english,
  ]
}
