import LessonKit
import Testing

@testable import Lessons

@Suite("Optimisation or overfitting?") struct DiagnoseTests {
  private func title(_ options: [String: String] = [:], _ name: String? = nil) throws -> String {
    let recipe = try Recipe(Diagnose.self, given: options.map { Options.Given($0.key, $0.value) })
    return try recipe.draw(recipe.figure(named: name)).title.english
  }

  @Test("both networks do badly on the test, and their training losses tell them apart") func archetypes() {
    let study = Diagnose.Study(Diagnose(), [.deep, .skips, .few, .many], seed: 0)
    #expect(study.end(.deep, .test) > 2 && study.end(.few, .test) > 0.8)
    #expect(study.end(.deep, .training) > 2 && study.end(.few, .training) < 0.01)
    #expect(study.end(.skips, .training) < 0.3)
    #expect(study.end(.many, .test) < 0.6 * study.end(.few, .test))
  }

  @Test("all curves end at the same update") func updates() {
    let study = Diagnose.Study(Diagnose(), [.few, .many, .linear], seed: 0)
    #expect(study.points(.few, .test).last?.x == 384)
    #expect(study.points(.many, .test).last?.x == 384)
    #expect(study.points(.linear, .training).first?.x == 0)
  }

  @Test(
    "the headline follows the run",
    arguments: [
      ([:], nil, "Look at the training loss first"),
      (["depth": "3"], nil, "Only one of the two is ill: the one that overfits"),
      (["few": "1000"], nil, "Only one of the two is ill: the one that does not train"),
      (["depth": "100", "epochs": "1"], nil, "Training and test loss of two networks, and a cure for each"),
      (["lr": "1e300"], nil, "At this rate a network diverges"),
      ([:], "linear", "20 layers train worse than a linear model"),
      (["depth": "3"], "linear", "At this depth the network trains better"),
    ] as [([String: String], String?, String)]) func headlines(options: [String: String], name: String?, title: String)
    throws
  { #expect(try self.title(options, name) == title) }

  @Test("what would take minutes is refused with what would not") func refusals() {
    for options in [["depth": "1"], ["depth": "101"], ["few": "9"], ["depth": "100", "epochs": "41"]] {
      #expect(throws: UsageError.self) {
        try Recipe(Diagnose.self, given: options.map { Options.Given($0.key, $0.value) })
      }
    }
  }
}
