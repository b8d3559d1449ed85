import LessonKit
import Testing

@testable import Lessons

@Suite("Accurate is not robust") struct RobustnessTests {
  private func title(_ options: [String: String] = [:]) throws -> String {
    let recipe = try Recipe(Robustness.self, given: options.map { Options.Given($0.key, $0.value) })
    return try recipe.draw(recipe.figures[0]).title.english
  }

  @Test("the headline’s numbers are those of the curves") func headline() throws {
    let study = try Robustness().study(seeds: 3, from: 0)
    let cost = study.cost(.adversarial, 10)
    #expect(cost > 25 && study.cost(.random, 10) < 5 && study.curve(.random)[0].median > 88)
    #expect(study.curve(.random)[0] == study.curve(.adversarial)[0])
    let clean = study.curve(.adversarial)[0].median
    let (before, after) = (Int(clean.rounded()), Int((clean - cost).rounded()))
    #expect(try title() == "Accurate is not robust: a tiny nudge cuts \(before)\u{2009}% to \(after)\u{2009}%")
  }

  @Test("the example is read rightly as it is, wrongly once nudged") func example() throws {
    let study = try Robustness().study(seeds: 1, from: 0)
    let pictures = study.example(10)
    let words = pictures.map { $0.label.english.split(separator: ": read as ") }
    #expect(words.map { $0[0] } == ["clean", "nudged"] && words[0][1] != words[1][1])
    let nudges = zip(pictures[0].pixels, pictures[1].pixels).map { abs($0 - $1) }
    #expect(nudges.allSatisfy { $0 < 0.1 + 1e-9 } && nudges.contains { $0 > 0.1 - 1e-9 })
  }

  @Test(
    "the headline follows the run",
    arguments: [
      (["lr": "1e-9", "seeds": "1"], "This network is not accurate to begin with"),
      (["lr": "1e300", "seeds": "1"], "This network is not accurate to begin with"),
    ]) func headlines(options: [String: String], title: String) throws
  { #expect(try self.title(options) == title) }

  @Test("options that make no sense are refused") func refusals() {
    for (key, value) in [("nudge", "0"), ("nudge", "21"), ("width", "0"), ("seeds", "0"), ("lr", "0")] {
      #expect(throws: UsageError.self) { try Recipe(Robustness.self, given: [.init(key, value)]) }
    }
    #expect(throws: MissingInput.self) { try Recipe(Robustness.self, given: [.init("data", "/nowhere/at/all")]) }
  }
}
