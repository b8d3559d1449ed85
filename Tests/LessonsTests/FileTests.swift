import Foundation
import LessonKit
import PNGCodec
import Testing

@testable import Lessons

/// A PNG file taken apart.
struct Parts {
  var names: [String] = []
  var data: [String: [UInt8]] = [:]
  /// Texts by keyword.
  var texts: [String: String] = [:]

  init(_ file: [UInt8]) {
    var at = 8
    while at + 12 <= file.count {
      let count = Self.number(file, at)
      let name = String(decoding: file[(at + 4)..<(at + 8)], as: UTF8.self)
      let body = Array(file[(at + 8)..<(at + 8 + count)])
      names.append(name)
      data[name] = body
      if name == "iTXt", let end = body.firstIndex(of: 0) {
        // Keyword, compression flag and method, language, translated keyword, text.
        let rest = body[(end + 3)...].split(
          separator: 0, maxSplits: 2, omittingEmptySubsequences: false)
        texts[String(decoding: body[..<end], as: UTF8.self)] = String(
          decoding: rest[2], as: UTF8.self)
      }
      at += 12 + count
    }
  }

  static func number(_ bytes: [UInt8], _ at: Int) -> Int {
    bytes[at..<(at + 4)].reduce(0) { $0 << 8 | Int($1) }
  }
}

@Suite("Files of figures")
struct FileTests {
  private func file(_ drawing: Drawing, _ outcome: Outcome, _ format: Format) throws -> [UInt8] {
    try PNG.encode(
      drawing.bitmap,
      metadata: PNGMetadata(
        pixelsPerInch: format.preset.dpi * format.scale, title: drawing.record.title,
        description: outcome.alt[format.language], software: Plumbline.software,
        comment: "lesson rosenbrock"))
  }

  @Test("files are as slides and documents take them", arguments: Variant.few)
  func chunks(variant: Variant) throws {
    let outcome = try variant.recipe.run(.figure)
    for format in Pictures.formats([.slide, .slide43, .notes, .thumb], view: variant.view) {
      let drawing = try outcome.figure.draw(format, with: Pictures.typesetter)
      let bytes = try file(drawing, outcome, format)
      let parts = Parts(bytes)
      let way = "\(format.preset.name), \(format.theme.name), \(format.language.rawValue)"
      let head = try #require(parts.data["IHDR"])
      #expect(Parts.number(head, 0) == format.preset.width, "\(way)")
      #expect(Parts.number(head, 4) == format.preset.height, "\(way)")
      #expect(head[8] == 8 && [2, 3].contains(head[9]) && head[12] == 0, "\(way)")
      let density = try #require(parts.data["pHYs"])
      #expect(Parts.number(density, 0) == Int((format.preset.dpi / 0.0254).rounded()), "\(way)")
      #expect(Parts.number(density, 4) == Parts.number(density, 0) && density[8] == 1, "\(way)")
      #expect(parts.data["sRGB"] == [0], "\(way)")
      #expect(parts.data["gAMA"].map { Parts.number($0, 0) } == 45455, "\(way)")
      #expect(parts.names.filter { $0 == "tIME" }.isEmpty)
      #expect(parts.texts.keys.sorted() == ["Comment", "Description", "Software", "Title"])
      #expect(parts.texts["Title"] == drawing.record.title, "\(way)")
      #expect(parts.texts["Description"] == outcome.alt[format.language], "\(way)")
      #expect(bytes.count <= 400 * 1024, "\(way): \(bytes.count / 1024) KiB")
    }
  }

  @Test(
    "half a percent of the width is clear on all sides, and at most 12 % is", arguments: Variant.few
  )
  func margins(variant: Variant) throws {
    let outcome = try variant.recipe.run(.figure)
    for format in Pictures.formats(view: variant.view)
    where format.language == .english || format.preset == .slide {
      let drawing = try outcome.figure.draw(format, with: Pictures.typesetter)
      let margins = Self.margins(drawing.bitmap, paper: format.theme.background)
      let way = "\(format.preset.name), \(format.theme.name): \(margins)"
      let (width, height) = (Double(drawing.bitmap.width), Double(drawing.bitmap.height))
      #expect(margins.allSatisfy { Double($0) >= 0.005 * width }, "\(way)")
      let limits = [0.12 * width, 0.12 * width, 0.12 * height, 0.12 * height]
      #expect(zip(margins, limits).allSatisfy { Double($0) <= $1 }, "\(way)")
    }
  }

  /// Pixels at the left, right, top and bottom that are as good as paper.
  private static func margins(_ bitmap: Bitmap, paper: Color) -> [Int] {
    let ground = [paper.bytes.red, paper.bytes.green, paper.bytes.blue].map { Int($0) }
    let (width, height) = (bitmap.width, bitmap.height)
    return bitmap.pixels.withUnsafeBufferPointer { pixels in
      func isInk(_ x: Int, _ y: Int) -> Bool {
        let at = 4 * (y * width + x)
        return abs(Int(pixels[at]) - ground[0]) > 24 || abs(Int(pixels[at + 1]) - ground[1]) > 24
          || abs(Int(pixels[at + 2]) - ground[2]) > 24
      }
      func hasInk(column: Int) -> Bool { (0..<height).contains { isInk(column, $0) } }
      func hasInk(row: Int) -> Bool { (0..<width).contains { isInk($0, row) } }
      return [
        (0..<width).first { hasInk(column: $0) } ?? width,
        (0..<width).first { hasInk(column: width - 1 - $0) } ?? width,
        (0..<height).first { hasInk(row: $0) } ?? height,
        (0..<height).first { hasInk(row: height - 1 - $0) } ?? height,
      ]
    }
  }

  @Test("the plot areas take the better part of a slide", arguments: Variant.rosenbrock)
  func share(variant: Variant) throws {
    let outcome = try variant.recipe.run(.figure)
    var format = Format()
    format.view = variant.view
    let record = try outcome.figure.draw(format, with: Pictures.typesetter).record
    let area = record.axes.map { $0.box.width * $0.box.height }.reduce(0, +)
    #expect(area >= 0.42 * 1920 * 1080)
  }

  @Test("the same command gives the same bytes", arguments: Variant.rosenbrock)
  func same(variant: Variant) throws {
    var files: [[UInt8]] = []
    for _ in 0..<2 {
      let outcome = try variant.recipe.run(.figure)
      var format = Format()
      format.view = variant.view
      let drawing = try outcome.figure.draw(format, with: Pictures.typesetter)
      files.append(try file(drawing, outcome, format))
    }
    #expect(files[0] == files[1])
  }

  @Test("scale 2 doubles the pixels and keeps the placed size")
  func twice() throws {
    let outcome = try Variant(options: [("opt", "adam")]).recipe.run(.figure)
    var format = Format()
    format.scale = 2
    let drawing = try outcome.figure.draw(format, with: Pictures.typesetter)
    let parts = Parts(try file(drawing, outcome, format))
    #expect(drawing.bitmap.width == 3840 && drawing.bitmap.height == 2160)
    let density = try #require(parts.data["pHYs"])
    #expect(Parts.number(density, 0) == Int((288 / 0.0254).rounded()))
  }
}
