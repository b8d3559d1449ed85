import LessonKit
import Testing

@testable import Lessons

@Suite("Residual connections") struct SkipsTests {
  private func figure(_ name: String, _ options: [String: String] = [:]) throws -> Figure {
    let recipe = try Recipe(Skips.self, given: options.map { Options.Given($0.key, $0.value) })
    return try recipe.draw(recipe.figure(named: name))
  }

  @Test("a block passes 1 + F′ of a gradient", arguments: [-3, -1, -0.25, 0, 0.5, 2]) func passed(slope: Double) {
    #expect(abs(Skips.passed(slope: slope) - (1 + slope)) < 1e-12)
  }

  @Test("the curves prove the headline") func headline() throws {
    let figure = try Specimen.shown(Skips.self).figure
    #expect(figure.title.english == "Skips or batch norm alone explode, both together hold")
    let ends = figure.panels[0].marks.compactMap { $0 as? Fan }.map { $0.samples.last?.median ?? .nan }
    #expect(ends.count == 4 && min(ends[1], ends[2]) > 100 * ends[3])
    #expect((0.2...5).contains(ends[0]))
  }

  @Test("skips alone double the variance in every block, normalised ones add about 1") func growth() {
    let study = Skips.Study(
      [Skips.Study.skip, Skips.Study.both], depths: [16], width: 128, batch: 64, seeds: 5, from: 9)
    let (skip, both) = (study.variances(0)[16].median, study.variances(1)[16].median)
    #expect(abs(pow(skip, 1 / 16) - 2) < 0.1)
    #expect(abs((both - 1) / 16 - 1) < 0.1)
  }

  @Test(
    "every option draws at its ends",
    arguments: [
      ("gradient", ["depth": "2"]), ("gradient", ["width": "2", "seeds": "1"]), ("variance", ["depth": "2"]),
      ("gradient", ["depth": "64", "seeds": "1"]), ("variance", ["depth": "64", "width": "2"]),
    ]) func ends(name: String, options: [String: String]) throws
  {
    let figure = try figure(name, options)
    #expect(!figure.title.english.isEmpty)
    if options["depth"] == "2", name == "gradient" { #expect(!figure.title.english.contains("explode")) }
  }
}
