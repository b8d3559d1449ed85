extension Option where Value == LabelledData {
  /// Examples to learn from: the carried digits, or those of a directory or a table, `--data`.
  public init(wrappedValue: LabelledData, help: Phrase? = nil) {
    self.init(wrappedValue, keys: ["data"]) { options, data in try options.takeData(into: &data, help: help) }
  }
}

extension Options {
  /// Takes `--data`, a directory with MNIST's files or a CSV file, which stands in for the carried digits.
  mutating func takeData(into data: inout LabelledData, help: Phrase?) throws {
    let wanted = Message(
      "a directory or a file: --data DIR or --data FILE.csv", zh: "一个目录或文件：--data DIR 或 --data FILE.csv")
    if let path = try dataPath(wanting: wanted) { data = try LabelledData(path: path) }
    recordData(data.path, placeholder: "DIR|FILE.csv", cutting: "", help: Self.help("data", help))
  }

  /// The path that is given as `--data`; nil if none is.
  func dataPath(wanting wanted: Message) throws(UsageError) -> String? {
    guard let given = values(for: "data").last else { return nil }
    if given.value.isEmpty { throw UsageError("\(given.spelled) wants \(wanted)", zh: "\(given.spelled) 需要\(wanted)") }
    return given.value
  }

  /// Records `--data`; file names have that of the file without its ending, and a checksum where it is not the whole path.
  mutating func recordData(_ path: String?, placeholder: String, cutting ending: String, help: Phrase) {
    let name = path?.split(separator: "/").last.map(String.init) ?? ""
    let stem = name.hasSuffix(ending) ? String(name.dropLast(ending.count)) : name
    record(
      Declaration(
        key: "data", placeholder: placeholder, range: Message(same: ""), unit: "", help: help, choices: [], initial: "",
        value: path ?? "", json: path.map { .string($0) } ?? .null, differs: path != nil,
        filePart: FileName.part(of: "data-" + stem) + (path == stem + ending ? "" : "-" + FileName.checksum(path ?? ""))
      ))
  }
}

extension LabelledData {
  /// How many to learn from beside those that are held back: as many as are wanted, or as a smaller table has, where the number
  /// is a default that nobody gave.
  public func affordable(_ samples: Int, besides held: Int = 0, isGiven: Bool) -> Int {
    isTable && !isGiven ? min(samples, train.count - held) : samples
  }
}

/// What figures say of the examples.
extension LabelledData {
  /// What the examples are called, several of them.
  public var noun: Phrase { isTable ? Phrase("samples", zh: "样本") : Phrase("digits", zh: "数字") }
  /// One of them.
  public var one: Phrase { isTable ? Phrase("sample", zh: "样本") : Phrase("digit", zh: "数字") }
  /// What a feature of an example is called.
  public var feature: Phrase { side == nil && isTable ? Phrase("feature", zh: "特征") : Phrase("pixel", zh: "像素") }

  /// What a class is called, short enough for the words beside a picture.
  public func name(of place: Int) -> Phrase { OwnPoints.short(labels[place], 12) }

  /// Whose they are, for the foot of a figure: the name of the directory or file; nil for the package's own.
  public var origin: Phrase? {
    guard let path else { return nil }
    let name = path.split(separator: "/").last.map { $0.prefix(24) } ?? ""
    // A figure has a sign for each of these; a name may have others, or be a dot.
    let safe = String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber || "-.".contains($0)) ? $0 : "-" })
    let isShown = !safe.allSatisfy { "-.".contains($0) }
    return isTable
      ? isShown
        ? Phrase("data from \(safe)", zh: "数据取自 \(safe)") : Phrase("data from the reader’s file", zh: "数据取自读者的文件")
      : isShown
        ? Phrase("digits from \(safe)", zh: "数字取自 \(safe)") : Phrase("digits from the reader’s files", zh: "数字取自读者的文件")
  }

  /// Where they come from: their makers, or the reader's files and what was made of them.
  public var source: Phrase {
    guard let origin else {
      return Phrase(
        "E. Alpaydin and C. Kaynak, Optical Recognition of Handwritten Digits, UCI 1998, CC BY 4.0",
        zh: "E. Alpaydin 与 C. Kaynak，Optical Recognition of Handwritten Digits，UCI 1998，CC BY 4.0")
    }
    guard isTable else { return Phrase("\(origin), files of MNIST’s kind", zh: "\(origin)，MNIST 格式的文件") }
    let scaling =
      side == nil
      ? Phrase("each feature scaled to 0…1", zh: "每个特征缩放到 0…1") : Phrase("pixels scaled to 0…1", zh: "像素缩放到 0…1")
    return Phrase(
      "\(origin): a table of \(featureCount, "feature") and \(classCount) classes, its rows shuffled and a fifth of them held out to test on, \(scaling)",
      zh: "\(origin)：含 \(featureCount) 个特征、\(classCount) 个类别的表格，各行打乱，留出五分之一用于测试，\(scaling)")
  }
}
