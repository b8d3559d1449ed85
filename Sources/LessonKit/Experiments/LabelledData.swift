/// Labelled examples to learn from: the digits that the package carries, MNIST's from the reader's disk, or the reader's table.
public struct LabelledData: Sendable {
  /// What to learn from: examples × features, pixels for instance.
  public let train: Dataset
  /// What to be tested on, examples with as many features.
  public let test: Dataset
  /// What the classes are called.
  public let labels: [String]
  /// Where they came from.
  public let kind: Kind

  /// Where examples come from.
  public enum Kind: Sendable, Hashable {
    /// The package.
    case carried
    /// A directory with MNIST's four files.
    case folder(String)
    /// A CSV file.
    case table(String)
  }

  /// The package's own digits, 8×8 pixels: the first 1,437 to learn from, the last 360 to be tested on.
  public static var carried: LabelledData {
    LabelledData(train: Digits.train, test: Digits.test, labels: digits, kind: .carried)
  }

  private static let digits = (0...9).map { "\($0)" }

  private init(train: Dataset, test: Dataset, labels: [String], kind: Kind) {
    (self.train, self.test, self.labels, self.kind) = (train, test, labels, kind)
  }

  /// Reads a directory with MNIST's files, or a table, of which a random fifth is to be tested on.
  ///
  /// Of MNIST one picture of either part is read; `reading` takes more. Throws `MissingInput` where something is not there,
  /// `UnusableInput` where it is not as it should be.
  public init(path: String) throws {
    var info = stat()
    guard stat(path, &info) == 0 else {
      throw MissingInput(
        errno == ENOENT || errno == ENOTDIR
          ? Message("input missing: there is no file or directory '\(path)'", zh: "缺少输入：没有文件或目录“\(path)”")
          : Message("input missing: cannot be looked at: '\(path)'", zh: "缺少输入：无法查看“\(path)”"), hints: Self.wanted)
    }
    // One of MNIST's files is no table, and is told that the directory is due.
    let isOfMNIST = path.hasSuffix("-ubyte") || path.hasSuffix("-ubyte.gz")
    if info.st_mode & S_IFMT == S_IFDIR || isOfMNIST {
      try self.init(directory: path, train: 1, test: 1)
    } else {
      try self.init(table: path)
    }
  }

  /// The first pictures of MNIST's two parts, from a directory with its four files.
  private init(directory: String, train trainCount: Int, test testCount: Int) throws {
    let mnist: MNIST
    do { mnist = try MNIST(directory: directory, limit: max(trainCount, testCount)) } catch {
      guard error.isMissing else { throw UnusableInput(error.told, hints: Self.mending) }
      throw MissingInput("input missing: \(error.told)", zh: "缺少输入：\(error.told)", hints: Self.wanted)
    }
    let (train, test) = (mnist.train, mnist.test)
    guard train.count > 0, test.count > 0 else {
      let name = train.count == 0 ? "train" : "t10k"
      throw UnusableInput(
        "\(directory): no picture in \(name)-images-idx3-ubyte", zh: "\(directory)：\(name)-images-idx3-ubyte 中没有图片",
        hints: Self.mending)
    }
    guard train.inputs.shape[1] == test.inputs.shape[1] else {
      let (tested, learned) = (test.inputs.shape[1], train.inputs.shape[1])
      throw UnusableInput(
        "\(directory): \(tested) pixels a picture in t10k-images-idx3-ubyte, \(learned) in train-images-idx3-ubyte",
        zh: "\(directory)：t10k-images-idx3-ubyte 中每幅图片 \(tested) 像素，train-images-idx3-ubyte 中 \(learned) 像素",
        hints: Self.mending)
    }
    self.init(
      train: train.rows(0..<min(trainCount, train.count)), test: test.rows(0..<min(testCount, test.count)),
      labels: Self.digits, kind: .folder(directory))
  }

