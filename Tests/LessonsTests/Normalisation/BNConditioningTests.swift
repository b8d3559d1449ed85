import LessonKit
import Testing

@testable import Lessons

@Suite("Normalisation and conditioning") struct BNConditioningTests {
  @Test("the course's features: 17.2 and 2.8 become 1.5 and 0.5, 42.3 steps become 19.9") func numbers() {
    let (raw, even) = (FeatureBowl.course, FeatureBowl.course.standardised)
    #expect(abs(raw.covariance.eigenvalues.largest - (10 + 52.0.squareRoot())) < 1e-12)
    #expect(abs(raw.covariance.eigenvalues.smallest - (10 - 52.0.squareRoot())) < 1e-12)
    #expect(abs(even.covariance.conditionNumber - 3) < 1e-12)
    #expect(abs(raw.lawfulSteps(to: 1e-6) - 42.254) < 1e-3)
    #expect(abs(even.lawfulSteps(to: 1e-6) - 19.932) < 1e-3)
  }

  @Test(
    "from any start the distance shrinks by (κ − 1)/(κ + 1) a step",
    arguments: [Vector2(-0.4, 0.5), Vector2(1, 0), Vector2(0.01, -2)]) func law(start: Vector2)
  {
    for bowl in [FeatureBowl.course, FeatureBowl.course.standardised] {
      let distances = bowl.walk(from: start, to: 1e-6).distances(to: Vector2(0, 0)).prefix(15)
      for (near, far) in zip(distances.dropFirst(), distances) { #expect(abs(near / far - bowl.shrinking) < 1e-9) }
    }
  }

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
      ([], "distance", "A step keeps 86\u{2009}% of the distance, normalised 30\u{2009}%"),
      ([], "example", "Variances of 17.2 and 2.8 become 1.5 and 0.5"),
    ]) func headlines(options: [(String, String)], figure: String, title: String) throws
  {
    let recipe = try Recipe(BNConditioning.self, given: options.map { .init($0, $1) })
    #expect(try recipe.draw(recipe.figure(named: figure)).title.english == title)
  }

  @Test("two features never get worse; of three and more some do; the same seed, the same shares") func trials() {
    let shares = Standardising.shares(draws: 1000, seed: 3)
    for way in Standardising.Way.allCases { #expect(shares[way.rawValue][0].hits == 0) }
    #expect(shares[0][1].hits > 40 && shares[1][1].hits > 20)
    #expect(shares[2][3].hits < shares[2][1].hits)
    #expect(shares == Standardising.shares(draws: 1000, seed: 3))
    #expect(shares[1] == Standardising.shares([.samples], draws: 1000, seed: 3)[0])
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
