/// Numbers behind a figure: named columns and rows.
public struct Series: Sendable, Equatable {
  /// What the rows are of, as in "adam".
  public let name: String
  /// Names of the columns.
  public let columns: [String]
  /// One number a column. Of a run, row k is the state before update k + 1.
  public let rows: [[Double]]

  /// A table; every row has one number a column.
  public init(_ name: String, columns: [String], rows: [[Double]]) {
    for (index, row) in rows.enumerated() {
      require(
        row.count == columns.count,
        "row \(index) of series '\(name)' has \(row.count) numbers for \(columns.count) columns")
    }
    (self.name, self.columns, self.rows) = (name, columns, rows)
  }

  /// A table of what is drawn under a name, with columns named as axes are.
  init(of name: Phrase, _ columns: [Phrase], rows: [[Double]]) {
    self.init(name.word, columns: columns.map(\.word), rows: rows)
  }

  /// The same table under another name.
  public func renamed(_ name: String) -> Series { Series(name, columns: columns, rows: rows) }

  /// The tables under names of their own: the second "adam" is "adam 2"; one without a name is "data".
  public static func unique(_ all: [Series]) -> [Series] {
    var counts: [String: Int] = [:]
    return all.map { series in
      let name = series.name.isEmpty ? "data" : series.name
      counts[name, default: 0] += 1
      let count = counts[name] ?? 1
      return series.renamed(count == 1 ? name : "\(name) \(count)")
    }
  }

  /// The table as the command prints it.
  public var json: JSON {
    ["name": .string(name), "columns": .array(columns.map { .string($0) }), "rows": .array(rows.map { .numbers($0) })]
  }
}
