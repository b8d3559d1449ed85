import Foundation
import LessonKit
import Testing

@testable import Lessons

@Suite("The catalog") struct CatalogTests {
  @Test("every lesson's folder stands in the catalog, and no other lesson") func folders() throws {
    var found: Set<String> = []
    for file in Sources.lessons {
      for match in file.text.matches(of: /(?m)^(?:public )?struct (\w+): Lesson \{/) {
        let name = String(match.1)
        found.insert(name)
        #expect(file.parts.count == 3 && file.parts[1] == name && file.name == "\(name).swift")
      }
    }
    #expect(found == Set(catalog.lessons.map { "\($0)" }))
    let folders = Set(Sources.lessons.filter { $0.parts.count == 3 }.map { $0.parts[1] })
    #expect(folders.subtracting(["Shared"]) == found)
  }

  @Test("a lesson's folder lies in that of its chapter") func chapters() {
    for lesson in catalog.lessons {
      let chapter = lesson.page.chapter.name.split(separator: "-").map(\.capitalized).joined()
      let file = Sources.lessons.first { $0.name == "\(lesson).swift" }
      #expect(file?.parts.first == chapter, "\(lesson.page.name)")
    }
  }

  @Test("the commands that a lesson shows as examples can be typed") func examples() throws {
    for lesson in catalog.lessons {
      let page = lesson.page
      #expect(page.examples.count >= 2, "\(page.name)")
      for example in page.examples {
        #expect(throws: Never.self, "\(page.name) \(example.arguments)") {
          let line = try ExampleLine(example, of: lesson)
          try line.recipe.checkUse(of: [line.recipe.figure(named: line.figure)])
        }
      }
    }
  }

  @Test("figures have names of their own, in small letters, and use options that exist") func figures() throws {
    for lesson in catalog.lessons {
      let recipe = try Recipe(lesson)
      let names = recipe.figures.map { $0.name }
      #expect(!names.isEmpty && Set(names).count == names.count, "\(lesson.page.name)")
      let keys = recipe.declarations.map(\.key)
      for figure in recipe.figures {
        let way = "\(lesson.page.name) \(figure.name)"
        #expect(figure.name.wholeMatch(of: /[a-z][a-z0-9-]*/) != nil && figure.name != "all", "\(way)")
        #expect(Set(figure.uses ?? []).isSubset(of: keys), "\(way)")
        #expect(!figure.shows.english.isEmpty && !figure.shows.chinese.isEmpty, "\(way)")
        #expect(Headline(figure.shows).fits, "\(way)")
      }
    }
  }

  @Test(
    "every figure has words for the lecturer, a question to ask before, and its conditions", arguments: Specimen.figures
  ) func words(specimen: Specimen) throws {
    let figure = try specimen.shown().figure
    for language in Language.allCases {
      #expect(!figure.talk[language].isEmpty && !figure.ask[language].isEmpty)
      #expect(!figure.protocol[language].isEmpty || !figure.foot[language].isEmpty)
    }
    #expect(["?", "？"].contains(figure.ask.english.last.map { String($0) } ?? ""))
  }

  @Test("every figure has numbers behind it, in tables with names of their own", arguments: Specimen.figures)
  func tables(specimen: Specimen) throws {
    let figure = try specimen.shown().figure
    let tables = figure.series
    // A diagram has none.
    if figure.panels.flatMap(\.marks).contains(where: { $0.kind != nil }) { #expect(!tables.isEmpty) }
    #expect(tables.allSatisfy { !$0.rows.isEmpty && !$0.name.isEmpty })
    #expect(tables.count == Set(tables.map(\.name)).count)
  }

  @Test("a lesson takes --view where a figure shows a plane, and only there", arguments: Specimen.figures) func views(
    specimen: Specimen
  ) throws {
    let recipe = try Recipe(specimen.lesson)
    let figure = try recipe.figure(named: specimen.figureName)
    let hasPlane = try specimen.shown().figure.panels.contains { panel in
      panel.scene == nil && panel.marks.contains { $0 is Surface || $0 is Basins }
    }
    if figure.hasView { #expect(hasPlane, "\(specimen)") }
  }
}
