import ChineseTesting
import Foundation
import Testing

@testable import LessonKit

@Suite("Labelled examples to learn from") final class LabelledDataTests {
  private let folder = NSTemporaryDirectory() + "digits-\(UUID().uuidString)"

  init() throws { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Writes a file in the IDX format: bytes that count upwards, below a bound.
  private func write(_ name: String, _ shape: [Int], below bound: Int = 256, missing: Int = 0) throws {
    let lengths = shape.flatMap { length in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: length >> $0) } }
    let count = shape.reduce(1, *) - missing
    let bytes = [0, 0, 8, UInt8(shape.count)] + lengths + (0..<count).map { UInt8($0 % bound) }
    try Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
  }

  private func writeAll(testPixels: Int = 3) throws {
    try write("train-images-idx3-ubyte", [12, 3, 3])
    try write("train-labels-idx1-ubyte", [12], below: 10)
    try write("t10k-images-idx3-ubyte", [5, testPixels, testPixels])
    try write("t10k-labels-idx1-ubyte", [5], below: 10)
  }

  private func read(_ given: [String]) throws -> (digits: LabelledData, recorded: Declaration) {
    var options = Options(given.map { Options.Given("data", $0) })
    var digits = LabelledData.carried
    try options.takeData(into: &digits, help: nil)
    return (try digits.reading(train: 10, test: 4), try #require(options.declarations.first))
  }

  @Test("without a directory they are the package's, and nothing differs") func carried() throws {
    let (digits, recorded) = try read([])
    #expect(digits.train.count == 1437 && digits.test.count == 360 && digits.side == 8)
    #expect(!recorded.differs && recorded.json.compact == "null" && digits.path == nil)
  }

  @Test("a directory gives the first pictures of both parts, and stands in command and file name") func directory()
    throws
  {
    try writeAll()
    let (digits, recorded) = try read([folder])
    #expect(digits.train.inputs.shape == [10, 9] && digits.test.inputs.shape == [4, 9])
    #expect(digits.train.classes == Array(0..<10) && digits.side == 3)
    #expect(recorded.differs && recorded.words == ["--data", folder])
    #expect(recorded.filePart.hasPrefix("data-digits-"))
    #expect(recorded.json.compact == "\"\(folder)\"")
  }

  @Test("standardised pictures have mean 0 and deviation 1 over those to learn from") func standardized() throws {
    for count in [1, 100, 5000] {
      let digits = LabelledData.carried.standardized(train: count)
      #expect(digits.train.count == min(count, 1437) && digits.test.count == 360)
      let pixels = digits.train.inputs.elements
      let mean = pixels.reduce(0, +) / Double(pixels.count)
      let square = pixels.reduce(0) { $0 + $1 * $1 } / Double(pixels.count)
      #expect(abs(mean) < 1e-10 && abs(square - 1) < 1e-10)
    }
    try write("train-images-idx3-ubyte", [2, 1, 1], below: 1)
    try write("train-labels-idx1-ubyte", [2])
    try write("t10k-images-idx3-ubyte", [2, 1, 1], below: 1)
    try write("t10k-labels-idx1-ubyte", [2])
    #expect(try read([folder]).digits.standardized(train: 2).train.inputs.elements == [0, 0])
  }

  @Test("a directory or a file that is not there is missing input, with the four names") func missing() throws {
    let none = #expect(throws: MissingInput.self) { try read([folder + "/none"]) }
    #expect(none?.description.hasPrefix("input missing: there is no file or directory '\(folder)/none'") == true)
    try writeAll()
    try FileManager.default.removeItem(atPath: folder + "/t10k-labels-idx1-ubyte")
    let one = #expect(throws: MissingInput.self) { try read([folder]) }
    #expect(one?.description.contains("no file t10k-labels-idx1-ubyte or") == true)
    #expect(one?.description.contains("--data wants a directory with MNIST's four files") == true)
    #expect(throws: UsageError.self) { try read([""]) }
  }

  @Test("a file that is wrong, cut off or of another count is named, with how to mend it") func unusable() throws {
    func refusal() -> String {
      let error = #expect(throws: UnusableInput.self) { try read([folder]) }
      #expect(error?.isInChinese == true)
      return error?.description ?? ""
    }
    try writeAll()
    try write("train-images-idx3-ubyte", [12, 3, 3], missing: 1)
    #expect(refusal().contains("train-images-idx3-ubyte, byte 123: is cut off"))
    try writeAll()
    try Data("no".utf8).write(to: URL(fileURLWithPath: folder + "/t10k-images-idx3-ubyte"))
    #expect(refusal().contains("t10k-images-idx3-ubyte, byte 2: no IDX file"))
    try writeAll()
    try write("train-labels-idx1-ubyte", [11], below: 10)
    #expect(refusal().contains("11 labels for the 12 images"))
    try writeAll(testPixels: 2)
    #expect(refusal().contains("4 pixels a picture in t10k-images-idx3-ubyte, 9 in train"))
    try writeAll()
    try write("t10k-images-idx3-ubyte", [0, 3, 3])
    try write("t10k-labels-idx1-ubyte", [0])
    #expect(refusal().contains("no picture in t10k-images-idx3-ubyte"))
    #expect(refusal().contains("get all four anew"))
  }

  /// Rows of a table: a place, something that repeats, and one of two words; features between 0 and 1.
  private func rows(_ count: Int) -> [String] {
    (0..<count).map { "\(Double($0) / Double(count - 1)),\($0 % 5 == 0 ? 1 : 0),\($0 % 3 == 0 ? "red" : "blue")" }
  }
  private func table(_ lines: [String], named name: String = "mine.csv") throws -> LabelledData {
    let path = "\(folder)/\(name)"
    try Data(lines.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: path))
    return try LabelledData(path: path)
  }

  @Test("of a table a fifth is held out, no row is lost, and the order is always the same", arguments: [20, 21, 104])
  func table(count: Int) throws {
    let data = try table(["x,z,label"] + rows(count))
    #expect(data.test.count == count / 5 && data.train.count == count - count / 5)
    #expect(data.labels == ["blue", "red"] && data.isTable && data.side == nil && data.featureCount == 2)
    let xs = (data.train.inputs.elements + data.test.inputs.elements).enumerated().filter { $0.offset % 2 == 0 }
    #expect(xs.map(\.element).sorted() == (0..<count).map { Double($0) / Double(count - 1) })
    #expect(xs.map(\.element) != xs.map(\.element).sorted(), "shuffled")
    let again = try table(["x,z,label"] + rows(count))
    #expect(again.train == data.train && again.test == data.test)
    let few = try data.reading(train: 7, test: 2)
    #expect(few.train == data.train.rows(0..<7) && few.test == data.test.rows(0..<2))
    #expect(abs(data.chance - 100 * Double(count - (count + 2) / 3) / Double(count)) < 1e-9)
  }

  @Test("features are scaled each by its own, pixels all together; one that never changes is 0") func scales() throws {
    let flower = try table((0..<20).map { "\($0),\(1000 + 10 * $0),7,\($0 % 2)" })
    let all = flower.train.inputs.elements + flower.test.inputs.elements
    for feature in 0..<3 {
      let values = all.enumerated().filter { $0.offset % 3 == feature }.map(\.element)
      #expect(values.min() == 0 && values.max() == (feature == 2 ? 0 : 1))
    }
    let picture = try table(
      (0..<20).map { row in (0..<25).map { "\($0 * row)" }.joined(separator: ",") + ",\(row % 2)" })
    #expect(picture.side == 5)
    let columns = Dictionary(grouping: (picture.train.inputs.elements + picture.test.inputs.elements).enumerated()) {
      $0.offset % 25
    }
    for (column, values) in columns { #expect(values.map(\.element).max() == Double(column) / 24) }
    let vast = try table((0..<20).map { "\($0 % 2 == 0 ? "1e308" : "-1e308"),\($0 % 2)" })
    #expect(Set(vast.train.inputs.elements) == [0, 1])
  }

  @Test("a square number of features is a picture from 5×5 on", arguments: [4, 9, 16, 24, 25, 26, 36, 64, 784])
  func squares(features: Int) throws {
    let data = try table(
      (0..<20).map { row in (0..<features).map { "\(($0 + row) % 7)" }.joined(separator: ",") + ",\(row % 2)" })
    #expect(data.side == [25: 5, 36: 6, 64: 8, 784: 28][features])
    #expect(data.feature.english == (data.side == nil ? "feature" : "pixel"))
  }

  @Test("a table says whose it is and what was made of it, in the file’s name too") func words() throws {
    let data = try table(rows(20), named: "my $x$.csv")
    #expect(data.origin?.english == "data from my--x-.csv" && data.origin?.chinese == "数据取自 my--x-.csv")
    #expect(
      data.source.english
        == "data from my--x-.csv: a table of 2 features and 2 classes, its rows shuffled and a fifth of them held out to test on, each feature scaled to 0…1"
    )
    #expect(data.noun.english == "samples" && LabelledData.carried.noun.english == "digits")
    let recorded = try read([folder + "/my $x$.csv"]).recorded
    #expect(recorded.words == ["--data", folder + "/my $x$.csv"] && recorded.filePart.hasPrefix("data-my"))
    let long = try table((0..<20).map { "\($0),\($0 % 2) \(String(repeating: "long ", count: 9))$_" })
    #expect(long.name(of: 0).english.count <= 14)
  }

  @Test(
    "a wrong table is told with its place and how to mend it",
    arguments: [
      ([], "wrong.csv: an empty file"), (["a,label"], "wrong.csv, line 1: a header without a line"),
      (["1,red", "2,blue", "3"], "wrong.csv, line 3: 1 cell; 2 are due"),
      (["1,red", "x,blue"], "wrong.csv, line 2: column 1: 'x' is not a finite number"),
      (["1,red", "NaN,blue"], "wrong.csv, line 2: column 1: 'NaN' is not a finite number"),
      (Array(repeating: "1,red", count: 30), "wrong.csv: every label in column 2 is 'red'"),
      (["1,red"], "wrong.csv: every label in column 2 is 'red'"),
      (["1,red", "2,blue"], "wrong.csv: 2 rows; at least 20 are due"),
      ((0..<30).map { "4,\($0 % 2)" }, "wrong.csv: no number differs between two rows"),
      ((0..<300).map { "4,\($0)" }, "wrong.csv: 300 different labels in column 2; at most 100"),
      (
        Array(repeating: "1,2", count: LabelledData.mostRows + 1),
        "wrong.csv: 100,001 rows of 2 cells; at most 100,000 rows and 50,000,000 cells are read\n  take some at random: (head -n 1 "
      ),
    ]) func wrong(lines: [String], problem: String) throws
  {
    let error = #expect(throws: UnusableInput.self) { try table(lines, named: "wrong.csv") }
    let told = error?.description ?? ""
    #expect(told.hasPrefix("\(folder)/\(problem)"), "\(told)")
    #expect(told.split(separator: "\n").count > 1, "and how to mend it")
    #expect(error?.isInChinese == true)
  }

  @Test("one of MNIST’s files is no table, and is told that the directory is due") func single() throws {
    try writeAll()
    let error = #expect(throws: MissingInput.self) { try LabelledData(path: folder + "/train-images-idx3-ubyte") }
    #expect(error?.description.contains("name the directory around it") == true)
  }

  @Test("more samples than there are rows to learn from are refused with a number that is not") func taking() throws {
    let data = try table(rows(50))
    #expect(try data.taking(40).train.count == 40)
    let error = #expect(throws: UsageError.self) { try data.taking(41) }
    #expect(error?.hints == ["take --samples 40 or fewer"] && error?.message.contains("mine.csv") == true)
  }
}
