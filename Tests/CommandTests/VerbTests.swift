import Foundation
import Testing

@Suite("Verbs")
struct VerbTests {
  private let shell: Shell
  init() throws { shell = try Shell() }

  @Test("the command alone prints a short help that leads with examples")
  func alone() throws {
    let result = try shell.lesson()
    #expect(result.status == 0)
    #expect(result.errors == "")
    let lines = result.text.split(separator: "\n")
    #expect(lines.count < 15)
    #expect(lines[1].hasPrefix("  lesson rosenbrock"))
  }

  @Test("help is there for every verb, topic and lesson, in every spelling")
  func help() throws {
    for command in [
      "--help", "-h", "help", "help presets", "help optimizers", "help embedding",
      "help exit-codes",
      "help rosenbrock", "rosenbrock --help", "rosenbrock -h --bogus", "list --help", "check -h",
      "rosenbrock --opt --help",
    ] {
      let result = try shell.bash("lesson \(command)")
      #expect(
        result.status == 0 && result.text.count > 200 && result.errors == "", "lesson \(command)")
    }
    #expect(try shell.lesson("help", "presets").text.contains("notes-wide  1300×650 px"))
    #expect(try shell.lesson("help", "optimizers").text.contains("beta1"))
    #expect(try shell.lesson("--version").text == "Plumbline 0.1\n")
  }

  @Test("no line of the help is wider than a terminal of 120 cells")
  func width() throws {
    for command in ["", "--help", "help presets", "help embedding", "help exit-codes"] {
      let lines = try shell.bash("lesson \(command)").text.split(separator: "\n")
      #expect(lines.allSatisfy { $0.count <= 120 }, "lesson \(command)")
    }
  }

  @Test("the examples of a lesson work as they are written")
  func examples() throws {
    let show = try shell.lesson("show", "rosenbrock", "--json").output.object()
    let examples = try #require(show["examples"] as? [[String: Any]])
    for example in examples {
      let command = try #require(example["command"] as? String)
      let result = try shell.bash("\(command) -n -q")
      #expect(result.status == 0, "\(command)")
    }
  }

  @Test("list and show speak Chinese too")
  func languages() throws {
    #expect(try shell.lesson("list", "--lang", "zh").text.contains("下降"))
    #expect(try shell.lesson("show", "rosenbrock", "--lang", "zh").text.contains("山谷"))
    #expect(try shell.lesson("list").text.contains("rosenbrock"))
  }

  @Test("all draws every lesson and an index that shows them, whatever the jobs")
  func all() throws {
    let one = try shell.bash("lesson all --preset thumb -o one --jobs 1 -q")
    let two = try shell.bash("lesson all --preset thumb -o two/ --jobs 2 -q")
    #expect(one.status == 0 && two.status == 0)
    #expect(one.text == two.text.replacingOccurrences(of: "two/", with: "one/"))
    #expect(one.text.hasSuffix("one/index.md\n"))
    let names = shell.files(in: "one")
    #expect(names == shell.files(in: "two"))
    for name in names { #expect(try shell.data("one/\(name)") == shell.data("two/\(name)")) }
    let index = String(decoding: try shell.data("one/index.md"), as: UTF8.self)
    for name in names where name.hasSuffix(".png") { #expect(index.contains("](\(name))")) }
    #expect(index.contains("✔"))
    #expect(
      try shell.bash("lesson all --preset thumb -o one").errors.contains("unchanged one/index.md"))
  }

  @Test("check measures every claim, and the recorded verdicts are the measured ones")
  func check() throws {
    let result = try shell.lesson("check", "--json", "--jobs", "2")
    #expect(result.status == 0, "\(result.errors)")
    let object = try result.output.object()
    let claims = try #require(object["claims"] as? [[String: Any]])
    #expect(!claims.isEmpty)
    #expect(claims.allSatisfy { $0["verdict"] as? String == $0["recorded"] as? String })
    #expect((object["different"] as? [Any])?.isEmpty == true)
    #expect(result.errors.contains("all as recorded"))
  }

  @Test("a lesson that is named twice is checked once")
  func checkTwice() throws {
    let (once, twice) = (
      try shell.lesson("check", "rosenbrock"), try shell.lesson("check", "rosenbrock", "rosenbrock")
    )
    #expect(twice.status == 0 && twice.text == once.text && twice.errors == once.errors)
  }

  @Test("the table of check has a row for every claim")
  func table() throws {
    let result = try shell.lesson("check", "rosenbrock", "-q")
    #expect(result.status == 0 && result.errors == "")
    #expect(result.text.contains("rosenbrock.condition        2508"))
  }

  @Test(
    "the bash completion completes lessons, options and values",
    arguments: [
      ("lesson ros", "rosenbrock"), ("lesson che", "check"),
      ("lesson rosenbrock --pre", "--preset"),
      ("lesson rosenbrock --preset sl", "slide slide43"),
      ("lesson rosenbrock --opt adam", "adam adamw adamax"),
      ("lesson rosenbrock --opt sgd,rms", "sgd,rmsprop"),
      ("lesson rosenbrock --theme = da", "dark"),
      ("lesson show ros", "rosenbrock"), ("lesson completions f", "fish"),
      ("lesson list --j", "--json"),
    ])
  func completion(_ line: String, _ expected: String) throws {
    let script = """
      source <(lesson completions bash)
      COMP_WORDS=(\(line)); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _lesson; echo "${COMPREPLY[*]}"
      """
    #expect(try shell.bash(script).text == expected + "\n")
  }

  @Test("the completions for zsh and fish name every lesson", arguments: ["zsh", "fish"])
  func otherShells(_ shell: String) throws {
    let script = try self.shell.lesson("completions", shell).text
    #expect(
      script.contains("rosenbrock") && script.contains("preset") && script.contains("slide43"))
  }
}
