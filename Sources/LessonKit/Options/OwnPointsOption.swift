import Typography

extension Option where Value == OwnPoints {
  /// The reader's own points, `--data FILE.csv`, or none.
  public init(wrappedValue: OwnPoints, help: Phrase? = nil) {
    self.init(wrappedValue, keys: ["data"]) { options, points in try options.takePoints(into: &points, help: help) }
  }
}

extension Options {
  /// Takes `--data`, a CSV file of points.
  mutating func takePoints(into points: inout OwnPoints, help: Phrase?) throws {
    let wanted = Message("a file: --data FILE.csv", zh: "一个文件：--data FILE.csv")
    if let path = try dataPath(wanting: wanted) { points = try OwnPoints(path: path) }
    recordData(
      points.path, placeholder: "FILE.csv", cutting: ".csv",
      help: help ?? Phrase("points of your own: a CSV file of two columns, x and y", zh: "自己的样本点：含 x、y 两列的 CSV 文件"))
  }
}

/// What figures say of the reader's points.
extension OwnPoints {
  /// The file's name without its folders, short enough for a line and set as it is.
  public var name: Phrase { Self.short(path?.split(separator: "/").last.map(String.init) ?? "", 32) }

  /// Whose points they are, and how many: "Your points: prices.csv, 48 points".
  public var source: Phrase { Phrase("Your points: \(name), \(count, "point")", zh: "你的数据：\(name)，\(count) 个点") }

  /// What x is called: by the header, or $x$.
  public var xName: Phrase { columnName(0, or: "$x$") }
  /// What y is called: by the header, or $y$.
  public var yName: Phrase { columnName(1, or: "$y$") }

  private func columnName(_ index: Int, or plain: Phrase) -> Phrase {
    guard columns.count == 2, !columns[index].isEmpty else { return plain }
    let name = columns[index]
    if name.utf8.count == 1, name.allSatisfy(\.isLetter) { return Phrase(same: "$\(name)$") }
    return Self.short(name, 32)
  }

  /// A text of the reader's as a phrase: its middle left out if it is long, without signs that would be read as markup or not be seen.
  static func short(_ text: String, _ most: Int) -> Phrase {
    let seen = String(
      text.map { $0.isNewline || $0 == "\t" || $0.unicodeScalars.contains { $0.value < 32 } ? " " : $0 })
    let half = most / 2
    let cut = seen.count > most ? seen.prefix(half) + "…" + seen.suffix(half - 1) : seen[...]
    return Phrase(same: Typesetter.literal(String(cut)))
  }
}
