import Foundation
import LessonKit
import Testing

@testable import Lessons

/// The lessons that take digits from the reader's files, and their figures that show them.
@Suite("The reader’s own digits") final class DigitDataTests {
  private let folder = NSTemporaryDirectory() + "digits-\(UUID().uuidString)/my-digits"

  init() throws { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }

  deinit { try? FileManager.default.removeItem(atPath: (folder as NSString).deletingLastPathComponent) }

  /// A lesson, one of its figures, and options that make it quick.
  struct Case: Sendable, CustomTestStringConvertible {
    let lesson: any Lesson.Type
    let figure: String
    let options: [String: String]
    var testDescription: String { figure }
  }

  static let cases = [
    Case(lesson: EarlyStopping.self, figure: "turn", options: ["epochs": "2", "samples": "40"]),
    Case(lesson: EarlyStopping.self, figure: "optimism", options: ["looks": "3"]),
    Case(lesson: Memorisation.self, figure: "shuffled", options: ["epochs": "2", "samples": "40", "seeds": "1"]),
    Case(lesson: DroppedUnits.self, figure: "training", options: ["epochs": "2", "samples": "40", "seeds": "1"]),
    Case(lesson: DroppedUnits.self, figure: "mode", options: ["epochs": "2", "samples": "40"]),
    Case(lesson: Robustness.self, figure: "noise", options: ["epochs": "2", "seeds": "1"]),
  ]

  private func write(_ name: String, _ shape: [Int], _ bytes: [UInt8]) throws {
    let lengths = shape.flatMap { length in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: length >> $0) } }
    try Data([0, 0, 8, UInt8(shape.count)] + lengths + bytes).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
  }

  /// The carried digits as four files, each pixel drawn so many times across and down.
  private func writeDigits(_ count: Int, zoom: Int = 2) throws {
    for (part, data, count) in [("train", LabelledData.carried.train, count), ("t10k", LabelledData.carried.test, 50)] {
      let (pixels, side) = (data.inputs.elements, 8 * zoom)
      let bytes = (0..<count * side * side).map { place in
        let (picture, row, column) = (place / (side * side), place / side % side, place % side)
        return UInt8((255 * pixels[picture * 64 + row / zoom * 8 + column / zoom]).rounded())
      }
      try write("\(part)-images-idx3-ubyte", [count, side, side], bytes)
      try write("\(part)-labels-idx1-ubyte", [count], data.classes.prefix(count).map { UInt8($0) })
    }
  }

  private func figure(_ kind: Case) throws -> Figure {
    var given = kind.options.map { Options.Given($0.key, $0.value) }
    given.append(.init("data", folder))
    let recipe = try Recipe(kind.lesson, given: given)
    return try recipe.draw(recipe.figure(named: kind.figure))
  }

  @Test("stand in the figure, which says whose they are and how many pixels they have", arguments: cases) func drawn(
    kind: Case
  ) throws {
    try writeDigits(450)
    let figure = try figure(kind)
    #expect(figure.foot.english.contains("digits from my-digits") && figure.foot.chinese.contains("数字取自 my-digits"))
    #expect(figure.protocol.english.contains("256–") && !figure.protocol.english.contains("Alpaydin"))
    #expect(figure.protocol.english.contains("digits from my-digits, files of MNIST’s kind"))
  }

  @Test("do not stand in the figure of the carried ones", arguments: cases) func carried(kind: Case) throws {
    let recipe = try Recipe(kind.lesson, given: kind.options.map { Options.Given($0.key, $0.value) })
    let figure = try recipe.draw(recipe.figure(named: kind.figure))
    #expect(!figure.foot.english.contains("digits from") && figure.protocol.english.contains("Alpaydin"))
  }

  @Test("that are damaged are refused with file, place and shape", arguments: cases) func damaged(kind: Case) throws {
    func refusal() -> String { #expect(throws: UnusableInput.self) { try figure(kind) }?.description ?? "" }
    try writeDigits(450)
    try write("train-images-idx3-ubyte", [450, 16, 16], [1, 2, 3])
    #expect(refusal().contains("my-digits/train-images-idx3-ubyte, byte 19: is cut off: 450×16×16 needs 115200 bytes"))
    try writeDigits(450)
    try write("t10k-labels-idx1-ubyte", [3], [1, 2, 3])
    #expect(refusal().contains("my-digits/t10k-labels-idx1-ubyte, byte 4: 3 labels for the 50 images"))
    try writeDigits(450)
    try write("t10k-images-idx3-ubyte", [50, 2, 2], Array(repeating: 7, count: 200))
    #expect(refusal().contains("4 pixels a picture in t10k-images-idx3-ubyte, 256 in train-images-idx3-ubyte"))
    try FileManager.default.removeItem(atPath: "\(folder)/train-labels-idx1-ubyte")
    let missing = #expect(throws: MissingInput.self) { try figure(kind) }
    #expect(missing?.description.contains("no file train-labels-idx1-ubyte") == true)
  }

  @Test("that are too few are refused with a number that is not, or with how many there must be") func few() throws {
    func refusal(_ kind: Case) -> String { #expect(throws: UsageError.self) { try figure(kind) }?.description ?? "" }
    try writeDigits(390)
    #expect(refusal(Self.cases[0]).contains("take --samples 30 or fewer"))
    try writeDigits(30)
    #expect(refusal(Self.cases[0]).contains("at least 370 are needed"))
    #expect(refusal(Self.cases[1]).contains("take --held 11"))
    for kind in [Self.cases[2], Self.cases[3], Self.cases[4]] {
      #expect(refusal(kind).contains("take --samples 30 or fewer"))
    }
    try writeDigits(12)
    #expect(refusal(Self.cases[1]).contains("at least 14 digits are needed"))
  }

  @Test("of a folder whose name a figure cannot show are called the reader’s", arguments: ["数字", "a$b^c", "…", "x y"])
  func names(name: String) throws {
    try writeDigits(20)
    let other = (folder as NSString).deletingLastPathComponent + "/" + name
    try FileManager.default.moveItem(atPath: folder, toPath: other)
    let origin = try #require(try LabelledData(path: other).origin)
    let shown = ["数字": "digits from the reader’s files", "a$b^c": "digits from a-b-c", "x y": "digits from x-y"]
    #expect(origin.english == shown[name] ?? "digits from the reader’s files")
  }
}
