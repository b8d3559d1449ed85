import LessonKit
import Testing

@testable import Lessons

@Suite("The egg box")
struct EggBoxTests {
  @Test("has eleven minima on an axis, and ridges a little beyond the halves")
  func shape() {
    #expect(EggBoxStudy.minimaPerAxis == 11)
    // The slope 2x + 20π sin 2πx is 0 at x = ½ + δ with δ ≈ x/(20π²).
    #expect(abs(EggBoxStudy.halfWidth - 0.502546) < 1e-6)
    let slope = EggBoxStudy.box.gradient(at: Vector2(EggBoxStudy.halfWidth, 0)).x
    #expect(abs(slope) < 1e-10)
  }

  @Test("small steps of descent end in the deepest dip from its inside, and from nowhere else")
  func inside() {
    let starts = EggBoxStudy.starts(400, seed: 3) + [Vector2(0.5, -0.5), Vector2(0.503, 0)]
    let study = EggBoxStudy([.sgd.with(learningRate: 1e-3)], starts: starts, steps: 2000)
    for (i, start) in starts.enumerated() {
      #expect((study.heights[0][i] < EggBoxStudy.floor) == EggBoxStudy.isInside(start), "\(start)")
    }
    #expect(study.share(0) == study.shareInside)
    #expect(study.firstArrival(of: 0) == nil)
  }

  @Test("the map shows the first start outside the dip from which the first rule ends in it")
  func start() throws {
    let outcome = try Variant(lesson: Rastrigin.self).recipe.run(.figure)
    let walk = outcome.series[0].rows
    let start = Vector2(walk[0][1], walk[0][2])
    let end = try #require(walk.last)
    #expect(!EggBoxStudy.isInside(start))
    #expect(end[3] < EggBoxStudy.floor)
    let starts = EggBoxStudy.starts(2000, seed: 0)
    let number = try #require(starts.firstIndex(of: start))
    let heading = try #require(outcome.figure.panels[0].heading)
    #expect(heading.english.contains("\(number + 1)"))
  }

  @Test(
    "the interval of a share is Wilson's",
    arguments: [(17, 2000, 0.00532, 0.01357), (0, 10, 0, 0.27753)])
  func interval(hits: Int, count: Int, low: Double, high: Double) {
    let range = EggBoxStudy.range(of: Double(hits) / Double(count), count: count)
    #expect(abs(range.lowerBound - low) < 2e-5 && abs(range.upperBound - high) < 2e-5, "\(range)")
  }

  @Test("rates that are given are not tuned, and the stamp says so")
  func given() throws {
    let variant = Variant(
      lesson: Rastrigin.self,
      options: [("opt", "adam:lr=0.3,sgd:lr=0.001"), ("seeds", "50"), ("steps", "40")])
    let outcome = try variant.recipe.run(.figure)
    let stamp = outcome.figure.notes.map(\.english).joined(separator: " ")
    #expect(stamp.contains("Rates: as given"), "\(stamp)")
    #expect(!stamp.contains("best of"))
    let labels = outcome.figure.panels[1].marks.compactMap { ($0 as? Bars)?.bars[0].label?.english }
    #expect(labels.map { $0.hasSuffix("at rate 0.3") } == [true, false], "\(labels)")
  }

  @Test("where every start is lost, the title says so")
  func lost() throws {
    let variant = Variant(
      lesson: Rastrigin.self, options: [("opt", "sgd,adam"), ("lr", "1e300"), ("seeds", "5")])
    let outcome = try variant.recipe.run(.figure)
    #expect(outcome.figure.title.english == "Every start diverges")
  }

  @Test("the map holds the walks and the deepest dip, and lies in the box")
  func window() {
    let walk = descend(
      EggBoxStudy.box, from: Vector2(4.9, -3), by: .sgd.with(learningRate: 0.001), steps: 20)
    let window = EggBoxStudy.around([walk])
    #expect(window.contains(walk.points[0]) && window.contains(EggBoxStudy.box.minimum.point))
    #expect(window.x.upperBound <= 5.12 && window.y.lowerBound >= -5.12)
    let width = window.x.upperBound - window.x.lowerBound
    let height = window.y.upperBound - window.y.lowerBound
    #expect(abs(width - height) < 1e-12 && width < 10.24)
  }
}
