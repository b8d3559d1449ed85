import LessonKit
import Testing

@testable import Lessons

@Suite("The standard")
struct RubricTests {
  @Test("every way to draw the curved valley keeps the standard", arguments: Variant.rosenbrock)
  func rosenbrock(variant: Variant) throws {
    let outcome = try variant.recipe.run(.figure)
    for format in Pictures.formats(view: variant.view) {
      let drawing = try outcome.figure.draw(format, with: Pictures.typesetter)
      let rubric = Rubric(
        record: drawing.record, outcome: outcome, language: format.language,
        minima: [Point(1, 1)])
      let way = "\(format.preset.name), \(format.theme.name), \(format.language.rawValue)"
      #expect(rubric.violations.isEmpty, "\(way)")
      #expect(drawing.record.levels?.scale == .log, "\(way)")
      #expect(drawing.record.levels?.lines.isEmpty == false, "\(way)")
    }
  }

  @Test("every lesson at its defaults keeps the standard")
  func catalog() throws {
    for lesson in Lessons.catalog.lessons {
      let outcome = try Variant(lesson: lesson).recipe.run(.figure)
      for format in Pictures.formats([.slide, .notes]) {
        let drawing = try outcome.figure.draw(format, with: Pictures.typesetter)
        let rubric = Rubric(record: drawing.record, outcome: outcome, language: format.language)
        #expect(rubric.violations.isEmpty, "\(lesson.page.name), \(format.preset.name)")
      }
    }
  }

  @Test("no lesson has texts over each other, or cut off, in any preset")
  func presets() throws {
    for lesson in Lessons.catalog.lessons {
      let outcome = try Variant(lesson: lesson).recipe.run(.figure)
      for format in Pictures.formats() where format.theme == .light {
        let drawing = try outcome.figure.draw(format, with: Pictures.typesetter)
        let rubric = Rubric(record: drawing.record, outcome: outcome, language: format.language)
        let faults = rubric.overlaps + rubric.cutOff
        #expect(faults.isEmpty, "\(lesson.page.name), \(format.preset.name)")
      }
    }
  }
}
