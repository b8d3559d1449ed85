import Foundation
import LessonKit
import Lessons
import Testing

@testable import LessonCommand

@Suite("Verbs") struct VerbTests {
  private let shell: Shell
  init() throws { shell = try Shell() }

  @Test("the command alone prints a short help that leads with examples") func alone() throws {
    let result = try shell.lesson()
    #expect(result.status == 0)
    #expect(result.errors == "")
    let lines = result.text.split(separator: "\n")
    #expect(lines.count < 15)
    #expect(lines[1].hasPrefix("  lesson rosenbrock"))
  }

  @Test("help is there for every verb, topic and lesson, in every spelling") func help() throws {
    for command in [
      "--help", "-h", "help", "help presets", "help optimizers", "help embedding", "help exit-codes", "help rosenbrock",
      "rosenbrock --help", "rosenbrock -h --bogus", "list --help", "check -h", "rosenbrock --opt --help",
      "redraw --help", "help notes", "fill --help", "deck --help", "gallery --help",
    ] {
      let result = try shell.bash("lesson \(command)")
      #expect(result.status == 0 && result.text.count > 200 && result.errors == "", "lesson \(command)")
    }
    for verb in Verb.allCases where Topic(rawValue: verb.rawValue) == nil && verb != .help {
      let page = try shell.lesson("help", verb.rawValue).text
      #expect(page.hasPrefix("lesson \(verb.rawValue) ") && page.contains("--help"), "\(page)")
      #expect(verb.switches.allSatisfy { page.contains("--" + $0.name) })
    }
    let full = try shell.lesson("help").text
    for word in Verb.allCases.map(\.rawValue) + ["--figure", "--claims", "lesson check"] {
      #expect(full.contains(word))
    }
    for command in ["help", "help optimizers", "help schedules", "show rosenbrock"] {
      let text = try shell.bash("lesson \(command)").text
      #expect(text.firstMatch(of: /\brules?\b/.ignoresCase()) == nil, "lesson \(command)")
    }
    #expect(try shell.lesson("help", "presets").text.contains("notes-wide  1300×650 px"))
    #expect(try shell.lesson("help", "optimizers").text.contains("beta1"))
    #expect(try shell.lesson("--version").text == "Plumbline 0.1\n")
  }

  @Test("the table of verbs and the words that no lesson may be called are the same") func table() {
    #expect(Verb.allCases.map(\.rawValue) == Catalog.verbs)
  }

  @Test("no line of the help is wider than a terminal of 120 cells") func width() throws {
    for command in ["", "--help", "help presets", "help embedding", "help notes", "help exit-codes"] {
      let lines = try shell.bash("lesson \(command)").text.split(separator: "\n")
      #expect(lines.allSatisfy { $0.count <= 120 }, "lesson \(command)")
    }
  }

  @Test("the examples of a lesson work as they are written") func examples() throws {
    let show = try shell.lesson("show", "rosenbrock", "--json").output.object()
    let examples = try #require(show["examples"] as? [[String: Any]])
    for example in examples {
      let command = try #require(example["command"] as? String)
      let result = try shell.bash("\(command) -n -q")
      #expect(result.status == 0, "\(command)")
    }
  }

  @Test("show lists the figures in order, with their plain headline and the options they use") func figures() throws {
    for name in catalog.names {
      let recipe = Recipe.standard(of: try catalog.lesson(named: name))
      let show = try shell.lesson("show", name, "--json").output.object()
      let figures = try #require(show["figures"] as? [[String: Any]])
      #expect(figures.map { $0["name"] as? String } == recipe.figures.map(\.name))
      #expect(figures.map { $0["shows"] as? String } == recipe.figures.map { $0.shows.plain.english })
      #expect(figures.map { $0["options"] as? [String] } == recipe.figures.map { recipe.options(of: $0) })
      let text = try shell.lesson("show", name).text
      for figure in recipe.figures { #expect(text.contains("  \(figure.name)  ")) }
    }
  }

  @Test("list has the lessons in the order of the course, each under its chapter") func list() throws {
    let list = try shell.lesson("list", "--json").output.object()
    let lessons = try #require(list["lessons"] as? [[String: Any]])
    #expect(lessons.map { $0["name"] as? String } == catalog.names)
    let chapters = lessons.compactMap { $0["chapter"] as? String }
    #expect(chapters == Chapter.course.map(\.name).flatMap { c in chapters.filter { $0 == c } })
    let lines = try shell.lesson("list").text.split(separator: "\n")
    let named = lines.filter { $0.hasPrefix("  ") }.map { $0.split(separator: " ")[0] }
    #expect(named.map(String.init) == catalog.names)
    #expect(lines.count == catalog.names.count + Set(chapters).count)
  }

  @Test("every unit of an option has a name in Chinese") func units() {
    for unit in catalog.lessons.flatMap({ Recipe.declarations(of: $0) }).map(\.unit) where unit.contains(/[a-z]/) {
      #expect(Sheet.unit(unit).chinese.contains(/^单位：\p{Han}+$/), "\(unit)")
    }
  }

  @Test("list and show speak Chinese too") func languages() throws {
    #expect(try shell.lesson("list", "--lang", "zh").text.contains("下降"))
    #expect(try shell.lesson("show", "rosenbrock", "--lang", "zh").text.contains("山谷"))
    #expect(try shell.lesson("list").text.contains("rosenbrock"))
  }

  @Test(
    "the bash completion completes lessons, options and values",
    arguments: [
      ("lesson ros", "rosenbrock"), ("lesson che", "check"), ("lesson rosenbrock --pre", "--preset"),
      ("lesson rosenbrock --preset sl", "slide slide43"), ("lesson rosenbrock --opt adam", "adam adamw adamax"),
      ("lesson rosenbrock --opt sgd,rms", "sgd,rmsprop"), ("lesson rosenbrock --theme = da", "dark"),
      ("lesson show ros", "rosenbrock"), ("lesson completions f", "fish"), ("lesson list --j", "--json"),
      ("lesson rosenbrock --fig", "--figure"), ("lesson rosenbrock --figure lo", "loss"),
      ("lesson rosenbrock --figure = lo", "loss"), ("lesson all --figure a", "all"), ("lesson check D8", "D8"),
      ("lesson redr", "redraw"), ("lesson redraw --the", "--theme"), ("lesson redraw --theme da", "dark"),
      ("lesson fill --sug", "--suggest"), ("lesson deck gradient", "gradient-flow"),
      ("lesson saddle --snippet pp", "pptx"),
    ]) func completion(_ line: String, _ expected: String) throws
  {
    let script = """
      source <(lesson completions bash)
      COMP_WORDS=(\(line)); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _lesson; echo "${COMPREPLY[*]}"
      """
    #expect(try shell.bash(script).text == expected + "\n")
  }

  @Test("the completions for zsh and fish name every lesson", arguments: ["zsh", "fish"]) func otherShells(
    _ shell: String
  ) throws {
    let script = try self.shell.lesson("completions", shell).text
    #expect(script.contains("rosenbrock") && script.contains("preset") && script.contains("slide43"))
    #expect(script.contains("figure") && script.contains("valley loss all"))
  }
}
