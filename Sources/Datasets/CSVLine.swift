/// A line of a CSV file.
enum CSVLine {
  /// The cells, without the spaces and the quotes around them.
  static func cells(of line: Substring, path: String, line number: Int) throws(DataError) -> [String] {
    guard line.utf8.contains(UInt8(ascii: "\"")) else {
      return line.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map {
        trimmed(Substring($0))
      }
    }
    var (cells, cell, isQuoted) = ([String](), "", false)
    var rest = line[...]
    while let character = rest.popFirst() {
      switch character {
      case "\"" where isQuoted && rest.first == "\"":
        rest.removeFirst()
        cell.append(character)
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        cells.append(trimmed(cell[...]))
        cell = ""
      default: cell.append(character)
      }
    }
    if isQuoted { throw DataError(path, at: .line(number), Message("a quote that does not end", zh: "引号没有闭合")) }
    return cells + [trimmed(cell[...])]
  }

  private static func trimmed(_ text: Substring) -> String {
    // Most cells are plain; a look at two bytes is far quicker than one at characters.
    if let first = text.utf8.first, let last = text.utf8.last, (0x21...0x7E).contains(first),
      (0x21...0x7E).contains(last)
    {
      return String(text)
    }
    guard let first = text.firstIndex(where: { !$0.isWhitespace }),
      let last = text.lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(text[first...last])
  }
}
