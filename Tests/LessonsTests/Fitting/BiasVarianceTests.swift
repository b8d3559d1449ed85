import LessonKit
import Testing

@testable import Lessons

@Suite("Bias and variance") struct BiasVarianceTests {
  private func figure(_ name: String, _ options: [String: String] = [:]) throws -> Figure {
    let recipe = try Recipe(BiasVariance.self, given: options.map { Options.Given($0.key, $0.value) })
    return try recipe.draw(recipe.figure(named: name))
  }

  @Test("bias, variance and training error are those that NumPy integrates") func reference() throws {
    for row in PolynomialReference.shared.parts {
      let parts = try ErrorParts(degree: row.degree, xs: CosineSamples(seed: row.seed).xs, noise: 0.2)
      let name: Comment = "degree \(row.degree), seed \(row.seed)"
      #expect(abs(parts.bias - row.bias) <= 1e-4 * row.bias + 1e-15, name)
      #expect(abs(parts.variance - row.variance) <= 1e-3 * row.variance, name)
      #expect(abs(parts.training - row.training) <= 1e-9 * row.training, name)
      #expect(parts.total == parts.bias + parts.variance + 0.2 * 0.2, name)
    }
  }

  @Test("the fits of a picture scatter about their curve as the parts say", arguments: [1, 4, 7]) func scatter(
    degree: Int
  ) throws {
    let (samples, noise) = (CosineSamples(seed: 3), 0.2)
    let parts = try ErrorParts(degree: degree, xs: samples.xs, noise: noise)
    let places = (0.00125...0.99875).evenlySpaced(count: 400)
    let truth = places.map(CosineSamples.truth)
    let sets = samples.observedAgain(2000, noise: noise, seed: 5)
    #expect(sets.allSatisfy { $0.xs == samples.xs })
    let errors = try sets.map { try $0.fit(degree).meanSquareError(xs: places, ys: truth) }
    #expect(abs(errors.mean - parts.bias - parts.variance) < 0.08 * (parts.bias + parts.variance))
  }

  @Test(
    "the headline follows the run",
    arguments: [
      ([:], "fans", "Too simple misses by 0.42, too flexible scatters by 0.22"),
      ([:], "sum", "Bias falls, variance rises, the sum turns"),
      (["noise": "0"], "fans", "Without noise the higher degree only fits better"),
      (["noise": "0"], "sum", "Without noise there is no variance"),
      (["points": "1000"], "fans", "With 1000 points degree 15 hardly scatters"),
      (["points": "1000"], "sum", "With 1000 points variance stays small"),
      (["noise": "10"], "fans", "So much noise scatters even the line"),
    ]) func headlines(options: [String: String], name: String, title: String) throws
  { #expect(try figure(name, options).title.english == title) }

  @Test("as many fits are drawn as asked for, and stand in the tables", arguments: [2, 20, 100]) func counts(fits: Int)
    throws
  {
    let figure = try figure("fans", ["fits": "\(fits)"])
    let strands = figure.panels.flatMap { $0.marks.compactMap { $0 as? Strands } }
    #expect(strands.map(\.heights.count) == [fits, fits])
    #expect(figure.series.first?.columns.count == fits + 1)
  }

  @Test("the title’s bias and scatter are those of the curves drawn, root mean squares over their places")
  func fanParts() throws {
    let figure = try figure("fans")
    let xs = CosineSamples(seed: 0, count: 40).xs
    let parts = try figure.panels.map { panel in
      let strands = try #require(panel.marks.compactMap { $0 as? Strands }.first)
      let truth = strands.places.map(CosineSamples.truth)
      #expect(strands.places.first == xs.first && strands.places.last == xs.last)
      let all = Tensor(strands.heights.flatMap { $0 }, shape: [20, truth.count])
      let mean = all.sum(along: [0]).elements.map { $0 / 20 }
      let bias = zip(mean, truth).map { ($0 - $1) * ($0 - $1) }.mean.squareRoot()
      let error = strands.heights.map { zip($0, truth).map { ($0 - $1) * ($0 - $1) }.mean }.mean
      return (bias: bias, spread: (error - bias * bias).squareRoot())
    }
    let (missed, scattered) = (Digits.fixed(parts[0].bias, decimals: 2), Digits.fixed(parts[1].spread, decimals: 2))
    #expect(figure.title.english == "Too simple misses by \(missed), too flexible scatters by \(scattered)")
  }

  @Test("each panel names what its fits suffer from, and says in words what that is") func captions() throws {
    let panels = try figure("fans").panels
    #expect(panels.map(\.heading?.english) == ["Degree 1: bias", "Degree 15: variance"])
    let captions = panels.compactMap { $0.marks.compactMap { $0 as? Callout }.last }
    #expect(captions.map(\.text.english) == ["wrong the same way", "different"])
    #expect(captions.map(\.detail?.english) == ["each time", "each time"])
  }

  @Test("the areas end where the sum of the parts does") func areas() throws {
    let panel = try #require(try figure("sum").panels.first)
    let areas = try #require(panel.marks.compactMap { $0 as? StackedAreas }.first)
    let top = try #require(areas.edges.last)
    for (degree, height) in zip(areas.places, top) {
      let parts = try ErrorParts(degree: Int(degree), xs: CosineSamples(seed: 0, count: 40).xs, noise: 0.2)
      #expect(abs(height - parts.total) < 1e-12)
    }
    let dot = try #require(panel.marks.compactMap { $0 as? LabelledDot }.first)
    #expect(dot.at.y == top.min())
  }

  @Test("too few points for the degree are refused") func refusal() {
    #expect(throws: UsageError.self) { try Recipe(BiasVariance.self, given: [.init("points", "15")]) }
  }

  @Test(
    "the ends of the options are drawn",
    arguments: [
      ["points": "6", "degree": "5"], ["noise": "10", "points": "6", "degree": "5"], ["fits": "2"],
      ["degree": "20", "points": "21"],
    ]) func ends(options: [String: String]) throws
  {
    for name in ["fans", "sum"] where name == "fans" || options["fits"] == nil {
      let figure = try figure(name, options)
      #expect(figure.title != "")
      _ = try figure.outline(Pictures.slides[0], with: Pictures.typesetter)
    }
  }
}
