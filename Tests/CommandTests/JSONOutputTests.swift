import Foundation
import Testing

@Suite("lesson NAME --json") struct JSONOutputTests {
  private let shell: Shell
  init() throws { shell = try Shell() }

  @Test("the object has the schema that tools rely on") func schema() throws {
    let result = try shell.bash("lesson rosenbrock --opt adam:lr=0.02 --steps 30 --start=-1.5,2 --preset thumb --json")
    #expect(result.status == 0)
    let object = try result.output.object()
    #expect(object["schema"] as? String == "plumbline/2")
    #expect(object["lesson"] as? String == "rosenbrock")
    #expect(
      object["command"] as? String == "lesson rosenbrock --steps 30 --start=-1.5,2 --opt adam:lr=0.02 --preset thumb")
    let options = try #require(object["options"] as? [String: Any])
    #expect(options["opt"] as? [String] == ["adam:lr=0.02"])
    #expect(options["steps"] as? Int == 30)
    #expect(options["start"] as? [Double] == [-1.5, 2])
    #expect(options["seed"] as? Int == 0)

    let figure = try #require(object["figure"] as? [String: Any])
    #expect(figure["name"] as? String == "valley")
    let path = "output/rosenbrock-steps30-start-1.5_2-adam_lr0.02-thumb.png"
    #expect(figure["path"] as? String == path)
    #expect(figure["width"] as? Int == 640)
    #expect(figure["height"] as? Int == 360)
    #expect(figure["dpi"] as? Double == 96)
    for key in ["title", "caption", "alt"] { #expect((figure[key] as? String)?.isEmpty == false) }
    for key in ["talk", "ask", "protocol"] { #expect((figure[key] as? String)?.contains("$") == false, "plain text") }
    let texts = try #require(figure["texts"] as? [[String: Any]])
    #expect(texts.allSatisfy { ($0["box"] as? [Double])?.count == 4 && $0["role"] is String })
    let axes = try #require(figure["axes"] as? [[String: Any]])
    #expect(axes.allSatisfy { ($0["x"] as? [String: Any])?["ticks"] is [Double] })

    #expect(object["claims"] == nil, "claims are measured only with --claims")
  }

  @Test("with --claims the object has what was measured, and standard error a table of it") func claims() throws {
    let result = try shell.bash("lesson rosenbrock --opt adam --preset thumb --json --claims")
    let claims = try #require(try result.output.object()["claims"] as? [[String: Any]])
    #expect(!claims.isEmpty)
    for key in ["id", "code", "statement", "source", "measured", "verdict", "recorded"] {
      #expect(claims.allSatisfy { $0[key] != nil && !($0[key] is NSNull) })
    }
    let lines = result.errors.split(separator: "\n")
    for claim in claims {
      let id = try #require(claim["id"] as? String)
      let statement = try #require(claim["statement"] as? String)
      #expect(lines.contains { $0.contains(id) && $0.contains(statement) })
    }
  }

  @Test("a run of N steps has N + 1 rows, and the first is the start") func rows() throws {
    let result = try shell.bash("lesson rosenbrock --opt adam --steps 30 --start=-1.5,2 --preset thumb --json -q")
    let series = try #require(try result.output.object()["series"] as? [[String: Any]])
    let rows = try #require(series[0]["rows"] as? [[Double]])
    #expect(series[0]["name"] as? String == "adam")
    #expect(series[0]["columns"] as? [String] == ["step", "x", "y", "loss"])
    #expect(rows.count == 31)
    #expect(Array(rows[0].prefix(3)) == [0, -1.5, 2])
    #expect(rows[30][0] == 30)
  }

  @Test("a run that diverges is a figure, and the record says at which step") func diverges() throws {
    let result = try shell.bash("lesson rosenbrock --opt sgd --lr 1e9 --preset thumb --json")
    #expect(result.status == 0)
    let figure = try #require(try result.output.object()["figure"] as? [String: Any])
    let series = try #require(figure["series"] as? [[String: Any]])
    #expect(series.contains { $0["diverged_at"] is Int })
    #expect(shell.files(in: "output").count == 1)
  }

  @Test("--json=FILE and --sidecar write the same object to files, and standard output has the paths") func files()
    throws
  {
    let result = try shell.bash("lesson rosenbrock --preset thumb -o a.png --json=b/data.json --sidecar")
    #expect(result.text == "a.png\nb/data.json\na.json\n")
    #expect(try shell.data("a.json") == shell.data("b/data.json"))
    #expect(try shell.data("a.json").object()["schema"] as? String == "plumbline/2")
    let again = try shell.bash("lesson rosenbrock --preset thumb -o a.png --sidecar")
    #expect(again.errors.contains("unchanged a.json"))
  }

  @Test("list, show and check speak JSON") func verbs() throws {
    let list = try shell.lesson("list", "--json").output.object()
    let lessons = try #require(list["lessons"] as? [[String: Any]])
    #expect(lessons.contains { $0["name"] as? String == "rosenbrock" })

    let show = try shell.lesson("show", "rosenbrock", "--json").output.object()
    let options = try #require(show["options"] as? [[String: Any]])
    #expect(options.map { $0["key"] as? String }.contains("steps"))
    #expect((show["examples"] as? [Any])?.count == 3)
    let claims = try #require(show["claims"] as? [[String: Any]])
    #expect(!claims.isEmpty)
    #expect(claims.allSatisfy { $0["recorded"] is String && $0["measured"] == nil })
  }
}
