import LessonKit
import Testing

@Suite("Recipe")
struct RecipeTests {
  private func recipe(_ given: [(String, String)]) throws -> Recipe {
    try Recipe(Sample.self, given: given.map { Options.Given($0.0, $0.1) })
  }

  @Test(
    "what differs from the defaults is spelled again, and stands in the file name",
    arguments: [
      ([], "", ""),
      ([("steps", "100")], "", ""),
      ([("steps", "1e2")], "", ""),
      ([("opt", "adam")], "", ""),
      ([("steps", "200")], "--steps 200", "steps200"),
      ([("start", "-1,2")], "--start=-1,2", "start-1_2"),
      ([("start", "1,2")], "--start 1,2", "start1_2"),
      ([("opt", "sgd,adam")], "--opt sgd,adam", "sgd-adam"),
      ([("opt", "adam:lr=0.05")], "--opt adam:lr=0.05", "adam-lr0.05"),
      ([("opt", "sgd"), ("lr", "0.1")], "--opt sgd --lr 0.1", "sgd-lr0.1"),
      ([("act", "tanh"), ("noisy", "true")], "--act tanh --noisy", "tanh-noisy"),
      ([("range", "-2:2")], "--range=-2:2", "range-2-2"),
      ([("noisy", "true"), ("steps", "7")], "--steps 7 --noisy", "steps7-noisy"),
      ([("name", "x y")], "--name 'x y'", "xy-caca3794"),
    ] as [([(String, String)], String, String)])
  func differences(_ given: [(String, String)], _ words: String, _ parts: String) throws {
    let recipe = try recipe(given)
    #expect(ShellWord.line(recipe.words) == words)
    #expect(recipe.fileParts.joined(separator: "-") == parts)
  }

  @Test("the words of a recipe make the same recipe again")
  func roundTrip() throws {
    let first = try recipe([
      ("opt", "sgd:lr=0.001,adam:beta1=0.8"), ("steps", "7"), ("start", "-1e-3,4"),
      ("widths", "3,4"), ("range", "-1:0"), ("act", "sigmoid"), ("noisy", "true"), ("seed", "9"),
    ])
    var given: [(String, String)] = []
    var words = first.words[...]
    while let word = words.popFirst() {
      let halves = word.dropFirst(2).split(separator: "=", maxSplits: 1).map(String.init)
      let isFlag = words.first?.hasPrefix("--") ?? true
      given.append(
        (halves[0], halves.count == 2 ? halves[1] : isFlag ? "true" : words.removeFirst()))
    }
    let second = try recipe(given)
    #expect(second.words == first.words)
    #expect(second.json == first.json)
  }

  @Test("the seed reaches the run")
  func seed() throws {
    #expect(try recipe([("seed", "5")]).run(.figure).claims[0].cases[0].value == 5)
    #expect(try recipe([]).run(.full).claims[0].cases[0].value == 0)
  }
}

@Suite("File names")
struct FileNameTests {
  @Test("a long name is cut to the limit and still tells two figures apart")
  func long() {
    let parts = (0..<40).map { "part\($0)" }
    let (first, second) = (FileName.joined(parts), FileName.joined(parts + ["more"]))
    #expect(first.utf8.count <= FileName.longest)
    #expect(first != second)
    #expect(FileName.joined(["a", "", "b"]) == "a-b")
  }

  @Test(
    "a part has only characters that every file system takes",
    arguments: [
      "", "a/b", "../..", "x y", "中文", "a\u{0}b", "$(rm)", String(repeating: "ä", count: 300),
    ])
  func safe(_ text: String) {
    let part = FileName.part(of: text)
    #expect(
      part.unicodeScalars.allSatisfy {
        $0.isASCII && ($0.properties.isAlphabetic || "0123456789._-".unicodeScalars.contains($0))
      })
    #expect(part.utf8.count <= 41)
  }

  @Test("parts of different texts differ", arguments: [("a b", "ab"), ("中", "文"), ("a/b", "a:b")])
  func distinct(_ a: String, _ b: String) { #expect(FileName.part(of: a) != FileName.part(of: b)) }
}

@Suite("Shell words")
struct ShellWordTests {
  @Test(
    "a word is quoted where a shell would read it otherwise",
    arguments: [
      ("adam", "adam"), ("adam:lr=0.02,sgd", "adam:lr=0.02,sgd"), ("--start=-1,2", "--start=-1,2"),
      ("a b", "'a b'"), ("", "''"), ("it's", "'it'\\''s'"), ("$x", "'$x'"), ("中", "'中'"),
      ("(1-x)^2", "'(1-x)^2'"),
    ])
  func quotes(_ word: String, _ expected: String) { #expect(ShellWord.quoted(word) == expected) }
}
