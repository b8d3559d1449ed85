/// One line of a document: where its text and its line break stand in the bytes.
struct NotesLine {
  let content: Range<Int>
  let ending: Range<Int>

  /// Every line; the mark of byte order at the very beginning belongs to none.
  static func all(in bytes: [UInt8]) -> [NotesLine] {
    var (lines, start) = ([NotesLine](), bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
    while start < bytes.count {
      let feed = bytes[start...].firstIndex(of: UInt8(ascii: "\n"))
      let end = feed ?? bytes.count
      let isPair = feed != nil && end > start && bytes[end - 1] == UInt8(ascii: "\r")
      let content = start..<(isPair ? end - 1 : end)
      start = feed.map { $0 + 1 } ?? bytes.count
      lines.append(NotesLine(content: content, ending: content.upperBound..<start))
    }
    return lines
  }

  func text(in bytes: [UInt8]) -> String { String(decoding: bytes[content], as: UTF8.self) }

  /// A line of backquotes or tildes that opens a fenced block of code.
  struct Fence {
    private let sign: Character
    private let count: Int

    /// The fence that a line opens, also behind the signs of a list or a quotation.
    init?(opening text: String) {
      var rest = text[...]
      while let next = Self.withoutSign(rest) { rest = next }
      guard let sign = rest.first, sign == "`" || sign == "~" else { return nil }
      let run = rest.prefix { $0 == sign }
      let info = rest.dropFirst(run.count)
      guard run.count >= 3, sign == "~" || !info.contains("`") else { return nil }
      (self.sign, count) = (sign, run.count)
    }

    func isClosed(by text: String) -> Bool {
      let plain = text.drop { " >\t".contains($0) }
      let run = plain.prefix { $0 == sign }
      return run.count >= count && plain.dropFirst(run.count).allSatisfy { " \t".contains($0) }
    }

    /// A line without the first sign of a list or a quotation, or up to three blanks; nil where there is none.
    private static func withoutSign(_ text: Substring) -> Substring? {
      let blanks = text.prefix { $0 == " " }
      if !blanks.isEmpty { return blanks.count <= 3 ? text.dropFirst(blanks.count) : nil }
      if text.hasPrefix(">") { return text.dropFirst() }
      let digits = text.prefix { $0.isASCII && $0.isNumber }
      let rest = text.dropFirst(digits.count)
      guard let bullet = rest.first, rest.dropFirst().first == " " else { return nil }
      let isBullet = digits.isEmpty ? "-*+".contains(bullet) : ".)".contains(bullet)
      return isBullet ? rest.dropFirst(2) : nil
    }
  }

  /// What a line says to `lesson fill`.
  enum Mark: Equatable {
    case open(command: String, indent: String)
    /// With the check sum of what was written above it; nil where there is none.
    case close(sum: String?)
    /// Meant as a marker, and none.
    case broken

    /// Nil for every other line, and for one that four blanks make code.
    init?(_ text: String) {
      let indent = text.prefix { " >".contains($0) }
      let isCode = indent.split(separator: ">").contains { $0.count > 4 } || indent.prefix { $0 == " " }.count > 3
      let rest = text.dropFirst(indent.count)
      guard !isCode, rest.hasPrefix("<!--") else { return nil }
      let inside = String(rest.dropFirst(4)).trimmedOfBlanks
      let words = inside.replacing("-->", with: " -->").split { $0 == " " || $0 == "\t" }
      guard let word = words.first, word == "lesson" || word == "/lesson" else { return nil }
      guard inside.hasSuffix("-->") else {
        self = .broken
        return
      }
      let command = String(inside.dropLast(3)).trimmedOfBlanks
      if word == "/lesson" {
        let sum = words.dropFirst().dropLast().joined(separator: " ")
        let isSum = sum.utf8.count == 8 && sum.utf8.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
        self = isSum || sum.isEmpty ? .close(sum: isSum ? sum : nil) : .broken
      } else {
        self = .open(command: command, indent: String(indent))
      }
    }
  }
}

extension String {
  /// Without blanks at both ends.
  var trimmedOfBlanks: String { String(drop { " \t".contains($0) }).trimmedAtEnd }

  /// Without blanks at the end.
  var trimmedAtEnd: String {
    var text = self[...]
    while let last = text.last, " \t".contains(last) { text.removeLast() }
    return String(text)
  }
}

extension [UInt8] {
  /// How the first line ends; a line feed where there is none.
  var firstLineEnding: [UInt8] {
    guard let feed = firstIndex(of: UInt8(ascii: "\n")) else { return [UInt8(ascii: "\n")] }
    return feed > 0 && self[feed - 1] == UInt8(ascii: "\r") ? Array("\r\n".utf8) : [UInt8(ascii: "\n")]
  }
}
