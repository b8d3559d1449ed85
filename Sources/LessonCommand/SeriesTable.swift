import LessonKit
import Plot

/// Series as one table of comma-separated values (RFC 4180): the name of the series, then every column that one of them has.
struct SeriesTable {
  let text: String

  init(_ series: [Series]) {
    var columns: [String] = []
    for name in series.flatMap(\.columns) where !columns.contains(name) { columns.append(name) }
    var lines = [(["series"] + columns).map(Self.cell).joined(separator: ",")]
    for one in series {
      let places = columns.map { name in one.columns.firstIndex(of: name) }
      let name = Self.cell(one.name)
      for row in one.rows {
        let cells = places.map { place in place.map { Self.number(row[$0]) } ?? "" }
        lines.append(([name] + cells).joined(separator: ","))
      }
    }
    text = lines.map { $0 + "\n" }.joined()
  }

  /// A number that reads back exactly.
  private static func number(_ value: Double) -> String {
    value.isFinite ? JSON.spelling(of: value) : value.isNaN ? "nan" : value > 0 ? "inf" : "-inf"
  }

  private static func cell(_ text: String) -> String {
    let isPlain = !text.contains { "\",\n\r".contains($0) }
    return isPlain ? text : "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  /// Whether the bytes of a file are such a table: a column `series` and then numbers alone.
  static func isOurs(_ bytes: [UInt8]) -> Bool {
    guard bytes.starts(with: "series,".utf8), let text = String(validating: bytes, as: UTF8.self) else { return false }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let count = cells(lines[0]).count
    return lines.last == "" && lines.count > 2
      && lines.dropFirst().dropLast().allSatisfy { line in
        let row = cells(line)
        return row.count == count && row.dropFirst().allSatisfy { $0.isEmpty || Double($0) != nil }
      }
  }

  private static func cells(_ line: Substring) -> [Substring] {
    var isQuoted = false
    return line.split(omittingEmptySubsequences: false) { character in
      if character == "\"" { isQuoted.toggle() }
      return character == "," && !isQuoted
    }
  }
}
