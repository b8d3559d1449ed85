import LessonKit
import Testing

@testable import Lessons

@Suite("Cross-validation") struct CrossValidationTests {
  private func figure(_ name: String, _ options: [String: String] = [:]) throws -> Figure {
    let recipe = try Recipe(CrossValidation.self, given: options.map { Options.Given($0.key, $0.value) })
    return try recipe.draw(recipe.figure(named: name))
  }

  @Test("errors on held-out points are those of NumPy’s fits to the others") func reference() throws {
    for row in PolynomialReference.shared.folds {
      let samples = CosineSamples(seed: row.seed)
      let held = HeldOutErrors(xs: samples.xs, ys: samples.ys, degrees: [row.degree])
      for (own, theirs) in zip(try held.byFold(row.folds)[0], row.errors) {
        #expect(abs(own - theirs) <= 1e-6 * theirs, "degree \(row.degree), seed \(row.seed)")
      }
    }
  }

  @Test(
    "no fold is too large for the short cut: fits of their own agree, down to as many points as coefficients",
    arguments: 2...9) func refits(folds: Int) throws
  {
    let samples = CosineSamples(seed: folds, count: 18)
    let held = HeldOutErrors(xs: samples.xs, ys: samples.ys, degrees: [2, 8])
    let parts = HeldOutErrors.contiguous(18, folds: folds)
    for (degree, errors) in zip([2, 8], try held.byFold(parts)) {
      for (part, error) in zip(parts, errors) {
        let rest = (0..<18).filter { !part.contains($0) }
        let fit = try PolynomialFit(degree: degree, xs: rest.map { samples.xs[$0] }, ys: rest.map { samples.ys[$0] })
        let expected = fit.meanSquareError(xs: part.map { samples.xs[$0] }, ys: part.map { samples.ys[$0] })
        #expect(abs(error - expected) <= 1e-4 * expected, "degree \(degree)")
      }
    }
  }

  @Test(
    "folds hold out every point once, in parts that differ by one at most",
    arguments: [(30, 10), (31, 10), (7, 7), (100, 3)]) func partition(count: Int, folds: Int)
  {
    for parts in [HeldOutErrors.contiguous(count, folds: folds), HeldOutErrors.shuffled(count, folds: folds, seed: 4)] {
      #expect(parts.joined().sorted() == Array(0..<count))
      let sizes = parts.map(\.count)
      #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1)
    }
    #expect(
      HeldOutErrors.shuffled(count, folds: folds, seed: 4) != HeldOutErrors.shuffled(count, folds: folds, seed: 5))
  }

  @Test("the simplest degree is the lowest within one standard error of the least") func simplest() {
    let held = HeldOutErrors(xs: [0, 0.3, 0.6, 1], ys: [0, 1, 0, 1], degrees: [1, 2, 3])
    #expect(held.simplest([[9, 9], [3, 5], [2, 4]]) == 2)
    #expect(held.best([[9, 9], [3, 5], [2, 4]]) == 3)
    #expect(held.simplest([[9, 9], [3, 5], [2, 2]]) == 3)
    #expect(HeldOutErrors.standardError([1, 2, 3, 4]) == (5.0 / 12).squareRoot())
  }

  @Test(
    "the headline follows the run",
    arguments: [
      ([:], "choice", "Reshuffle the folds: in 37 of 100 the winner changes"),
      ([:], "folds", "Each point is tested once"),
      (
        [:], "sorted",
        "Folds in order inflate the error 300 thousand times".replacing(" thousand", with: "\u{A0}thousand")
      ), (["folds": "30"], "choice", "30 folds choose degree 3, however shuffled"),
      (["shuffles": "1"], "choice", "How often each degree wins"),
      ([:], "errors", "Ten folds cannot tell degrees 3 to 5 apart"),
      (["folds": "30"], "errors", "Cross-validation error by degree"),
    ]) func headlines(options: [String: String], name: String, title: String) throws
  { #expect(try figure(name, options).title.english == title) }

  @Test("shares of shuffles are those of the labels, and sum to one") func shares() throws {
    let panel = try #require(try figure("choice").panels.first)
    let bars = try #require(panel.marks.compactMap { $0 as? Bars }.first).bars
    let labels = panel.marks.compactMap { ($0 as? Callout)?.text.english }
    let clouds = try #require(try figure("errors").panels.first?.marks.first as? Clouds).groups
    #expect(labels == ["wins 63", "wins 37"] && bars.map(\.value) == [63, 37])
    #expect(clouds.map(\.identity.name.english) == ["degree 3", "degree 4", "degree 5"])
    let samples = CosineSamples(seed: 0)
    let study = try ShuffledFolds(
      HeldOutErrors(xs: samples.xs, ys: samples.ys, degrees: Array(1...10)), points: 30, folds: 10, shuffles: 100,
      from: 0)
    #expect(abs((1...10).map(study.share).reduce(0, +) - 1) < 1e-12)
    #expect([study.wins(3), study.wins(4) + study.wins(5)] == [63, 37])
    for degree in 3...5 {
      let group = clouds[degree - 3]
      #expect(group.values == study.errors(degree) && group.middle == group.values.median())
    }
  }

  @Test(
    "what cannot be drawn is refused, with what can",
    arguments: [
      (["folds": "31", "points": "30"], "choice"), (["folds": "2", "points": "20"], "sorted"),
      (["folds": "50", "points": "60"], "folds"), (["points": "200"], "folds"),
    ]) func refusals(options: [String: String], name: String)
  { #expect(throws: UsageError.self) { try figure(name, options) } }

  @Test(
    "the smallest and the largest that options allow are drawn",
    arguments: [
      ["points": "6", "folds": "2"], ["points": "6", "folds": "6"], ["noise": "10"], ["noise": "0"],
      ["points": "500", "folds": "100", "shuffles": "20"],
    ]) func ends(options: [String: String]) throws
  {
    for figure in [try figure("choice", options), try figure("errors", options)] {
      #expect(figure.title != "")
      _ = try figure.outline(Pictures.slides[0], with: Pictures.typesetter)
    }
  }
}
