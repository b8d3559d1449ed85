import LessonKit
import Testing

@testable import Lessons

@Suite("The egg box") struct RastriginTests {
  @Test("has eleven minima on an axis, and ridges a little beyond the halves") func shape() {
    #expect(EggBox.minimaPerAxis == 11)
    #expect(EggBox.minima.map(\.count) == [1, 120])
    // The slope 2x + 20π sin 2πx is 0 at x = ½ + δ with δ ≈ x/(20π²).
    #expect(abs(EggBox.halfWidth - 0.502546) < 1e-6)
    #expect(abs(EggBox.box.gradient(at: Vector2(EggBox.halfWidth, 0)).x) < 1e-10)
  }

  @Test("small steps of descent find the lowest minimum from its own cell, and from nowhere else") func inside() {
    let starts = EggBox.starts(400, seed: 3) + [Vector2(0.5, -0.5), Vector2(0.503, 0)]
    let ends = EggBox.box.ends(of: .sgd.with(learningRate: 1e-3), from: starts, steps: 2000)
    for (start, end) in zip(starts, ends) {
      let isInside = max(abs(start.x), abs(start.y)) < EggBox.halfWidth
      #expect((EggBox.box.value(at: end) < EggBox.floor) == isInside, "\(start)")
    }
  }

  @Test("the share on the map is that of random starts") func share() throws {
    let lesson = Rastrigin()
    let shown = try Specimen.shown(Rastrigin.self)
    let random = EggBox.odds(lesson.ready[0], from: EggBox.starts(4000, seed: 5), steps: 1000)
    #expect(random.interval.contains(0.0195), "\(random.share)")
    let key = shown.figure.panels[0].marks.compactMap { ($0 as? Callout)?.text.english }
    #expect(key.contains("1.9\u{2009}% of all starts"))
  }

  @Test(
    "headlines say what came of it",
    arguments: [
      ("path", [], "Momentum can roll out of local minima"),
      (
        "path", [("opt", "sgd,adam"), ("start", "2.2,1.9")], "gradient descent stays in the local minimum it starts in"
      ), ("path", [("opt", "sgd"), ("lr", "1e300")], "A walk over a landscape full of minima"),
      ("basins", [("opt", "sgd"), ("lr", "1e300")], "Which starts end in the global minimum"),
      ("odds", [("seeds", "300"), ("opt", "sgd")], "From 98 of 100 starts every optimizer stays stuck"),
      ("odds", [("seeds", "300"), ("opt", "sgd"), ("lr", "1e300")], "How often the global minimum is found"),
    ]) func headlines(figure: String, options: [(String, String)], title: String) throws
  {
    let recipe = try Recipe(Rastrigin.self, given: options.map { .init($0, $1) })
    #expect(try recipe.draw(recipe.figure(named: figure)).title.english == title)
  }

  @Test("a rate that is given is not tuned") func given() {
    #expect(EggBox.tuned(.adam.with(learningRate: 0.3), steps: 40)["lr"] == 0.3)
    let tuned = EggBox.tuned(.adagrad, steps: 1000)["lr"] ?? 0
    #expect(tuned > 1)
  }
}
