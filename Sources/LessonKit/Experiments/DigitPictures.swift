/// Labelled pictures of digits to learn from: those that the package carries, or MNIST's from the reader's disk.
public struct DigitPictures: Sendable {
  /// What to learn from: pictures × pixels.
  public let train: Dataset
  /// What to be tested on, pictures of the same size.
  public let test: Dataset
  /// Where they came from; nil for the package's own.
  public let directory: String?

  /// The package's own, 8×8 pixels: the first 1,437 to learn from, the last 360 to be tested on.
  public static var carried: DigitPictures { DigitPictures(train: Digits.train, test: Digits.test, directory: nil) }

  private init(train: Dataset, test: Dataset, directory: String?) {
    (self.train, self.test, self.directory) = (train, test, directory)
  }

  /// The first pictures of MNIST's two parts, from a directory with its four files.
  ///
  /// Throws `MissingInput` where the directory or a file is not there, `UnusableInput` where it is not as it should be.
  public init(directory: String, train trainCount: Int, test testCount: Int) throws {
    let mnist: MNIST
    guard access(directory, F_OK) == 0 else {
      throw MissingInput("input missing: there is no directory '\(directory)'", hints: Self.files)
    }
    do { mnist = try MNIST(directory: directory, limit: max(trainCount, testCount)) } catch {
      guard error.isMissing else { throw UnusableInput("\(error)", hints: Self.mending) }
      throw MissingInput("input missing: \(error)", hints: Self.files)
    }
    let (train, test) = (mnist.train, mnist.test)
    guard train.count > 0, test.count > 0 else {
      let name = train.count == 0 ? "train" : "t10k"
      throw UnusableInput("\(directory): no picture in \(name)-images-idx3-ubyte", hints: Self.mending)
    }
    guard train.inputs.shape[1] == test.inputs.shape[1] else {
      throw UnusableInput(
        "\(directory): \(test.inputs.shape[1]) pixels a picture in t10k-images-idx3-ubyte, "
          + "\(train.inputs.shape[1]) in train-images-idx3-ubyte", hints: Self.mending)
    }
    self.init(
      train: train.rows(0..<min(trainCount, train.count)), test: test.rows(0..<min(testCount, test.count)),
      directory: directory)
  }

  /// The pictures as a network takes them: the first so many to learn from, and pixels with mean 0 and deviation 1 over those.
  public func standardized(train count: Int) -> DigitPictures {
    let first = train.rows(0..<min(count, train.count))
    let (pixels, size) = (first.inputs.elements, Double(first.inputs.count))
    let mean = pixels.reduce(0, +) / size
    let variance = pixels.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / size
    let deviation = variance > 0 ? variance.squareRoot() : 1
    func scaled(_ data: Dataset) -> Dataset {
      Dataset(inputs: data.inputs.map { ($0 - mean) / deviation }, classes: data.classes, of: 10)
    }
    return DigitPictures(train: scaled(first), test: scaled(test), directory: directory)
  }

  /// Whose digits they are, for the foot of a figure: the directory's name; nil for the package's own.
  public var origin: Phrase? {
    guard let directory else { return nil }
    let name = directory.split(separator: "/").last.map { $0.prefix(24) } ?? ""
    // A figure has a sign for each of these; a name may have others, or be a dot.
    let safe = String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber || "-.".contains($0)) ? $0 : "-" })
    return safe.allSatisfy { "-.".contains($0) }
      ? Phrase("digits from the reader’s files", zh: "数字取自读者的文件") : Phrase("digits from \(safe)", zh: "数字取自 \(safe)")
  }

  /// Where the digits come from, with their makers or the directory.
  public var source: Phrase {
    guard let origin else {
      return Phrase(
        "E. Alpaydin and C. Kaynak, Optical Recognition of Handwritten Digits, UCI 1998, CC BY 4.0",
        zh: "E. Alpaydin 与 C. Kaynak，Optical Recognition of Handwritten Digits，UCI 1998，CC BY 4.0")
    }
    return Phrase("\(origin), files of MNIST’s kind", zh: "\(origin)，MNIST 格式的文件")
  }

  /// Pixels of a side; pictures are square, or else this is nil.
  public var side: Int? {
    let pixels = train.inputs.shape[1]
    let side = Int(Double(pixels).squareRoot().rounded())
    return side * side == pixels ? side : nil
  }

  private static let files = [
    "--data wants a directory with MNIST's four files, packed by gzip or not: "
      + "train-images-idx3-ubyte, train-labels-idx1-ubyte, t10k-images-idx3-ubyte, " + "t10k-labels-idx1-ubyte",
    "without --data the lesson takes the digits that it carries",
  ]
  private static let mending = [
    "the file is damaged, or not MNIST's: get all four anew from one place",
    "without --data the lesson takes the digits that it carries",
  ]
}

extension Option where Value == DigitPictures {
  /// Digits to learn from: the carried ones, or the first so many of MNIST's files in a directory, `--data`.
  public init(wrappedValue: DigitPictures, train: Int, test: Int, help: Phrase? = nil) {
    self.init(wrappedValue, keys: ["data"]) { options, digits in
      try options.takeDigits(into: &digits, train: train, test: test, help: help)
    }
  }
}

extension Options {
  /// Takes `--data`, a directory with MNIST's files, of which the first pictures stand in for the carried digits.
  mutating func takeDigits(into digits: inout DigitPictures, train: Int, test: Int, help: Phrase?) throws {
    if let given = values(for: "data").last {
      if given.value.isEmpty { throw UsageError("\(given.spelled) wants a directory") }
      digits = try DigitPictures(directory: given.value, train: train, test: test)
    }
    let path = digits.directory
    let name = path?.split(separator: "/").last.map(String.init) ?? ""
    record(
      Declaration(
        key: "data", placeholder: "DIR", range: "", unit: "", help: Self.help("data", help), choices: [], initial: "",
        value: path ?? "", json: path.map { .string($0) } ?? .null, differs: path != nil,
        filePart: FileName.part(of: "data-" + name) + (path == name ? "" : "-" + FileName.checksum(path ?? ""))))
  }
}
