import LessonKit
import Testing

@testable import Lessons

@Suite("Where training starts") struct InitializationTests {
  private func figure(_ name: String, _ options: [String: String] = [:]) throws -> Figure {
    let recipe = try Recipe(Initialization.self, given: options.map { Options.Given($0.key, $0.value) })
    return try recipe.draw(recipe.figure(named: name))
  }

  @Test("the signal's size is PyTorch's") func signal() {
    func wave(_ rows: Int, _ columns: Int, _ frequency: Double, _ phase: Double) -> Tensor {
      Tensor((0..<rows * columns).map { sin(frequency * Double($0) + phase) }, shape: [rows, columns])
    }
    let weights = (0..<3).map { wave(6, 6, 1.3 + 0.2 * Double($0), 0.5) }
    let sizes = SignalSizes.sizes(of: wave(5, 6, 1.7, 0.3), weights, spread: 0.5)
    let peer = [0.6996282004764615, 0.5988582881284454, 0.4905091518741601, 0.13493784048059268]
    #expect(sizes.count == peer.count)
    for (size, wanted) in zip(sizes, peer) { #expect(abs(size / wanted - 1) < 1e-9) }
  }

  @Test("each scheme multiplies the mean square by n·Var(w)/2 a layer", arguments: [0.5, 1, 1.414, 2.5]) func factor(
    spread: Double
  ) {
    let (width, depth) = (256, 5)
    let scheme = WeightScheme.normal(deviation: spread / 16)
    let study = SignalSizes([scheme], depth: depth, width: width, seeds: 5, from: 0)
    let sizes = study.sizes(0).map(\.median)
    let factor = pow(sizes[depth] / sizes[0], 2 / Double(depth))
    #expect(abs(factor / (spread * spread / 2) - 1) < 0.06)
  }

  @Test("the curves prove the headline, and Xavier's comes where it is asked for") func headline() throws {
    let shown = try Specimen.shown(Initialization.self).figure
    #expect(shown.title.english == "Weights too large: the signal explodes; too small: it fades")
    let fans = shown.panels[0].marks.compactMap { $0 as? Fan }
    let ends = fans.map { ($0.samples.last?.median ?? .nan) / $0.samples[0].median }
    #expect(ends.count == 3 && ends[0] > 1e5 && (0.3...3).contains(ends[1]) && ends[2] < 1e-5)
    #expect(fans.map { $0.line.label?.english } == ["explodes", "lasts", "fades"])
    let more = try figure("spread", ["xavier": "true"]).panels[0].marks.compactMap { $0 as? Fan }
    #expect(more.map { $0.line.label?.english } == ["explodes", "lasts", "fades", "Xavier"])
  }

  @Test("zero weights leave no signal and no learning") func zero() {
    let zero = WeightScheme.normal(deviation: 0)
    let study = SignalSizes([zero], depth: 3, width: 8, seeds: 1, from: 0)
    #expect(study.sizes(0).dropFirst().allSatisfy { $0.median == 0 } && study.lost(0, below: 1e-5) == 1)
    let learning = DigitStarts([zero], rate: 0.1, seeds: 1, from: 0)
    #expect(abs(learning.first(0) - log(10)) < 1e-12 && learning.runs.values[0][0].isStill)
  }

  @Test("two starts beside each other end in different minima") func neighbours() {
    let ends = Initialization.starts.map {
      descend(
        Initialization.BasinStudy.landscape, from: Vector2($0), by: Initialization.BasinStudy.rule,
        steps: Initialization.BasinStudy.steps
      ).end
    }
    #expect(Initialization.starts[0].distance(to: Initialization.starts[1]) < 0.5)
    #expect(ends[0].distance(to: ends[1]) > 4)
  }

  @Test(
    "every option draws at its ends",
    arguments: [
      ("spread", ["depth": "1"]), ("spread", ["depth": "100", "seeds": "1"]), ("spread", ["width": "1"]),
      ("spread", ["width": "512", "depth": "2", "seeds": "1"]), ("loss", ["lr": "1e6"]), ("loss", ["lr": "1e-6"]),
    ]) func ends(name: String, options: [String: String]) throws
  {
    let title = try figure(name, options).title.english
    #expect(!title.contains("alive") && !title.contains("learns") || options["depth"] == "100")
  }
}
