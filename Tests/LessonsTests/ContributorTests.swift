import Foundation
import LessonKit
import Testing

@testable import Lessons

/// What the page for contributors says, held against the sources.
@Suite("The page for contributors")
struct ContributorTests {
  private static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  private static let root = tests.deletingLastPathComponent().deletingLastPathComponent()

  private let page: String
  init() throws {
    page = try String(
      contentsOf: Self.root.appendingPathComponent("Lessons/README.md"), encoding: .utf8)
  }

  @Test("shows the lesson that the tests compile, word for word")
  func example() throws {
    let source = try String(
      contentsOf: Self.tests.appendingPathComponent("Halving.swift"), encoding: .utf8)
    #expect(page.contains("```swift\n\(source)```"))
  }

  @Test("shows a lesson that runs, draws and holds")
  func runs() throws {
    let outcome = try Recipe(Halving.self).run(.full)
    for claim in outcome.claims { #expect(claim.isAsRecorded) }
    for format in Pictures.formats([.slide, .notes]) {
      let drawing = try outcome.figure.draw(format, with: Pictures.typesetter)
      let rubric = Rubric(record: drawing.record, outcome: outcome, language: format.language)
      #expect(rubric.violations.isEmpty)
    }
  }

  @Test("names files and folders that exist")
  func paths() {
    let names = page.matches(of: /`((?:Sources|Tests|Lessons|Scripts)\/[\w\/.]+)`/).map {
      String($0.1)
    }
    #expect(names.count > 5)
    for name in names {
      #expect(
        FileManager.default.fileExists(atPath: Self.root.appendingPathComponent(name).path),
        "\(name)")
    }
  }

  @Test("is read in under ten minutes")
  func length() {
    // Two hundred words a minute.
    #expect(page.split(whereSeparator: \.isWhitespace).count < 2000)
  }
}
