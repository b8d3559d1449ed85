import LessonKit
import Testing

@testable import Lessons

@Suite("Dropout") struct DroppedUnitsTests {
  private func figure(_ options: [String: String] = [:], _ name: String? = nil) throws -> Figure {
    let recipe = try Recipe(DroppedUnits.self, given: options.map { Options.Given($0.key, $0.value) })
    return try recipe.draw(recipe.figure(named: name))
  }

  @Test("units that are dropped are crossed out, and have no edges") func graphs() throws {
    let masks = UnitMasks(layers: DroppedUnits.hidden, drop: 0.5, passes: 4, seed: 0)
    let graphs = try figure().panels.compactMap { $0.marks.first as? Graph }
    #expect(graphs.count == 4 && masks.differentCount == 4)
    for (graph, kept) in zip(graphs, masks.kept) {
      #expect(graph.nodes[4..<20].map { !$0.isCrossed } == Array(kept.joined()))
      #expect(graph.edges.allSatisfy { !graph.nodes[$0.from].isCrossed && !graph.nodes[$0.to].isCrossed })
    }
  }

  @Test(
    "the headline follows the masks",
    arguments: [
      ("0", "Without dropout every pass trains the whole network"),
      ("0.5", "Every pass trains a different half of the network"),
      ("0.95", "A pass that drops a whole layer trains nothing"),
      ("0.01", "Some of these passes train the same network"),
    ]) func headlines(drop: String, title: String) throws
  { #expect(try figure(["drop": drop]).title.english == title) }

  @Test("p and 1 − p of ten units stay", arguments: [("0.3", 3, 7), ("0.5", 5, 5), ("0.1", 1, 9), ("0.9", 9, 1)])
  func rates(p: String, kept: Int, left: Int) throws {
    let graphs = try figure(["p": p], "rate").panels.compactMap { $0.marks.first as? Graph }
    #expect(graphs.map { 10 - $0.nodes.count(where: \.isCrossed) } == [kept, left])
  }

  @Test("options that make no sense are refused", arguments: [("drop", "1"), ("drop", "-0.1"), ("p", "0"), ("p", "1")])
  func refusals(key: String, value: String) {
    #expect(throws: UsageError.self) { try Recipe(DroppedUnits.self, given: [.init(key, value)]) }
  }
}
