import LessonKit
import Testing

@testable import Lessons

@Suite("The exploding gradient") struct ExplodingTests {
  private func figure(_ name: String, _ options: [String: String] = [:]) throws -> Figure {
    let recipe = try Recipe(Exploding.self, given: options.map { Options.Given($0.key, $0.value) })
    return try recipe.draw(recipe.figure(named: name))
  }

  @Test("ReLU layers pass the size of their weights on, layer by layer", arguments: [1, 7, 50], [0.5, 10, 20])
  func compound(depth: Int, percent: Double) {
    let study = Exploding.Study(depth: depth, percents: [percent, -percent], seeds: 2, from: 3)
    #expect(study.right == 1)
    for (index, size) in study.sizes.enumerated() {
      #expect(abs(study.ratio(index) / pow(size, Double(depth)) - 1) < 1e-9)
    }
  }

  @Test("a run ends where its loss or its weights are no numbers, and only there", arguments: [0.05, 0.2, 0.8, 3, 1e6])
  func overflow(rate: Double) {
    let run = Overflow(rate: rate, seed: 0)
    #expect(run.losses.allSatisfy { $0.isFinite })
    if rate <= 0.2 {
      #expect(run.end == nil && run.losses.count == Overflow.most)
      #expect(run.losses[run.losses.count - 1] < 0.1 * run.losses[0])
    } else {
      #expect(run.end == run.losses.count)
      #expect(run.losses.max() ?? 0 > 1e3)
    }
  }

  @Test("the headline's number is at the end of its curve") func headline() throws {
    let figure = try Specimen.shown(Exploding.self).figure
    #expect(figure.title.english == "Weights 10\u{2009}% too large: gradients grow 117-fold in 50 layers")
    let fans = figure.panels[0].marks.compactMap { $0 as? Fan }
    #expect(fans.map { $0.line.finding?.english } == [nil, "×117"])
  }

  @Test("weights that are too small stand beside them, or alone") func small() throws {
    func findings(_ figure: Figure) -> [String?] {
      figure.panels[0].marks.compactMap { ($0 as? Fan)?.line }.map { $0.finding?.english }
    }
    #expect(try findings(figure("depth", ["percent": "10,-10"])) == ["÷194", nil, "×117"])
    let alone = try figure("depth", ["percent": "-10"])
    #expect(findings(alone) == ["÷194", nil])
    #expect(alone.title.english.hasPrefix("Weights 10\u{2009}% too small: gradient ÷ "))
  }

  @Test("other lists of sizes are refused", arguments: ["0", "10,0", "1,2", "-1,-2", "10,-10,5"]) func refused(
    percents: String
  ) { #expect(throws: UsageError.self) { try Recipe(Exploding.self, given: [.init("percent", percents)]) } }

  @Test(
    "the headline follows the run",
    arguments: [
      ("depth", ["depth": "1"], "A gradient through 1 layer, by the size of the weights"),
      ("depth", ["percent": "0.5", "depth": "3"], "A gradient through 3 layers, by the size of the weights"),
      ("overflow", ["lr": "0.1"], "The loss of one network at two learning rates"),
      ("overflow", ["lr": "0.001"], "The loss of one network at two learning rates"),
    ]) func plain(name: String, options: [String: String], title: String) throws
  { #expect(try figure(name, options).title.english == title) }

  @Test("all curves are in view, however deep", arguments: ["1", "200", "1000"]) func view(depth: String) throws {
    let panel = try figure("depth", ["depth": depth, "percent": "10,-10", "seeds": "1"]).panels[0]
    let domain = try #require(panel.y.domain)
    let ends = panel.marks.compactMap { ($0 as? Fan)?.samples.last?.median }
    #expect(ends.count == 3 && ends.allSatisfy { domain.contains($0) })
  }

  @Test("a run that overflows at once says so", arguments: ["3", "1000", "1e6"]) func ends(rate: String) throws {
    let figure = try figure("overflow", ["lr": rate])
    let line = try #require(figure.panels[0].marks.compactMap { $0 as? Line }.last)
    let step = try #require(line.divergedAt)
    #expect(figure.title.english.contains("after \(step) step"))
    #expect(line.label?.english == "step \(step): not a number")
  }
}
