import Foundation
import LessonKit
import Testing

@testable import Lessons

@Suite("The catalog")
struct CatalogTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Lessons")

  @Test("every lesson in the folder stands in the catalog, and no other")
  func folder() throws {
    let files = FileManager.default.enumerator(at: Self.folder, includingPropertiesForKeys: nil)
    var found: Set<String> = []
    for case let file as URL in try #require(files) where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: /(?m)^(?:public )?struct (\w+): Lesson \{/) {
        found.insert(String(match.1))
        #expect(file.lastPathComponent == "\(match.1).swift")
      }
    }
    #expect(found == Set(Lessons.catalog.lessons.map { "\($0)" }))
    #expect(!found.isEmpty)
  }

  @Test("every lesson runs at the budget of a figure, and says what it found in both languages")
  func runs() throws {
    for lesson in Lessons.catalog.lessons {
      let outcome = try Recipe(lesson).run(.figure)
      for language in Language.allCases {
        for text in [outcome.figure.title, outcome.figure.subtitle, outcome.caption, outcome.alt] {
          #expect(!text[language].isEmpty, "\(lesson.page.name)")
        }
      }
      #expect(!outcome.series.isEmpty && outcome.series.allSatisfy { !$0.rows.isEmpty })
      #expect(outcome.series.count == Set(outcome.series.map(\.name)).count)
    }
  }

  @Test(
    "a lesson takes --view where its first panel shows a surface, --map where there are colours")
  func maps() throws {
    for lesson in Lessons.catalog.lessons {
      let panels = try Recipe(lesson).run(.figure).figure.panels
      let isPlane = panels[0].marks.contains { $0 is Surface }
      let hasColors = panels.flatMap(\.marks).contains { $0 is Surface || $0 is HeatMap }
      let expected: Page.Map = isPlane ? .plane : hasColors ? .colors : .none
      #expect(lesson.page.map == expected, "\(lesson.page.name)")
    }
  }

  @Test("claims have ids of their lesson, each once, and a code of the list")
  func claims() throws {
    var ids: Set<String> = []
    for lesson in Lessons.catalog.lessons {
      for claim in try Recipe(lesson).run(.figure).claims {
        #expect(ids.insert(claim.id).inserted, "\(claim.id) stands twice")
        #expect(claim.id.hasPrefix(lesson.page.name + "."))
        #expect(claim.code.wholeMatch(of: /[A-Z]+\d+/) != nil, "\(claim.code)")
        #expect(
          claim.source == Claim.unstated || claim.source.wholeMatch(of: /S\d+/) != nil,
          "\(claim.source)")
        for language in Language.allCases {
          #expect(!claim.statement[language].isEmpty && !claim.how[language].isEmpty)
          #expect(!claim.statement[language].contains("$"))
        }
      }
    }
    #expect(!ids.isEmpty)
  }

  @Test("the commands that a lesson shows as examples can be typed")
  func examples() throws {
    for lesson in Lessons.catalog.lessons {
      let page = lesson.page
      #expect(page.examples.count >= 2, "\(page.name)")
      for example in page.examples {
        let words = example.arguments.split(separator: " ").map(String.init)
        let pictureOptions = ["preset", "theme", "lang", "map", "scale", "view"]
        var given: [Options.Given] = []
        for (key, next) in zip(words, words.dropFirst() + ["--"]) where key.hasPrefix("--") {
          let name = String(key.dropFirst(2))
          let value = next.hasPrefix("--") ? "true" : next
          if !pictureOptions.contains(name) { given.append(Options.Given(name, value)) }
        }
        #expect(throws: Never.self) { try Recipe(lesson, given: given) }
      }
    }
  }
}
