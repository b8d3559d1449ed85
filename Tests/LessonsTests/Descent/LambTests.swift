import LessonKit
import Testing

@testable import Lessons

@Suite("A rate for every layer") struct LambTests {
  @Test("first steps obey √50·η/‖W‖², √50·η/‖W‖ and η, whatever the draw", arguments: [0, 1, 9]) func laws(seed: Int) {
    let study = LayerSteps(rate: 0.003, draws: 5, seed: seed)
    var stream = SeededGenerator(seed: UInt64(seed))
    for steps in study.draws.values {
      let layer = stream.normal(shape: [50])
      _ = stream.normal(shape: [50])
      for (index, size) in LayerSteps.sizes.enumerated() {
        let norm = size * layer.norm()
        let root = 50.0.squareRoot()
        let wanted = [0.003 * root / (norm * norm), 0.003 * root / norm, 0.003]
        for (rule, expected) in wanted.enumerated() {
          // Adam's direction is a sign but for ε beside the size of a gradient.
          #expect(abs(steps[rule][index] / expected - 1) < 1e-3, "rule \(rule), size \(size)")
        }
      }
    }
    #expect(abs(study.ratio(.lambNotes) / 10_000 - 1) < 1e-3)
    #expect(abs(study.ratio(.adam) / 100 - 1) < 1e-3)
    #expect(abs(study.ratio(.lamb) - 1) < 1e-9)
  }

  @Test("the headlines hold at any rate", arguments: ["1e-8", "0.001", "1"]) func headlines(rate: String) throws {
    let recipe = try Recipe(Lamb.self, given: [.init("lr", rate), .init("seeds", "3")])
    let titles = try recipe.figures.map { try recipe.draw($0).title.english }
    #expect(
      titles == [
        "LAMB moves every layer by the same share, Adam does not",
        "Divided by the norm instead, large layers stand still",
      ])
  }

  @Test("what makes no sense is refused") func refusals() {
    for (key, value) in [("lr", "0"), ("lr", "1.5"), ("lr", "1e-300"), ("seeds", "0")] {
      #expect(throws: UsageError.self) { try Recipe(Lamb.self, given: [.init(key, value)]) }
    }
  }
}
