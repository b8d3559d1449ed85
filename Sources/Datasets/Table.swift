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
  private let firstLine: Int

  /// Reads a file, packed by gzip or not.
  public init(path: String) throws(DataError) {
    let text = try TableText(TableText.text(at: path), path: path)
    (self.path, columns, firstLine) = (path, text.columns, text.firstLine)
    var cells: [Double] = []
    cells.reserveCapacity(text.lines.count * columns.count)
    for row in text.lines.indices {
      let texts = try text.cells(ofRow: row)
      for column in columns.indices { cells.append(try text.number(texts, row: row, column: column)) }
    }
    self.cells = Tensor(cells, shape: [text.lines.count, columns.count])
  }

  /// The number of the line that a row of cells stood in, counted from 1.
  public func line(ofRow row: Int) -> Int { firstLine + row }
}
