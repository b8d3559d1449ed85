import LessonKit
import Testing

@testable import Lessons

@Suite("Batch normalisation") struct BatchNormalisationTests {
  @Test(
    "the headline is what the run says",
    arguments: [
      ([:], "layer", "Batch norm lines units up: all means become 0, all spreads 1"),
      (["layer": "4"], "layer", "Batch norm lines units up: all means become 0, all spreads 1"),
      (["layer": "100"], "layer", "A layer’s units before and after batch norm"),
      ([:], "scale", "Batch norm cancels a scale of all inputs, not of one"),
      (["factor": "2"], "scale", "Batch norm cancels a scale of all inputs, not of one"),
      (["depth": "1"], "rates", "With 1 hidden layer batch norm hardly allows larger rates"),
    ]) func headlines(options: [String: String], figure: String, title: String) throws
  {
    let recipe = try Recipe(BatchNormalisation.self, given: options.map { .init($0.key, $0.value) })
    #expect(try recipe.draw(recipe.figure(named: figure)).title.english == title)
  }

  @Test("the rates of the headline are those of the arrows") func rates() throws {
    let shown = try Specimen.shown(BatchNormalisation.self, "rates").figure
    let gaps = shown.panels.compactMap { $0.marks.lazy.compactMap { $0 as? Gap }.first }
    #expect(gaps.count == 2)
    let gains = gaps.map { $0.to.x / $0.from.x }
    #expect(gains.allSatisfy { $0 > 1.5 })
    #expect(shown.title.english.contains(Digits.text(gains.min() ?? 0, digits: 2)))
  }

  @Test(
    "the smallest batch and the deepest layers are drawn",
    arguments: [("batch", "2"), ("layer", "100"), ("layer", "1")]) func ends(key: String, value: String) throws
  {
    let recipe = try Recipe(BatchNormalisation.self, given: [.init(key, value)])
    let ridges = try recipe.draw(recipe.figures[0]).panels.map { $0.marks.compactMap { $0 as? Ridges } }
    #expect(ridges.joined().count == 2)
    #expect(ridges.joined().allSatisfy { $0.means.allSatisfy(\.isFinite) })
  }

  @Test("what would take minutes is refused, with what would not") func refused() {
    #expect { try Recipe(BatchNormalisation.self, given: [.init("depth", "20"), .init("seeds", "20")]) } throws: {
      "\($0)".contains("--seeds 6")
    }
  }
}
