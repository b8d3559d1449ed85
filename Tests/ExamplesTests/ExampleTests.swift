import Landscapes
import PNGCodec
import Testing

/// The short programs of the documentation are compiled as they stand there, and run.
@Suite("Examples") struct ExampleTests {
  private static let folder = "\(#filePath)".split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 }
  private static let root = folder.split(separator: "/").dropLast(2).reduce("") { $0 + "/" + $1 }

  @Test("a chart is drawn and saved with one import") func chart() throws {
    let path = "/tmp/plumbline-example-\(getpid()).png"
    defer { unlink(path) }
    try drawChart(to: path)
    let (bitmap, metadata) = try PNG.decode(try Self.bytes(of: path))
    #expect((bitmap.width, bitmap.height) == (1920, 1080))
    #expect(metadata.title == "A larger learning rate falls faster" && metadata.pixelsPerInch == 144)
    #expect(throws: (any Error).self) { try drawChart(to: "/no/such/folder/a.png") }
  }

  @Test("bars over names and labelled dots are drawn in a format of one's own") func comparison() throws {
    let path = "/tmp/plumbline-comparison-\(getpid()).png"
    defer { unlink(path) }
    try drawComparison(to: path)
    let (bitmap, metadata) = try PNG.decode(try Self.bytes(of: path))
    #expect(metadata.title == "新规则的误差最小" && bitmap.pixels[0] < 64)
  }

  @Test("an optimizer of one's own walks down the valley") func optimizer() {
    let walk = walkWithSigns()
    #expect(walk.rule == nil && walk.steps == 10_000 && walk.losses[10_000] < 0.01 * walk.losses[0])
    let own = walkOnOwnLandscape()
    #expect(own.end.length < 1e-3 && own.rule == .adam.with(learningRate: 0.1))
  }

  @Test("exclusive or is learnt") func xor() {
    #expect(zip(learnXOR(), [0, 1, 1, 0]).allSatisfy { abs($0 - $1) < 0.1 })
  }

  @Test("a star is a picture of 200 pixels") func star() throws {
    let (bitmap, _) = try PNG.decode(try drawStar())
    #expect((bitmap.width, bitmap.height) == (200, 200))
    #expect(Set(bitmap.pixels).count > 3)
  }

  @Test(
    "the documentation shows each program word for word",
    arguments: [
      ("Chart", "Plot"), ("Comparison", "Plot"), ("OwnOptimizer", "Landscapes"), ("XOR", "Networks"),
      ("Star", "PNGCodec"),
    ]) func documentation(program: String, module: String) throws
  {
    let code = try Self.text(of: "\(Self.folder)/\(program).swift")
    let article = try Self.text(of: "\(Self.root)/Sources/\(module)/\(module).docc/\(module).md")
    #expect(article.contains("```swift\n\(code)```\n"))
  }

  @Test(
    "the documentation of the command shows the package of one's own word for word",
    arguments: ["Package.swift", "Sources/seminar/main.swift", "Sources/seminar/Bisection.swift"]) func ownPackage(
      file: String
    ) throws
  {
    let code = try Self.text(of: "\(Self.root)/Tests/OwnLessons/\(file)")
    let article = try Self.text(of: "\(Self.root)/Sources/LessonCommand/LessonCommand.docc/LessonCommand.md")
    #expect(article.contains("```swift\n\(code)```\n"))
  }

  private static func bytes(of path: String) throws -> [UInt8] {
    let file = try #require(fopen(path, "rb"), "no file \(path)")
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 22)
    let count = fread(&bytes, 1, bytes.count, file)
    return Array(bytes.prefix(count))
  }

  private static func text(of path: String) throws -> String { String(decoding: try bytes(of: path), as: UTF8.self) }
}
