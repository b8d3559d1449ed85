/// Plain text in languages of light markup: what they would read as markup is escaped.
enum MarkdownText {
  /// A text as CommonMark, GitHub, Quarto and pandoc print it as it is.
  static func escaped(_ text: String) -> String {
    var escaped = escaped(text, only: "\\[]*_`<>^~$@&{}|#!")
    // Two hyphens in a row would become a dash, and what begins like a list would be one.
    escaped = apart(escaped, "-")
    let digits = escaped.prefix { $0.isASCII && $0.isNumber }
    if let mark = escaped.dropFirst(digits.count).first, digits.isEmpty ? "-+=:".contains(mark) : ".)".contains(mark) {
      escaped.insert("\\", at: escaped.index(escaped.startIndex, offsetBy: digits.count))
    }
    return escaped
  }

  /// A text with a backslash before each of the same characters in a row.
  private static func apart(_ text: String, _ mark: Character) -> String {
    let all = Array(text)
    return all.indices.map { place in
      let isDouble = (place > 0 && all[place - 1] == mark) || (place + 1 < all.count && all[place + 1] == mark)
      return all[place] == mark && isDouble ? "\\" + String(mark) : String(all[place])
    }.joined()
  }

  /// A text with a backslash before each of some characters.
  static func escaped(_ text: String, only special: String) -> String {
    text.map { special.contains($0) ? "\\" + String($0) : String($0) }.joined()
  }

  /// A text as Typst prints it as it is.
  static func typst(_ text: String) -> String {
    var escaped = escaped(text, only: "\\[]*_`#$@<>~/'\"")
    escaped = apart(apart(escaped, "-"), ".").replacing("-?", with: "\\-?")
    if let first = escaped.first, "-+=".contains(first) { escaped = "\\" + escaped }
    let digits = escaped.prefix { $0.isASCII && $0.isNumber }
    if !digits.isEmpty, escaped.dropFirst(digits.count).hasPrefix(".") {
      escaped.insert("\\", at: escaped.index(escaped.startIndex, offsetBy: digits.count))
    }
    return escaped
  }

  /// A path as the address of a link; in a list of addresses commas stand for themselves too.
  static func link(_ path: String, inList: Bool = false) -> String {
    let special = Array((" ()<>\"'%?#\\[]{}^`|*" + (inList ? "," : "")).utf8)
    let bytes = path.utf8.flatMap { byte in
      special.contains(byte) || byte < 0x20 || byte == 0x7F
        ? Array((byte < 0x10 ? "%0" : "%").utf8) + Array(String(byte, radix: 16, uppercase: true).utf8) : [byte]
    }
    let link = String(decoding: bytes, as: UTF8.self)
    // A colon in the first part would make it the name of a protocol.
    let first = link.prefix { $0 != "/" }
    return first.contains(":") ? "./" + link : link
  }
}
