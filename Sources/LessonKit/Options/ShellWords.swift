extension ShellWord {
  /// The words of a line, as a shell takes them apart: blanks, quotes of both kinds, backslashes. Nothing is expanded.
  ///
  /// - Throws: `UsageError` where a quote is not closed.
  public static func words(in line: String) throws(UsageError) -> [String] {
    var (words, word, quote) = ([String](), String?.none, Character?.none)
    var rest = line[...]
    while let character = rest.popFirst() {
      switch (character, quote) {
      case (quote, _?): quote = nil
      case ("\\", nil): word = (word ?? "") + (rest.popFirst().map(String.init) ?? "\\")
      case ("\\", "\""):
        let next = rest.first.map { "\"\\$`".contains($0) } ?? false
        word = (word ?? "") + (next ? String(rest.removeFirst()) : "\\")
      case (_, _?): word = (word ?? "") + String(character)
      case ("'", nil), ("\"", nil):
        quote = character
        word = word ?? ""
      case (_, nil) where character.isWhitespace:
        if let word { words.append(word) }
        word = nil
      default: word = (word ?? "") + String(character)
      }
    }
    if let quote {
      throw UsageError(
        "a quote \(quote) is not closed in: \(line)", zh: "引号 \(quote) 没有闭合：\(line)",
        hints: [Message("close it with \(quote)", zh: "用 \(quote) 闭合")])
    }
    return words + (word.map { [$0] } ?? [])
  }
}
