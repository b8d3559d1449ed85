import Groundwork
import Tensors

/// Examples with labels from a CSV file: each line holds the numbers of one example, and its label, a number or a word.
///
/// The label stands in the column that the header calls `label`, `class` or `y`, else in the last. The first line is a header if
/// none of its cells is a number, or if it has one of these names and no label below is called so. As `Table` otherwise.
public struct LabelledTable: Sendable {
  /// Examples × numbers, and the class of each: its place among the labels.
  public let data: Dataset
  /// The labels, each once: ascending if all are numbers, else in the order of their characters.
  public let labels: [String]
  /// What the column of labels is called; its number where there is no header.
  public let labelColumn: String

  /// The names of a column of labels, the first of them that is there counting.
  public static let names = ["label", "class", "y"]
  /// The most different labels that are told apart.
  public static let mostLabels = 100

  /// Reads a file, packed by gzip or not.
  ///
  /// Throws where it is no table, has more than so many rows or cells, or fewer than two and more than a hundred labels.
  public init(path: String, mostRows: Int = .max, mostCells: Int = .max) throws(DataError) {
    let table = try TableText(TableText.text(at: path), path: path, isHeader: Self.isHeader)
    let (rows, columns, count) = (table.lines.count, table.columns.count, Groundwork.Digits.count as (Int) -> String)
    guard rows <= mostRows, rows <= mostCells / columns else {
      throw DataError(
        path, isTooLarge: true,
        Message(
          "\(count(rows)) rows of \(columns, "cell"); at most \(count(mostRows)) rows and \(count(mostCells)) cells are read",
          zh: "有 \(count(rows)) 行，每行 \(columns) 格；最多读取 \(count(mostRows)) 行、\(count(mostCells)) 格"))
    }
    let place = Self.labelPlace(in: table)
    if columns == 1 {
      try table.refuseSeparators(in: table.cells(ofRow: 0), 0)
      throw DataError(
        path, Message("a single column; a label and at least one number a row are due", zh: "只有一列；每行需要一个标签和至少一个数"))
    }
    var (numbers, found) = ([Double](), [String]())
    numbers.reserveCapacity(rows * (columns - 1))
    for row in 0..<rows {
      let texts = try table.cells(ofRow: row)
      for column in 0..<columns where column != place {
        numbers.append(try table.number(texts, row: row, column: column))
      }
      found.append(try Self.label(texts[place], table, row, place))
    }
    labels = Self.sorted(Set(found))
    labelColumn = table.columns[place]
    try Self.check(labels, in: table, place)
    let classes = Dictionary(uniqueKeysWithValues: labels.enumerated().map { ($0.element, $0.offset) })
    data = Dataset(
      inputs: Tensor(numbers, shape: [rows, columns - 1]), classes: found.compactMap { classes[$0] }, of: labels.count)
  }

  /// Whether the cells of the first line are names, though some are numbers.
  private static func isHeader(_ cells: [String], _ below: ArraySlice<Substring>) -> Bool {
    guard let place = labelPlace(among: cells) else { return false }
    // Labels may be called `y` and `n`: then the word stands further down too.
    return !below.contains { line in
      let cells = (try? CSVLine.cells(of: line, path: "", line: 0)) ?? []
      return cells.indices.contains(place) && names.contains(cells[place].lowercased())
    }
  }

  private static func labelPlace(among columns: [String]) -> Int? {
    let columns = columns.map { $0.lowercased() }
    return names.lazy.compactMap { columns.firstIndex(of: $0) }.first
  }

  private static func labelPlace(in table: TableText) -> Int {
    table.isNamed ? labelPlace(among: table.columns) ?? table.columns.count - 1 : table.columns.count - 1
  }

  /// A label; one that is a number is written in one way: `1.0` is `1`.
  private static func label(_ text: String, _ table: TableText, _ row: Int, _ column: Int) throws(DataError) -> String {
    let number = Typed.number(text)
    guard !text.isEmpty, number?.isFinite != false else {
      let place = table.columnName(column)
      throw table.problem(
        row,
        text.isEmpty
          ? Message("\(place): the label is empty", zh: "\(place)：标签是空的")
          : Message("\(place): the label is '\(text)'", zh: "\(place)：标签是“\(text)”"))
    }
    guard let number else { return text }
    return Int(exactly: number).map { "\($0)" } ?? "\(number)"
  }

  private static func sorted(_ labels: Set<String>) -> [String] {
    let numbers = labels.compactMap { Double($0) }
    guard numbers.count == labels.count else { return labels.sorted() }
    return labels.sorted { (Double($0) ?? 0) < (Double($1) ?? 0) }
  }

  /// Refuses labels that tell nothing, and so many that they are no labels.
  private static func check(_ labels: [String], in table: TableText, _ place: Int) throws(DataError) {
    let column =
      table.isNamed
      ? Message("column '\(table.columns[place])'", zh: "列“\(table.columns[place])”")
      : Message("column \(place + 1)", zh: "第 \(place + 1) 列")
    let elsewhere = Message(
      "if the labels stand elsewhere, call their column 'label' in the header", zh: "若标签在别的列，请在表头把该列命名为“label”")
    guard labels.count > 1 else {
      throw DataError(
        table.path,
        Message(
          "every label in \(column) is '\(labels[0])'; at least two different ones are due; \(elsewhere)",
          zh: "\(column)的标签全是“\(labels[0])”，至少需要两种；\(elsewhere)"))
    }
    guard labels.count <= mostLabels else {
      throw DataError(
        table.path,
        Message(
          "\(labels.count) different labels in \(column); at most \(mostLabels) are told apart; \(elsewhere)",
          zh: "\(column)中有 \(labels.count) 种标签，最多区分 \(mostLabels) 种；\(elsewhere)"))
    }
  }
}
