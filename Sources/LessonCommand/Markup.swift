/// Plain text in HTML.
enum Markup {
  /// A text as a browser shows it as it is, also between the quotes of an attribute.
  static func escaped(_ text: String) -> String {
    text.map { character in
      switch character {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      default: String(character)
      }
    }.joined()
  }

  /// A path as the address of a link, between quotes; in a list of addresses commas stand for themselves too.
  static func link(_ path: String, inList: Bool = false) -> String { escaped(MarkdownText.link(path, inList: inList)) }
}
