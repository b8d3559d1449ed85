import LessonKit
import Testing

@testable import Lessons

@Suite("Normalisation and conditioning") struct BNConditioningTests {
  @Test("both maps start with the same loss, and the headline has the steps of their walks") func bowls() throws {
    let shown = try Specimen.shown(BNConditioning.self)
    let tables = shown.figure.series.filter { $0.columns.contains("loss") }
    let losses = tables.map { $0.rows.map { $0[3] } }
    #expect(losses.count == 2 && abs(losses[0][0] - losses[1][0]) < 1e-12)
    let steps = losses.map { all in all.firstIndex { $0 <= 1e-3 * all[0] } ?? 0 }
    #expect(steps == [24, 3])
    #expect(shown.figure.title.english == "Normalising the inputs: 3 steps instead of 24")
  }

  @Test(
    "a factor is worth what the law says",
    arguments: [
      ([("ratio", "1"), ("rho", "0.5")], "bowls", "Equal inputs: normalising changes nothing"),
      ([("ratio", "1.001")], "bowls", "A loss before and after its features are standardised"),
      ([], "distance", "A step keeps 86\u{2009}% of the distance, normalised 30\u{2009}%"),
      ([], "example", "Variances of 17.2 and 2.8 become 1.5 and 0.5"),
    ]) func headlines(options: [(String, String)], figure: String, title: String) throws
  {
    let recipe = try Recipe(BNConditioning.self, given: options.map { .init($0, $1) })
    #expect(try recipe.draw(recipe.figure(named: figure)).title.english == title)
  }

  @Test(
    "what is no correlation or no start is refused, with what would be right",
    arguments: [("rho", "1", "-0.99 to 0.99"), ("ratio", "0.5", "1 to 100"), ("start", "0,0", "minimum")]) func refused(
      key: String, value: String, words: String
    )
  {
    #expect { try Recipe(BNConditioning.self, given: [.init(key, value)]) } throws: {
      "\($0)".contains(words) && "\($0)".contains("--\(key)")
    }
  }
}
