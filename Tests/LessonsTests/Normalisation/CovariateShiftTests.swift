import LessonKit
import Testing

@testable import Lessons

@Suite("Covariate shift") struct CovariateShiftTests {
  @Test(
    "the headline is what the run says",
    arguments: [
      ([:], "weights", "Importance weights cut today’s error from 0.29 to 0.011"),
      (["to": "0.8", "spread": "0.2"], "shift", "This shift does the line no harm"),
      (["to": "5"], "weights", "Too few points lie where the inputs are now"),
      (["to": "-3"], "weights", "Too few points lie where the inputs are now"),
      ([:], "inside", "Shaken to shift as much, batch norm still trains faster"),
      (["lr": "1e300"], "inside", "How far layers’ inputs shift in training, and the loss"),
    ]) func headlines(options: [String: String], figure: String, title: String) throws
  {
    let recipe = try Recipe(CovariateShift.self, given: options.map { .init($0.key, $0.value) })
    #expect(try recipe.draw(recipe.figure(named: figure)).title.english == title)
  }

  @Test("weights mend the fit under every seed", arguments: 0..<8) func mends(seed: Int) {
    let study = ShiftedInputs(new: .init(mean: 2, deviation: 0.25), count: 120, seed: seed)
    #expect(study.plain.error(study.oldPoints) < study.weighted.error(study.oldPoints))
    #expect(study.weighted.error(study.newPoints) < 0.5 * study.plain.error(study.newPoints))
  }

  @Test(
    "two points, wide and narrow inputs are drawn",
    arguments: [("points", "2"), ("spread", "2"), ("spread", "0.05"), ("points", "5000")]) func ends(
      key: String, value: String
    ) throws
  {
    let recipe = try Recipe(CovariateShift.self, given: [.init(key, value)])
    let lines = try recipe.figures.prefix(2).flatMap {
      try recipe.draw($0).panels[0].marks.compactMap { $0 as? Line }.filter { $0.points.count == 2 }
    }
    #expect(lines.count == 3 && lines.allSatisfy { $0.points.allSatisfy(\.isFinite) })
  }

  @Test("what would take minutes is refused, with what would not") func refused() {
    #expect { try Recipe(CovariateShift.self, given: [.init("steps", "2000"), .init("seeds", "50")]) } throws: {
      "\($0)".contains("--steps 400")
    }
  }
}
