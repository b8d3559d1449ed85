import Foundation
import Landscapes
import Optimizers
import Testing

/// Walks that PyTorch took on formulas, and on the named functions written as formulas.
@Suite("Walks on formulas against PyTorch") struct ExpressionPeerTests {
  struct Run: Decodable, CustomTestStringConvertible {
    let function: String
    let formula: String
    let rule: String
    let start: [Double]
    /// Step, x, y and loss.
    let rows: [[Double]]

    var testDescription: String { "\(rule) on \(function)" }
  }

  static let runs: [Run] = {
    let url = Bundle.module.url(forResource: "Reference/expressions", withExtension: "json")!
    return try! JSONDecoder().decode([Run].self, from: Data(contentsOf: url))
  }()

  @Test("every rule that PyTorch or a paper defines, and every named function, is held against the peer")
  func coverage() throws {
    let rules = try Set(Self.runs.map { try Rule(parsing: $0.rule).name })
    #expect(rules == Set(RuleKind.all.map(\.name)).subtracting(["lamb-notes"]))
    let functions = Set(Self.runs.map(\.function))
    #expect(Landscape.all.allSatisfy { functions.contains($0.name) })
    #expect(functions.count >= 30 && Self.runs.count >= 50)
    #expect(Self.runs.allSatisfy { $0.rows.last?[0] == 500 })
  }

  @Test("a walk on a formula equals PyTorch's to nine digits over 500 steps", arguments: runs) func formula(run: Run)
    throws
  { try check(run, on: Landscape(try Expression(parsing: run.formula))) }

  @Test(
    "a walk on a named function equals PyTorch's to nine digits over 500 steps",
    arguments: runs.filter { Landscape.named($0.function) != nil }) func named(run: Run) throws
  { try check(run, on: try #require(Landscape.named(run.function))) }

  private func check(_ run: Run, on landscape: Landscape) throws {
    let start = Vector2(run.start[0], run.start[1])
    let walk = descend(landscape, from: start, by: try Rule(parsing: run.rule), steps: 500)
    try #require(walk.outcome == .finished)
    for row in run.rows {
      let point = walk.points[Int(row[0])]
      // Of the point's size; near zero a coordinate is what rounding leaves of others.
      let tolerance = 1e-9 * max(abs(row[1]), abs(row[2]), 1e-3)
      #expect(point.distance(to: Vector2(row[1], row[2])) <= tolerance, "step \(row[0])")
      let slope = landscape.slope(at: point)
      let spread = 1e-9 * abs(row[3]) + slope.gradient.length * tolerance + 1e-13
      #expect(abs(walk.losses[Int(row[0])] - row[3]) <= spread, "loss at step \(row[0])")
    }
  }
}
