import Foundation
import Testing

@Suite("lesson check") struct CheckTests {
  private let shell: Shell
  init() throws { shell = try Shell() }

  @Test("check measures every claim, and the recorded verdicts are the measured ones") func everything() throws {
    let result = try shell.lesson("check", "--json", "--jobs", "2")
    #expect(result.status == 0, "\(result.errors)")
    let object = try result.output.object()
    let claims = try #require(object["claims"] as? [[String: Any]])
    #expect(!claims.isEmpty)
    #expect(claims.allSatisfy { $0["verdict"] as? String == $0["recorded"] as? String })
    let names = claims.compactMap { $0["id"] as? String }
    #expect(names.count == claims.count && Set(names).count == names.count, "one claim a statement")
    #expect((object["different"] as? [Any])?.isEmpty == true)
    #expect(result.errors.contains("all as recorded"))
    #expect(shell.files().isEmpty, "nothing is drawn")
  }

  @Test("a lesson that is named twice, or with one of its claims, is checked once") func twice() throws {
    let once = try shell.lesson("check", "rosenbrock")
    let twice = try shell.lesson("check", "rosenbrock", "rosenbrock", "D8")
    #expect(twice.status == 0 && twice.text == once.text && twice.errors == once.errors)
  }

  @Test("a code selects its claims, in either case, and a claim can be asked for by name") func codes() throws {
    for (words, ids) in [
      ("D8", ["rosenbrock.rmsprop-farther"]), ("d8", ["rosenbrock.rmsprop-farther"]),
      ("rosenbrock.slope", ["rosenbrock.slope"]),
      ("D8 rosenbrock.slope", ["rosenbrock.slope", "rosenbrock.rmsprop-farther"]),
    ] {
      let result = try shell.bash("lesson check \(words) --json -q")
      #expect(result.status == 0 && result.errors == "")
      let claims = try #require(try result.output.object()["claims"] as? [[String: Any]])
      #expect(claims.compactMap { $0["id"] as? String } == ids)
    }
  }

  @Test("the table has a row for every measurement, under the names of its columns") func table() throws {
    let result = try shell.lesson("check", "rosenbrock", "-q")
    #expect(result.status == 0 && result.errors == "")
    let lines = result.text.split(separator: "\n")
    let columns = ["code", "claim", "expected", "measured", "verdict", "source", "statement"]
    #expect(lines[0].split(separator: " ").map(String.init) == columns)
    #expect(result.text.contains("rosenbrock.condition        2508"))
    #expect(!result.text.contains("notes"))
    let chinese = try shell.lesson("check", "rosenbrock.condition", "-q", "--lang", "zh").text
    #expect(chinese.contains("结论") && chinese.contains("条件数"))
  }
}
