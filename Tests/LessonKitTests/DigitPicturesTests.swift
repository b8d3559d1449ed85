import Foundation
import Testing

@testable import LessonKit

@Suite("Pictures of digits") final class DigitPicturesTests {
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

  private func read(_ given: [String]) throws -> (digits: DigitPictures, recorded: Declaration) {
    var options = Options(given.map { Options.Given("data", $0) })
    var digits = DigitPictures.carried
    try options.takeDigits(into: &digits, train: 10, test: 4, help: nil)
    return (digits, try #require(options.declarations.first))
  }

  @Test("without a directory they are the package's, and nothing differs") func carried() throws {
    let (digits, recorded) = try read([])
    #expect(digits.train.count == 1437 && digits.test.count == 360 && digits.side == 8)
    #expect(!recorded.differs && recorded.json.compact == "null" && digits.directory == nil)
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
      let digits = DigitPictures.carried.standardized(train: count)
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
    #expect(none?.description.hasPrefix("input missing: there is no directory '\(folder)/none'") == true)
    try writeAll()
    try FileManager.default.removeItem(atPath: folder + "/t10k-labels-idx1-ubyte")
    let one = #expect(throws: MissingInput.self) { try read([folder]) }
    #expect(one?.description.contains("no file t10k-labels-idx1-ubyte or") == true)
    #expect(one?.description.contains("--data wants a directory with MNIST's four files") == true)
    #expect(throws: UsageError.self) { try read([""]) }
  }

  @Test("a file that is wrong, cut off or of another count is named, with how to mend it") func unusable() throws {
    func refusal() -> String { #expect(throws: UnusableInput.self) { try read([folder]) }?.description ?? "" }
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
}
