import Foundation
import LessonKit
import Testing

@testable import Lessons

@Suite("What the course says") struct StatementTests {
  @Test("a statement stands once, under the name of a lesson, with the row and the source that has it") func form() {
    var (ids, sentences) = (Set<String>(), Set<String>())
    for statement in catalog.statements {
      let id = statement.id
      #expect(ids.insert(id).inserted, "\(id) stands twice")
      #expect(id.wholeMatch(of: /[a-z0-9-]+\.[a-z0-9-]+/) != nil, "\(id)")
      #expect(statement.code.wholeMatch(of: /[A-Z]+\d+/) != nil, "\(id): \(statement.code)")
      let isSource = statement.source.wholeMatch(of: /S\d+/) != nil
      #expect(isSource || statement.source == Statement.unstated, "\(id): \(statement.source)")
      for language in Language.allCases {
        let text = statement.text[language]
        #expect(!text.isEmpty && !text.contains("$"), "\(id)")
        #expect(sentences.insert(text).inserted, "\(id): '\(text)' stands twice")
      }
    }
    #expect(!ids.isEmpty)
  }

  @Test("a verdict that is not 'holds' says what is right, and who says so") func verdicts() {
    for statement in catalog.statements {
      switch statement.recorded {
      case .holds: break
      case .fails(let correct, let source):
        #expect(!correct.english.isEmpty && !correct.chinese.isEmpty && !source.isEmpty)
      case .depends(let condition): #expect(!condition.english.isEmpty && !condition.chinese.isEmpty, "\(statement.id)")
      }
    }
  }

  @Test("each is measured by its lesson, and nothing else is") func measured() {
    let names = Set(catalog.names)
    let stated = Set(catalog.statements.map(\.id).filter { names.contains(Self.lesson(of: $0)) })
    var measured: Set<String> = []
    for file in Sources.lessons where file.parts.first != "Statements" {
      for match in file.text.matches(of: /"([a-z0-9-]+\.[a-z][a-z0-9-]*)"/) {
        let id = String(match.1)
        if names.contains(Self.lesson(of: id)) { measured.insert(id) }
      }
    }
    #expect(stated.subtracting(measured).isEmpty, "stated, not measured")
    #expect(measured.subtracting(stated).isEmpty, "measured, not stated")
    if Sources.excluded.isEmpty {
      let lessons = Set(catalog.statements.map(\.lesson))
      #expect(lessons.subtracting(names).isEmpty, "statements of no lesson")
    }
  }

  private static func lesson(of id: String) -> String { String(id.prefix { $0 != "." }) }
}
