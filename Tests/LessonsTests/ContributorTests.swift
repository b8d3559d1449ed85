import Foundation
import LessonKit
import Testing

@testable import Lessons

/// What the page for contributors says, held against the sources.
@Suite("The page for contributors") struct ContributorTests {
  private let page: String

  init() throws { page = try String(contentsOf: Sources.root.appending(path: "Lessons/README.md"), encoding: .utf8) }

  @Test(
    "shows the lesson that the tests compile, word for word",
    arguments: ["Halving", "HalvingStudy", "HalvingClaims", "HalvingStatement"]) func example(file: String) throws
  {
    let path = "Tests/LessonsTests/Halving/\(file).swift"
    let source = try String(contentsOf: Sources.root.appending(path: path), encoding: .utf8)
    #expect(page.contains("```swift\n\(source)```"))
  }

  @Test("shows a lesson whose figure keeps the standard") func keeps() throws {
    let recipe = try Recipe(Halving.self)
    let specimen = Specimen(Halving.self, recipe, recipe.figures[0], words: [], formats: Pictures.formats)
    for sheet in try specimen.shown().sheets {
      let rubric = sheet.rubric
      let faults = sheet.isWhole ? rubric.violations : rubric.overlaps + rubric.cutOff
      #expect(faults.isEmpty, "\(sheet.way)")
    }
    for phrase in [Halving.page.title, Halving.page.question] {
      #expect(ChineseSetting.faults(in: phrase.chinese).isEmpty)
    }
  }

  @Test("names files and folders that exist") func paths() {
    let names = page.matches(of: /`((?:Sources|Tests|Lessons|Scripts)\/[\w\/.]+)`/).map { String($0.1) }
    #expect(names.count > 5)
    for name in names {
      let path = Sources.root.appending(path: name).path
      #expect(FileManager.default.fileExists(atPath: path), "\(name)")
    }
  }

  @Test("names every mark that there is, and no other") func marks() throws {
    let folder = Sources.root.appending(path: "Sources/Plot/Marks")
    var marks: Set<String> = []
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      for match in text.matches(of: /(?m)^public struct (\w+): Mark\b/) { marks.insert(String(match.1)) }
    }
    let table = page.split(separator: "\n").filter { $0.hasPrefix("| `") }
    let named = Set(table.flatMap { $0.split(separator: "|")[0].matches(of: /`(\w+)`/).map { String($0.1) } })
    #expect(marks.subtracting(named).isEmpty, "marks that the page does not name")
  }

  @Test("tells every house rule that a test enforces") func rules() {
    for rule in HouseRule.all { #expect(page.contains(rule.name), "\(rule.name)") }
  }

  @Test("is read in under ten minutes") func length() {
    // Two hundred words a minute, and a third of it code.
    #expect(page.split(whereSeparator: \.isWhitespace).count < 2400)
  }
}
