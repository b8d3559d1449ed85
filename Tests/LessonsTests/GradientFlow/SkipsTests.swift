import LessonKit
import Testing

@testable import Lessons

@Suite("Residual connections") struct SkipsTests {
  private func figure(_ name: String, _ options: [String: String] = [:]) throws -> Figure {
    let recipe = try Recipe(Skips.self, given: options.map { Options.Given($0.key, $0.value) })
    return try recipe.draw(recipe.figure(named: name))
  }

  @Test("a block passes 1 + F′ of a gradient", arguments: [-3, -1, -0.25, 0, 0.5, 2]) func passed(slope: Double) {
    #expect(abs(ResidualStack.passed(slope: slope) - (1 + slope)) < 1e-12)
  }

  @Test("the curves prove the headline") func headline() throws {
    let figure = try Specimen.shown(Skips.self).figure
    #expect(figure.title.english == "32 blocks learn 99\u{2009}% with skips, 0\u{2009}% without")
    let fans = figure.panels[0].marks.compactMap { $0 as? Fan }
    let (without, with) = (fans[0].samples, fans[1].samples)
    #expect(with.map(\.x) == [4, 8, 16, 32])
    #expect(min(with[0].lower, with[3].lower) > 90)
    #expect(without[3].upper < 5)
    #expect(fans.map { $0.line.finding?.english } == ["0\u{2009}%", "99\u{2009}%"])
  }

  @Test("without skips a gradient vanishes or explodes, with them it holds") func gradient() throws {
    let figure = try figure("gradient")
    #expect(figure.title.english == "Skips hold the gradient; without, it vanishes or explodes")
    let ends = figure.panels[0].marks.compactMap { $0 as? Fan }.map { $0.samples.last?.median ?? .nan }
    #expect(ends.count == 4 && ends[0] < 1e-15 && ends[1] > 1e4)
    #expect((0.5...20).contains(ends[2]) && (0.5...20).contains(ends[3]))
  }

  @Test(
    "few steps or few blocks make no claim",
    arguments: [["steps": "1"], ["depth": "2"], ["steps": "1", "depth": "64"]]) func short(options: [String: String])
    throws
  { #expect(!(try figure("training", options)).title.english.contains("with skips")) }

  @Test("a training that takes minutes is refused, with the steps within reach") func refused() {
    let given = ["steps": "1000", "depth": "64", "seeds": "20"].map { Options.Given($0.key, $0.value) }
    #expect { try Recipe(Skips.self, given: given) } throws: { error in
      (error as? UsageError)?.hints.contains { $0.contains("--steps 156") } ?? false
    }
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
      ("gradient", ["depth": "64", "seeds": "1"]), ("training", ["depth": "64", "seeds": "1"]),
      ("variance", ["depth": "64", "width": "2"]),
    ]) func ends(name: String, options: [String: String]) throws
  {
    let figure = try figure(name, options)
    #expect(!figure.title.english.isEmpty)
    if options["depth"] == "2", name == "gradient" { #expect(!figure.title.english.contains("explode")) }
  }
}
