import LessonKit
import Testing

@testable import Lessons

@Suite("Beyond the U") struct CapacityTests {
  private func title(_ options: [String: String] = [:], _ name: String? = nil) throws -> String {
    let recipe = try Recipe(Capacity.self, given: options.map { Options.Given($0.key, $0.value) })
    return try recipe.draw(recipe.figure(named: name)).title.english
  }

  @Test("the error falls, peaks at as many parameters as points, and falls again", arguments: [10, 20, 30, 60])
  func shape(points: Int) throws {
    var lesson = Capacity()
    lesson.points = points
    let study = Capacity.Study(lesson, .decaying, from: 0)
    #expect(abs(study.counts[study.peak] - points) <= 1)
    #expect(study.counts[study.best] < points && study.counts[study.last] == 10 * points)
    let (best, peak, last) = (study.point(study.best).y, study.point(study.peak).y, study.point(study.last).y)
    #expect(peak > 10 * best && last < 0.3 * peak && last > best)
    let title = try title(["points": "\(points)"])
    #expect(
      title
        == (study.counts[study.peak] == points
          ? "Error peaks at \(points) parameters = \(points) points, then falls again"
          : "More parameters than points: test error falls again"))
  }

  @Test("the course’s own points peak where exact arithmetic says") func own() {
    #expect(abs(Capacity.Study.error(29, CosineSamples(seed: 0), .decaying) / 7.9e19 - 1) < 0.02)
  }

  @Test("the norm’s headline has the least and the greatest of the ends") func norm() throws {
    let ends = LegendreFit.Basis.allCases.map { basis -> Double in
      let study = Capacity.Study(Capacity(), basis, from: 0)
      return study.errors[study.last].median
    }
    let (low, high) = (Digits.text(ends.min() ?? 0, digits: 1), Digits.text(ends.max() ?? 0, digits: 1))
    #expect(try title([:], "norm") == "How far it falls is the norm’s choice: \(low) or \(high)")
  }

  @Test("options that make no sense are refused") func refusals() {
    for (key, value) in [("points", "5"), ("points", "61"), ("noise", "0"), ("basis", "sine"), ("seeds", "0")] {
      #expect(throws: UsageError.self) { try Recipe(Capacity.self, given: [.init(key, value)]) }
    }
  }
}