  /// The rows of a CSV file in random order, always the same: four fifths to learn from, the rest to be tested on.
  ///
  /// Features are scaled to 0...1: pixels all by the least and greatest of the table, other features each by its own.
  private init(table path: String) throws {
    let table: LabelledTable
    do { table = try LabelledTable(path: path, mostRows: Self.mostRows, mostCells: Self.mostCells) } catch {
      guard error.isMissing else {
        throw UnusableInput(error.told, hints: error.isTooLarge ? Self.sampling(path) : Self.tables)
      }
      throw MissingInput("input missing: \(error.told)", zh: "缺少输入：\(error.told)", hints: Self.wanted)
    }
    let data = table.data
    guard data.count >= Self.fewestRows else {
      throw UnusableInput(
        "\(path): \(data.count, "row"); at least \(Self.fewestRows) are due, a fifth of them to be tested on",
        zh: "\(path)：只有 \(data.count) 行；至少需要 \(Self.fewestRows) 行，其中五分之一用于测试", hints: Self.tables)
    }
    guard let inputs = data.inputs.scaledToUnit(together: Self.side(of: data) != nil) else {
      throw UnusableInput(
        "\(path): no number differs between two rows; there is nothing to learn", zh: "\(path)：各行的数都相同，没有可学的内容",
        hints: Self.tables)
    }
    var order = SeededGenerator(seed: 0)
    let rows = Dataset(inputs: inputs, classes: data.classes, of: data.classCount).shuffled(using: &order)
    let (train, test) = rows.split(at: data.count - data.count / 5)
    self.init(train: train, test: test, labels: table.labels, kind: .table(path))
  }

  /// The first so many of either part: of MNIST's read anew, of a table taken, of the carried digits all.
  public func reading(train trainCount: Int, test testCount: Int) throws -> LabelledData {
    switch kind {
    case .carried: self
    case .folder(let path): try LabelledData(directory: path, train: trainCount, test: testCount)
    case .table:
      LabelledData(
        train: train.rows(0..<min(trainCount, train.count)), test: test.rows(0..<min(testCount, test.count)),
        labels: labels, kind: kind)
    }
  }

  /// So many to learn from, and as many to be tested on as the package carries digits, or fewer.
  ///
  /// Throws `UsageError` where there are fewer to learn from.
  public func taking(_ samples: Int) throws -> LabelledData {
    let all = try reading(train: samples, test: Self.carried.test.count)
    let count = all.train.count
    guard samples > count else { return all }
    let fewer = count < 10 ? Message.needed(10) : .fewer("--samples \(count)")
    switch kind {
    case .carried:
      throw UsageError(
        "--samples \(samples) is more than the \(count, "digit") that the lesson carries",
        zh: "--samples \(samples) 超过课例自带的 \(count) 个数字",
        hints: [
          Message("\(fewer), or MNIST’s 60,000 with --data DIR", zh: "\(fewer)，或用 --data DIR 给出 MNIST 的 60,000 个")
        ])
    case .folder(let path):
      throw UsageError(
        "--samples \(samples) is more than the \(count, "digit") in \(path)",
        zh: "--samples \(samples) 超过 \(path) 中的 \(count) 个数字", hints: [fewer])
    case .table(let path):
      throw UsageError(
        "--samples \(samples) is more than the \(count, "row") of \(path) not held out to test on",
        zh: "--samples \(samples) 超过 \(path) 中未留作测试的 \(count) 行", hints: [fewer])
    }
  }

  /// The examples as a network takes them: the first so many to learn from, and features with mean 0 and deviation 1 over those,
  /// all taken together.
  public func standardized(train count: Int) -> LabelledData {
    let first = train.rows(0..<min(count, train.count))
    let (pixels, size) = (first.inputs.elements, Double(first.inputs.count))
    let mean = pixels.reduce(0, +) / size
    let variance = pixels.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / size
    let deviation = variance > 0 ? variance.squareRoot() : 1
    func scaled(_ data: Dataset) -> Dataset { data.mapInputs { ($0 - mean) / deviation } }
    return LabelledData(train: scaled(first), test: scaled(test), labels: labels, kind: kind)
  }

