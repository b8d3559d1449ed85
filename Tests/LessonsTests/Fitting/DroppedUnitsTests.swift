import LessonKit
import Testing

@testable import Lessons

@Suite("Dropout") struct DroppedUnitsTests {
  private func figure(_ options: [String: String] = [:], _ name: String? = nil) throws -> Figure {
    let recipe = try Recipe(DroppedUnits.self, given: options.map { Options.Given($0.key, $0.value) })
    return try recipe.draw(recipe.figure(named: name))
  }

  @Test("dropped units are crossed out and have no edges, and the kept ones are counted") func graphs() throws {
    let masks = UnitMasks(layers: DroppedUnits.hidden, drop: 0.5, passes: 2, seed: DroppedUnits.page.seed)
    let figure = try figure()
    let panels = figure.panels
    let graphs = panels.compactMap { $0.marks.first as? Graph }
    #expect(graphs.count == 2 && masks.differentCount == 2)
    for (place, graph) in graphs.enumerated() {
      let kept = Array(masks.kept[place].joined())
      #expect(graph.nodes[3..<15].map { !$0.isDropped } == kept)
      #expect(graph.nodes.allSatisfy { $0.isCrossedOut == $0.isDropped })
      #expect(graph.edges.allSatisfy { !graph.nodes[$0.from].isDropped && !graph.nodes[$0.to].isDropped })
      #expect(panels[place].heading?.english == "pass \(place + 1): \(kept.count { $0 }) of 12 kept")
      let dropped = figure.series[place].rows.map { $0[1] == 1 }
      #expect(dropped[3..<15].map { !$0 } == kept && dropped.count == 17)
      let orange = graph.nodes.count { $0.shade == 1 && $0.identity != nil }
      #expect(orange == masks.counts[place], "only kept hidden units are in full colour")
    }
  }

  @Test(
    "the headline follows the masks",
    arguments: [
      ("0", "Without dropout every pass trains the whole network"),
      ("0.5", "Dropout: each training pass uses another half of the network"),
      ("0.95", "A pass that drops a whole layer trains nothing below it"),
      ("0.01", "Both passes train the same network"),
    ]) func headlines(drop: String, title: String) throws
  { #expect(try figure(["drop": drop]).title.english == title) }

  @Test("dropout raises the training loss, lowers the test loss, and narrows the gap") func gap() throws {
    let study = try DroppedUnits().pairs(from: 0)
    let (plain, dropped) = (study.end(0), study.end(1))
    // PyTorch on the same digits with draws of its own, seeds 0 to 2: 0.126 and 2.125 without, 0.678 and 1.349 with dropout.
    #expect(abs(plain.training - 0.126) < 0.04 && abs(plain.test - 2.125) < 0.3)
    #expect(abs(dropped.training - 0.678) < 0.08 && abs(dropped.test - 1.349) < 0.2)
    #expect(study.training(0)[0] == study.training(1)[0], "both start from the same weights")
    #expect(study.tests == 360 && study.lostCount == 0)
    #expect(try figure([:], "training").title.english == "Dropout narrows the gap between training and test")
  }

  @Test(
    "the headline of training follows the run",
    arguments: [
      (["lr": "1e300", "seeds": "2"], "4 of 4 networks diverge, the first in epoch 1"),
      (["drop": "0", "epochs": "2"], "At a rate of 0 dropout changes nothing"),
      (["drop": "0.95", "epochs": "10"], "Here dropout makes the test loss higher, not lower"),
      (["epochs": "1", "seeds": "1"], "Here dropout makes the test loss higher, not lower"),
    ]) func trainings(options: [String: String], title: String) throws
  { #expect(try figure(options, "training").title.english == title) }

  @Test("left on in the test, dropout costs accuracy, and no two passes need agree") func modes() throws {
    let modes = try DroppedUnits().modes(seed: DroppedUnits.page.seed)
    #expect(modes.training.count == 40 && Set(modes.training).count > 3)
    #expect(modes.cost > 8 && modes.cost < 20 && (modes.training.max() ?? 100) < modes.evaluation)
    let points = Int(modes.cost.rounded())
    #expect(try figure([:], "mode").title.english == "Left on in the test, dropout costs \(points) points of accuracy")
  }

  @Test(
    "the headline of the modes follows the run",
    arguments: [
      (["lr": "1e300"], "The network diverges in epoch 1"),
      (["drop": "0", "epochs": "2"], "At a rate of 0 both modes are the same"),
      (["drop": "0.01", "epochs": "5"], "Here it hardly matters whether dropout is left on"),
    ]) func modeHeadlines(options: [String: String], title: String) throws
  { #expect(try figure(options, "mode").title.english == title) }

  @Test("p and 1 − p of ten units stay", arguments: [("0.3", 3, 7), ("0.5", 5, 5), ("0.1", 1, 9), ("0.9", 9, 1)])
  func rates(p: String, kept: Int, left: Int) throws {
    let graphs = try figure(["p": p], "rate").panels.compactMap { $0.marks.first as? Graph }
    #expect(graphs.map { 10 - $0.nodes.count(where: \.isDropped) } == [kept, left])
    #expect(graphs.map { 10 - $0.nodes.count(where: \.isCrossedOut) } == [kept, left])
  }

  @Test(
    "options that make no sense are refused",
    arguments: [
      ("drop", "1"), ("drop", "-0.1"), ("drop", "nan"), ("p", "0"), ("p", "1"), ("p", "0.25"), ("samples", "1438"),
      ("samples", "9"), ("wrong", "91"), ("epochs", "0"), ("lr", "0"), ("seeds", "0"),
    ]) func refusals(key: String, value: String)
  { #expect(throws: UsageError.self) { try Recipe(DroppedUnits.self, given: [.init(key, value)]) } }
}
