import LessonKit
import Testing

@Suite("Recipe") struct RecipeTests {
  private func recipe(_ given: [(String, String)]) throws -> Recipe {
    try Recipe(Sample.self, given: given.map { Options.Given($0.0, $0.1) })
  }

  @Test(
    "what differs from the defaults is spelled again, and stands in the file name",
    arguments: [
      ([], "", ""), ([("steps", "100")], "", ""), ([("steps", "1e2")], "", ""), ([("opt", "adam")], "", ""),
      ([("steps", "200")], "--steps 200", "steps200"), ([("start", "-1,2")], "--start=-1,2", "start-1_2"),
      ([("start", "1,2")], "--start 1,2", "start1_2"), ([("opt", "sgd,adam")], "--opt sgd,adam", "sgd-adam"),
      ([("opt", "adam:lr=0.05")], "--opt adam:lr=0.05", "adam_lr0.05"),
      ([("opt", "sgd"), ("lr", "0.1")], "--opt sgd --lr 0.1", "sgd-lr0.1"),
      ([("act", "tanh"), ("noisy", "true")], "--act tanh --noisy", "tanh-noisy"),
      ([("range", "-2:2")], "--range=-2:2", "range-2_2"),
      ([("noisy", "true"), ("steps", "7")], "--steps 7 --noisy", "steps7-noisy"),
      ([("name", "x y")], "--name 'x y'", "xy-caca3794"),
    ] as [([(String, String)], String, String)]) func differences(
      _ given: [(String, String)], _ words: String, _ parts: String
    ) throws
  {
    let recipe = try recipe(given)
    let figure = recipe.figures[0]
    #expect(ShellWord.line(recipe.words(for: figure)) == words)
    #expect(recipe.fileParts(for: figure).joined(separator: "-") == parts)
  }

  @Test("the words of a recipe make the same recipe again") func roundTrip() throws {
    let first = try recipe([
      ("opt", "sgd:lr=0.001,adam:beta1=0.8"), ("steps", "7"), ("start", "-1e-3,4"), ("widths", "3,4"),
      ("range", "-1:0"), ("act", "sigmoid"), ("noisy", "true"), ("seed", "9"),
    ])
    var given: [(String, String)] = []
    let written = first.words(for: first.figures[0])
    var words = written[...]
    while let word = words.popFirst() {
      let halves = word.dropFirst(2).split(separator: "=", maxSplits: 1).map(String.init)
      let isFlag = words.first?.hasPrefix("--") ?? true
      given.append((halves[0], halves.count == 2 ? halves[1] : isFlag ? "true" : words.removeFirst()))
    }
    let second = try recipe(given)
    #expect(second.words(for: second.figures[0]) == written)
    #expect(second.json == first.json)
  }

  @Test("the seed reaches the figure and the findings") func seed() throws {
    let (seeded, plain) = (try recipe([("seed", "5")]), try recipe([]))
    #expect(try seeded.findings()[0].cases[0].value == 5)
    #expect(try plain.findings()[0].cases[0].value == 0)
    let figure = try seeded.draw(seeded.figures[0])
    #expect(figure.series[0].rows.last == [1, 5])
  }

  @Test("a figure is found by its name; without one it is the lesson's own") func figures() throws {
    let recipe = try recipe([])
    #expect(try recipe.figure(named: nil).name == "curve")
    #expect(try recipe.figure(named: "depth").name == "depth")
    let error = #expect(throws: UsageError.self) { try recipe.figure(named: "deth") }
    #expect(error?.message == "unknown figure 'deth' for --figure")
    #expect(error?.hints == ["did you mean 'depth'?   known: curve, depth, all", "try: lesson show sample"])
  }

  @Test("another figure than the first stands in command and file name, with the options it uses") func otherFigure()
    throws
  {
    let recipe = try recipe([("steps", "7"), ("depth", "4"), ("noisy", "true")])
    let figure = try recipe.figure(named: "depth")
    #expect(ShellWord.line(recipe.words(for: figure)) == "--figure depth --depth 4 --noisy")
    #expect(recipe.fileParts(for: figure) == ["depth", "depth4", "noisy"])
    #expect(recipe.options(of: figure) == ["depth", "noisy", "seed"])
    #expect(recipe.options(of: recipe.figures[0]) == recipe.declarations.map(\.key))
  }

  @Test("an option that changes nothing in the figure is refused, with the figure that it changes") func unused() throws
  {
    let recipe = try recipe([("steps", "7")])
    let error = #expect(throws: UsageError.self) { try recipe.checkUse(of: [recipe.figures[1]]) }
    #expect(error?.message == "--steps changes nothing in the figure 'depth'")
    #expect(error?.hints == ["it does in: lesson sample --figure curve"])
    try recipe.checkUse(of: [recipe.figures[0]])
    try recipe.checkUse(of: recipe.figures)
    let used = try self.recipe([("depth", "4"), ("seed", "3")])
    try used.checkUse(of: [used.figures[1]])
  }

  @Test("the plain headline stands last on every figure") func plainHeadline() throws {
    let recipe = try recipe([])
    for figure in recipe.figures { #expect(try recipe.draw(figure).title == figure.shows) }
  }

  @Test("a finding of another lesson's statement must stand on the page") func unannounced() throws {
    struct Guest: Lesson {
      static let page = Page("guest", in: .descent, title: "", question: "", examples: [])
      var figures: [LessonFigure] { [LessonFigure("own", "Own") { _ in Sample.figure(at: 1) }] }
      func findings(_ run: Run) throws -> [Finding] { try Sample().findings(run) }
    }
    let error = #expect(throws: UnannouncedFinding.self) { try Recipe(Guest.self).findings() }
    #expect(error?.description.contains("alsoMeasures: [\"sample.seed\"]") == true)
  }
}

@Suite("File names") struct FileNameTests {
  @Test("a long name is cut to the limit and still tells two figures apart") func long() {
    let parts = (0..<40).map { "part\($0)" }
    let (first, second) = (FileName.joined(parts), FileName.joined(parts + ["more"]))
    #expect(first.utf8.count <= FileName.longest)
    #expect(first != second)
    #expect(FileName.joined(["a", "", "b"]) == "a-b")
  }

  @Test(
    "a part has only characters that every file system takes",
    arguments: ["", "a/b", "../..", "x y", "中文", "a\u{0}b", "$(rm)", String(repeating: "ä", count: 300)]) func safe(
      _ text: String
    )
  {
    let part = FileName.part(of: text)
    #expect(
      part.unicodeScalars.allSatisfy {
        $0.isASCII && ($0.properties.isAlphabetic || "0123456789._-".unicodeScalars.contains($0))
      })
    #expect(part.utf8.count <= 41)
  }

  @Test("parts of different texts differ", arguments: [("a b", "ab"), ("中", "文"), ("a/b", "a:b")]) func distinct(
    _ a: String, _ b: String
  ) { #expect(FileName.part(of: a) != FileName.part(of: b)) }
}

@Suite("Shell words") struct ShellWordTests {
  @Test(
    "a word is quoted where a shell would read it otherwise",
    arguments: [
      ("adam", "adam"), ("adam:lr=0.02,sgd", "adam:lr=0.02,sgd"), ("--start=-1,2", "--start=-1,2"), ("a b", "'a b'"),
      ("", "''"), ("it's", "'it'\\''s'"), ("$x", "'$x'"), ("中", "'中'"), ("(1-x)^2", "'(1-x)^2'"),
    ]) func quotes(_ word: String, _ expected: String)
  { #expect(ShellWord.quoted(word) == expected) }
}
