import LessonKit
import Testing

@Suite("Items of the standard") struct RubricItemTests {
  @Test("the figures that are spoilt keep all of them", arguments: Model.allCases) func models(model: Model) throws {
    let found = try model.rubric.violations
    #expect(found.isEmpty)
  }

  @Test("an item notices what it is for", arguments: Spoiler.all) func notices(spoiler: Spoiler) throws {
    var rubric = try spoiler.model.rubric
    spoiler.spoil(&rubric)
    let found = rubric.violations
    #expect(found.contains { $0.hasPrefix("\(spoiler.item): ") }, "\(found)")
  }

  @Test("every item has something that it notices") func complete() {
    let items = [1, 2, 3, 4, 5, 7, 9, 10, 11, 13, 14, 15, 16, 17, 18, 19, 20, 21, 30, 33, 35, 37, 38, 39, 40]
    #expect(Set(Spoiler.all.map(\.item)).isSuperset(of: items))
  }

  @Test(
    "words are counted as readers count them",
    arguments: [
      ("Adam finds the valley in 40 steps", Language.english, 7), ("1,000 runs", .english, 2),
      ("rate η = 0.5", .english, 3), ("a well-known start’s", .english, 3), ("Adam 用 40 步", .chinese, 4),
      ("学习率", .chinese, 3), ("−2 → 10³", .english, 2),
    ]) func words(text: String, language: Language, count: Int)
  { #expect(Rubric.words(of: text, language) == count) }
}
