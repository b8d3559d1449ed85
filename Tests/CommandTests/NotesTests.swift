import Foundation
import Testing

@testable import LessonCommand

@Suite("Documents with markers") struct NotesTests {
  /// What stands in blocks, and nowhere else in these documents.
  private static let sign = "§"

  private static let pieces = [
    "text", "", "  ", "# 中文", "```", "````", "~~~", "```js", "> ```", "- ```", "    ```", "1. a", "> b", "---",
    "lang: zh", "...", "\u{FEFF}", "<!-- lesson a -->", "<!-- lesson a --b 'c d' -->", "  <!-- lesson b -->",
    "> <!-- lesson c -->", "    <!-- lesson code -->", "<!--lesson d-->  ", "<!-- /lesson -->", "  <!-- /lesson -->",
    "> <!-- /lesson -->", "<!-- lesson broken", "<!-- /lesson x -->", "<!-- lessons -->", "a <!-- lesson e --> b", "\t",
    "`", "x\ry",
  ]

  private struct Random: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 33
    }
  }

  /// A document of random lines, with a signed line after some markers as if it had been filled before.
  private func document(_ seed: UInt64) -> String {
    var random = Random(state: seed)
    var text = Bool.random(using: &random) && Bool.random(using: &random) ? "\u{FEFF}" : ""
    let endings = [["\n"], ["\r\n"], ["\n", "\r\n"]].randomElement(using: &random) ?? []
    let count = Int.random(in: 0...12, using: &random)
    for index in 0..<count {
      let piece = Self.pieces.randomElement(using: &random) ?? ""
      let isLast = index == count - 1 && Bool.random(using: &random)
      text += piece + (isLast ? "" : endings.randomElement(using: &random) ?? "")
    }
    return text
  }

  /// Lines with what ends them.
  private func lines(_ text: String) -> [String] {
    var (lines, line) = ([String](), "")
    for scalar in text.unicodeScalars {
      line.unicodeScalars.append(scalar)
      if scalar == "\n" {
        lines.append(line)
        line = ""
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }

  @Test("filling keeps every byte outside the blocks, is undone by taking them out, and done twice changes nothing")
  func kept() throws {
    var filledCount = 0
    for seed in 0..<4000 as Range<UInt64> {
      let text = document(seed &* 0x9E37_79B9_7F4A_7C15)
      let notes = try Notes(Array(text.utf8), name: "a.md")
      #expect(notes.filled(notes.markers.map { _ in nil }) == notes.bytes)
      // Blocks of their own text are replaced: the documents that are compared have none.
      if notes.markers.contains(where: { !notes.bytes[$0.block].isEmpty }) { continue }
      let blocks = notes.markers.map { notes.block([Self.sign, Self.sign + "2"], for: $0) }
      let filled = notes.filled(blocks)
      let again = try Notes(filled, name: "a.md")
      #expect(again.markers.map(\.command) == notes.markers.map(\.command), "\(text.debugDescription)")
      #expect(again.markers.allSatisfy(\.isClosed) && again.markers.map(\.indent) == notes.markers.map(\.indent))
      #expect(
        again.filled(again.markers.map { again.block([Self.sign, Self.sign + "2"], for: $0) }) == filled,
        "\(text.debugDescription)")
      #expect(again.faults.count == notes.faults.count)
      // Undone: signed lines go, and each closing line that was put in.
      var (kept, place, isInside) = ([String](), 0, false)
      for line in lines(String(decoding: filled, as: UTF8.self)) {
        if line.contains(Self.sign) {
          isInside = true
        } else if isInside {
          isInside = false
          if notes.markers[place].isClosed { kept.append(line.replacing(/\ [0-9a-f]{8}\ -->/, with: " -->")) }
          place += 1
        } else {
          kept.append(line)
        }
      }
      let undone = kept.joined()
      let hasEnd = text.unicodeScalars.last == "\n" || notes.markers.isEmpty
      let end = String(decoding: notes.bytes.firstLineEnding, as: UTF8.self)
      #expect(
        Array(undone.utf8) == notes.bytes || !hasEnd && Array(undone.utf8) == notes.bytes + Array(end.utf8),
        "\(text.debugDescription)")
      filledCount += notes.markers.count
    }
    #expect(filledCount > 1000, "the documents do have markers: \(filledCount)")
  }

  @Test("what stands in a block is replaced only if it can be a figure that was written there") func foreign() throws {
    for (block, isFigure) in [
      ("", true), ("\n\n", true), ("![a](b.png)\n", true), ("\n![a](b.png)\n\ncaption\n\n", true),
      ("<figure>\n<img>\n</figure>\n", true), ("<img src=\"a\">\n\ncaption\n", true), ("my text\n", false),
      ("![a](b.png)\n\ncaption\n\nmy text\n", false), ("# heading\n", false),
    ] {
      let notes = try Notes(Array("<!-- lesson a -->\n\(block)<!-- /lesson -->\n".utf8), name: "a.md")
      #expect(notes.isFigure(notes.markers[0]) == isFigure, "\(block)")
    }
    let quoted = try Notes(
      Array("> <!-- lesson a -->\n>\n> ![a](b.png)\n>\n> caption\n>\n> <!-- /lesson -->\n".utf8), name: "a.md")
    #expect(quoted.isFigure(quoted.markers[0]))
  }
}
