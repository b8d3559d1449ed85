import LessonKit
import Testing

@testable import Lessons

@Suite("The strength of a penalty") struct RegularisationStrengthTests {
  private func figure(_ options: [String: String] = [:]) throws -> Figure {
    let recipe = try Recipe(RegularisationStrength.self, given: options.map { Options.Given($0.key, $0.value) })
    return try recipe.draw(recipe.figures[0])
  }

  @Test("fits under a penalty are NumPy’s") func reference() throws {
    for row in PolynomialReference.shared.penalty {
      let samples = CosineSamples(seed: row.seed, noise: 0.2)
      let fit = try PolynomialFit(degree: 15, xs: samples.xs, ys: samples.ys, penalty: row.strength)
      for (own, theirs) in zip(fit.values(at: row.places), row.heights) {
        #expect(abs(own - theirs) <= 1e-6, "strength \(row.strength), seed \(row.seed)")
      }
    }
  }

  @Test("no penalty gives least squares, an endless one the mean", arguments: [3, 8]) func limits(degree: Int) throws {
    let samples = CosineSamples(seed: 2)
    let (free, exact) = (
      try PolynomialFit(degree: degree, xs: samples.xs, ys: samples.ys, penalty: 0), try samples.fit(degree)
    )
    let flat = try PolynomialFit(degree: degree, xs: samples.xs, ys: samples.ys, penalty: 1e12)
    for x in [0.1, 0.5, 0.9] {
      #expect(abs(free(x) - exact(x)) < 1e-8)
      #expect(abs(flat(x) - samples.ys.mean) < 1e-9)
    }
  }

  @Test("the training error only rises with the strength, the validation error turns") func turn() throws {
    let study = try PenaltySweep(
      degree: 15, to: .absent, orElse: 30, noise: 0.2, seed: RegularisationStrength.page.seed)
    #expect(zip(study.training, study.training.dropFirst()).allSatisfy { $0 <= $1 * (1 + 1e-9) })
    #expect(study.harms == (true, true))
    #expect(study.right.contains(study.best))
    let figure = try figure()
    let errors = study.three.map { Phrase("\(study.validation[$0], digits: 2)").english }
    #expect(figure.title.english == "Weight decay too weak overfits, too strong underfits")
    let dots = figure.panels[1].marks.compactMap { $0 as? LabelledDot }
    #expect(dots.map(\.label.english) == errors)
    let drops = figure.panels[1].marks.compactMap { $0 as? Line }.filter { $0.identity.dash == .dotted }
    #expect(drops.map { $0.points.last } == dots.map(\.at), "each fit stands over its dot")
    #expect(dots.map(\.at.x) == study.three.map { study.strengths[$0] })
    let little = try #require(figure.panels[0].marks.compactMap { $0 as? LittlePlots }.first)
    #expect(little.plots.map(\.identity) == dots.map(\.identity))
    #expect(little.plots.allSatisfy { $0.points.count == 30 })
  }

  @Test(
    "the headline follows the run",
    arguments: [
      (["points": "1000"], "With 1000 points only too strong a penalty harms"),
      (["noise": "10"], "With so much noise no penalty is too strong"),
    ]) func headlines(options: [String: String], title: String) throws
  { #expect(try figure(options).title.english == title) }

  @Test(
    "the ends of the options are drawn",
    arguments: [["noise": "0"], ["noise": "10"], ["points": "6", "degree": "5"], ["points": "1000", "degree": "20"]])
  func ends(options: [String: String]) throws {
    _ = try figure(options).outline(Pictures.slides[0], with: Pictures.typesetter)
  }
}
