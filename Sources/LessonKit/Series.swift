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
      precondition(
        row.count == columns.count,
        "row \(index) of series '\(name)' has \(row.count) numbers for \(columns.count) columns")
    }
    (self.name, self.columns, self.rows) = (name, columns, rows)
  }

  /// The table as the command prints it.
  public var json: JSON {
    [
      "name": .string(name), "columns": .array(columns.map { .string($0) }),
      "rows": .array(rows.map { .numbers($0) }),
    ]
  }
}
