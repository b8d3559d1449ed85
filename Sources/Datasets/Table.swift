import Tensors

/// A table of numbers from a CSV file: lines of cells with commas between them, maybe with a header.
///
/// The first line is a header if none of its cells is a number. Cells may stand in double quotes, and
/// have spaces around them; lines end with LF or CRLF. Empty lines at the end do not count.
public struct Table: Sendable, Hashable {
  /// The names in the header; `1`, `2`, … where there is none.
  public let columns: [String]
  /// Every cell: lines × columns.
  public let cells: Tensor
  /// What errors call the file.
  let path: String
  /// The number of the first line with cells, counted from 1.
  let firstLine: Int

  /// Reads a file, packed by gzip or not.
  public init(path: String) throws(DataError) {
    let bytes = try PackedFile.bytes(at: path)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw DataError(path, "no text: its bytes are not UTF-8")
    }
    try self.init(text, path: path)
  }

  /// Reads what a file holds; `path` is what errors call it.
  init(_ text: String, path: String) throws(DataError) {
    var lines = Self.lines(of: text)
    guard let first = lines.first else { throw DataError(path, "an empty file, without a line") }
    let names = try CSVLine.cells(of: first, path: path, line: 1)
    let hasHeader = names.allSatisfy { Typed.number($0) == nil }
    if hasHeader { lines.removeFirst() }
    if lines.isEmpty { throw DataError(path, at: .line(1), "a header without a line after it") }
    columns = hasHeader ? names : (1...names.count).map(String.init)
    (self.path, firstLine) = (path, hasHeader ? 2 : 1)

    var cells: [Double] = []
    cells.reserveCapacity(lines.count * columns.count)
    for (index, line) in lines.enumerated() {
      let texts = try CSVLine.cells(of: line, path: path, line: firstLine + index)
      do { cells += try Self.numbers(texts, columns: columns, isNamed: hasHeader) } catch {
        throw DataError(path, at: .line(firstLine + index), error.reason)
      }
    }
    self.cells = Tensor(cells, shape: [lines.count, columns.count])
  }

  /// The number of the line that a row of cells stood in, counted from 1.
  public func line(ofRow row: Int) -> Int { firstLine + row }

  /// The numbers in the cells of one line.
  private static func numbers(_ texts: [String], columns: [String], isNamed: Bool) throws(BadLine) -> [Double] {
    if let foreign = texts.lazy.compactMap(Self.foreignSeparator).first {
      throw BadLine(reason: "cells are parted by \(foreign); commas are due between cells, and points in numbers (1.5)")
    }
    guard texts.count == columns.count else { throw BadLine(reason: "\(texts.count) cells; \(columns.count) are due") }
    var numbers: [Double] = []
    for (column, text) in texts.enumerated() {
      guard let number = Typed.number(text), number.isFinite else {
        let place = "column \(column + 1)" + (isNamed ? " ('\(columns[column])')" : "")
        let problem = text.isEmpty ? " is empty" : ": '\(text)' is not a finite number"
        throw BadLine(reason: place + problem)
      }
      numbers.append(number)
    }
    return numbers
  }

  /// What parts cells in place of commas, if a cell looks like several.
  private static func foreignSeparator(_ cell: String) -> String? {
    guard Typed.number(cell) == nil else { return nil }
    func isParted(by isSeparator: (Character) -> Bool) -> Bool {
      let pieces = cell.split(omittingEmptySubsequences: false, whereSeparator: isSeparator)
      return pieces.count > 1 && pieces.contains { Typed.number(String($0)) != nil }
    }
    if isParted(by: { $0 == ";" }) { return "semicolons" }
    if isParted(by: { $0 == "\t" }) { return "tabs" }
    return isParted(by: \.isWhitespace) ? "blanks" : nil
  }

  /// What is wrong with a line.
  private struct BadLine: Error { let reason: String }

  /// The lines, those at the end that hold nothing left out.
  private static func lines(of text: String) -> [Substring] {
    let text = text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    while let last = lines.last, last.allSatisfy(\.isWhitespace) { lines.removeLast() }
    return lines
  }
}
