import Groundwork

/// The lines of a table before their cells are read, and the names of its columns.
struct TableText {
  /// What errors call the file.
  let path: String
  /// The names in the header; `1`, `2`, … where there is none.
  let columns: [String]
  /// Whether there is a header.
  let isNamed: Bool
  /// The lines with cells, those at the end that hold nothing left out.
  let lines: [Substring]

  /// Reads a file, packed by gzip or not.
  static func text(at path: String) throws(DataError) -> String {
    let bytes = try PackedFile.bytes(at: path)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw DataError(path, Message("no text: its bytes are not UTF-8", zh: "不是文本：字节不是 UTF-8"))
    }
    return text
  }

  /// Parts a text into lines.
  ///
  /// The first is a header if none of its cells is a number, or if `isHeader` says so of its cells and the lines below.
  init(_ text: String, path: String, isHeader: ([String], ArraySlice<Substring>) -> Bool = { _, _ in false })
    throws(DataError)
  {
    let lines = Self.lines(of: text)
    guard let first = lines.first else {
      throw DataError(path, Message("an empty file, without a line", zh: "文件是空的，没有一行"))
    }
    let names = try CSVLine.cells(of: first, path: path, line: 1)
    isNamed = names.allSatisfy { Typed.number($0) == nil } || isHeader(names, lines.dropFirst())
    if isNamed && lines.count == 1 {
      throw DataError(path, at: .line(1), Message("a header without a line after it", zh: "只有表头，后面没有数据"))
    }
    (self.path, columns) = (path, isNamed ? names : (1...names.count).map(String.init))
    self.lines = isNamed ? Array(lines.dropFirst()) : lines
  }

  /// The number of the first line with cells, counted from 1.
  var firstLine: Int { isNamed ? 2 : 1 }

  /// The texts in the cells of a row, as many as there are columns.
  func cells(ofRow row: Int) throws(DataError) -> [String] {
    let texts = try CSVLine.cells(of: lines[row], path: path, line: firstLine + row)
    guard texts.count == columns.count else {
      try refuseSeparators(in: texts, row)
      throw problem(
        row,
        Message(
          "\(texts.count, "cell"); \(columns.count) \(columns.count == 1 ? "is" : "are") due",
          zh: "有 \(texts.count) 格，应为 \(columns.count) 格"))
    }
    return texts
  }

  /// The number in a cell.
  func number(_ texts: [String], row: Int, column: Int) throws(DataError) -> Double {
    if let number = Typed.number(texts[column]), number.isFinite { return number }
    try refuseSeparators(in: [texts[column]], row)
    let (place, text) = (columnName(column), texts[column])
    throw problem(
      row,
      text.isEmpty
        ? Message("\(place) is empty", zh: "\(place)是空的")
        : Message("\(place): '\(text)' is not a finite number", zh: "\(place)：“\(text)”不是有限数"))
  }

  /// What errors call a column: its number, and its name in the header.
  func columnName(_ column: Int) -> Message {
    Message(
      "column \(column + 1)\(isNamed ? " ('\(columns[column])')" : "")",
      zh: "第 \(column + 1) 列\(isNamed ? "（“\(columns[column])”）" : "")")
  }

  /// What is wrong with a row.
  func problem(_ row: Int, _ reason: Message) -> DataError { DataError(path, at: .line(firstLine + row), reason) }

  /// Refuses cells that look like several, parted by something else than commas.
  func refuseSeparators(in texts: [String], _ row: Int) throws(DataError) {
    guard let foreign = texts.lazy.compactMap(Self.foreignSeparator).first else { return }
    throw problem(
      row,
      Message(
        "cells are parted by \(foreign); commas are due between cells, and points in numbers (1.5)",
        zh: "各格之间用的是\(foreign)；应该用逗号隔开，小数点用句点 (1.5)"))
  }

  /// What parts cells in place of commas, if a cell looks like several.
  private static func foreignSeparator(_ cell: String) -> Message? {
    guard Typed.number(cell) == nil else { return nil }
    func isParted(by isSeparator: (Character) -> Bool) -> Bool {
      let pieces = cell.split(omittingEmptySubsequences: false, whereSeparator: isSeparator)
      return pieces.count > 1 && pieces.contains { Typed.number(String($0)) != nil }
    }
    if isParted(by: { $0 == ";" }) { return Message("semicolons", zh: "分号") }
    if isParted(by: { $0 == "\t" }) { return Message("tabs", zh: "制表符") }
    return isParted(by: \.isWhitespace) ? Message("blanks", zh: "空格") : nil
  }

  /// The lines, those at the end that hold nothing left out.
  private static func lines(of text: String) -> [Substring] {
    let bytes = (text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]).utf8
    let (feed, carriage) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
    // Where lines end with a return and no line feed, returns part them.
    let end = bytes.contains(feed) ? feed : carriage
    var lines = bytes.split(separator: end, omittingEmptySubsequences: false).map { line in
      Substring(line.last == carriage ? line.dropLast() : line)
    }
    while let last = lines.last, last.allSatisfy(\.isWhitespace) { lines.removeLast() }
    return lines
  }
}