  /// How many features an example has.
  public var featureCount: Int { train.inputs.shape[1] }
  /// How many classes there are.
  public var classCount: Int { labels.count }
  /// The path as the reader gave it; nil for the package's own.
  public var path: String? {
    switch kind {
    case .carried: nil
    case .folder(let path), .table(let path): path
    }
  }
  /// Whether they are the rows of a table.
  public var isTable: Bool { if case .table = kind { true } else { false } }

  /// Pixels of a side where the examples are square pictures; else nil.
  public var side: Int? { Self.side(of: train, fewest: isTable ? Self.fewestPixels : 1) }

  private static func side(of data: Dataset, fewest: Int = fewestPixels) -> Int? {
    let pixels = data.inputs.shape[1]
    let side = Int(Double(pixels).squareRoot().rounded())
    return side * side == pixels && pixels >= fewest ? side : nil
  }

  /// The share of right answers, in percent, that guessing comes to: always the class that most examples have.
  public var chance: Double {
    guard isTable else { return 100 / Double(classCount) }
    let counts = Dictionary(grouping: train.classes + test.classes) { $0 }.values.map(\.count)
    return 100 * Double(counts.max() ?? 0) / Double(train.count + test.count)
  }

  static let fewestRows = 20
  static let mostRows = 100_000
  static let mostCells = 50_000_000
  /// Fewer features, though a square number of them, are no picture: a flower's four measures are not.
  static let fewestPixels = 25

  private static let carriedInstead = Message(
    "without --data the lesson takes the digits that it carries", zh: "不给 --data 时，课例使用自带的手写数字")
  private static let names =
    "train-images-idx3-ubyte, train-labels-idx1-ubyte, t10k-images-idx3-ubyte, t10k-labels-idx1-ubyte"
  private static let wanted = [
    Message(
      "--data wants a directory with MNIST's four files, packed by gzip or not: \(names)",
      zh: "--data 需要一个存放 MNIST 四个文件的目录，用 gzip 压缩与否均可：\(names)"),
    Message(
      "or a table FILE.csv: a row for each example, its numbers and its label", zh: "或一个表格 FILE.csv：每个样本一行，写它的各个数和标签"),
    carriedInstead,
  ]
  private static let mending = [
    Message(
      "the file is damaged, or not MNIST's: get all four anew from one place", zh: "文件已损坏，或不是 MNIST 的文件：请从同一处重新取得全部四个文件"
    ), carriedInstead,
  ]
  private static let tables = [
    Message(
      """
      --data wants a table of numbers, commas between them, and a label a row: a number or a word, in the column that the header \
      calls label, class or y, else in the last
      """, zh: "--data 需要一个数表，各数之间用逗号，每行一个标签：数或词，写在表头名为 label、class 或 y 的列，没有则写在最后一列"), carriedInstead,
  ]

  private static func sampling(_ path: String) -> [Message] {
    let file = ShellWord.quoted(path)
    let draw = "(head -n 1 \(file); tail -n +2 \(file) | shuf -n 10000) > some.csv"
    return [Message("take some at random: \(draw)", zh: "随机取一部分：\(draw)")]
  }
}

extension Tensor {
  /// Rows of features from 0, the least, to 1, the greatest: of all features together, or of each alone; nil where nothing differs.
  ///
  /// A feature that is the same in all rows becomes 0.
  func scaledToUnit(together areTogether: Bool) -> Tensor? {
    let (rows, columns) = (shape[0], shape[1])
    var (low, high) = ([Double](repeating: .infinity, count: columns), [Double](repeating: -.infinity, count: columns))
    let values = elements
    for (place, value) in values.enumerated() {
      low[place % columns] = min(low[place % columns], value)
      high[place % columns] = max(high[place % columns], value)
    }
    if areTogether, let least = low.min(), let greatest = high.max() {
      low = low.map { _ in least }
      high = high.map { _ in greatest }
    }
    guard zip(low, high).contains(where: { $0 < $1 }) else { return nil }
    let scaled = values.enumerated().map { place, value -> Double in
      // Halves, since the whole range may be beyond all numbers.
      let (from, to) = (low[place % columns] / 2, high[place % columns] / 2)
      return from < to ? (value / 2 - from) / (to - from) : 0
    }
    return Tensor(scaled, shape: [rows, columns])
  }
}
