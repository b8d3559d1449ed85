import Testing

@testable import LessonKit

@Suite("Options") struct OptionsTests {
  /// The value of an option of the sample lesson after a command line.
  private func value(_ key: String, _ given: [(String, String)]) throws -> String {
    let recipe = try Recipe(Sample.self, given: given.map { Options.Given($0.0, $0.1) })
    return try #require(recipe.declarations.first { $0.key == key }).json.compact
  }

  @Test(
    "a value is read as what the option holds",
    arguments: [
      ("steps", "5", "5"), ("steps", "1e3", "1000"), ("steps", "1000000", "1000000"), ("start", "-1.5,2", "[-1.5, 2]"),
      ("start", "1e-3,-.5", "[0.001, -0.5]"), ("depth", "0.5", "0.5"), ("depth", "8", "8"), ("widths", "3", "[3]"),
      ("widths", "1,2.5,4", "[1, 2.5, 4]"), ("range", "-2:0.5", "[-2, 0.5]"), ("act", "sigmoid", "\"sigmoid\""),
      ("noisy", "true", "true"), ("noisy", "no", "false"), ("name", "Größe 中", "\"Größe 中\""), ("seed", "7", "7"),
      ("opt", "adam", "[\"adam:lr=0.02\"]"), ("opt", "sgd,adam:lr=0.1", "[\"sgd:lr=0.5\", \"adam:lr=0.1\"]"),
    ]) func reads(_ key: String, _ text: String, _ expected: String) throws
  { #expect(try value(key, [(key, text)]) == expected) }

  @Test(
    "a wrong value is an error that names the option and what is allowed",
    arguments: [
      ("steps", "0", "--steps 0 is out of range", "1 to 1,000,000"),
      ("steps", "-5", "--steps -5 is out of range", "1 to 1,000,000"),
      ("steps", "1e9", "--steps 1e9 is out of range", "1 to 1,000,000"),
      ("steps", "1e99", "--steps 1e99 is out of range", "1 to 1,000,000"),
      ("steps", "abc", "--steps wants a whole number, not 'abc'", "1 to 1,000,000"),
      ("steps", "1.5", "--steps wants a whole number, not '1.5'", "1 to 1,000,000"),
      ("steps", "nan", "--steps wants a whole number, not 'nan'", "1 to 1,000,000"),
      ("steps", "inf", "--steps inf is out of range", "1 to 1,000,000"),
      ("steps", "", "--steps wants a whole number, not ''", "1 to 1,000,000"),
      ("depth", "0.4", "--depth 0.4 is out of range", "0.5 to 8"),
      ("depth", "nan", "--depth nan is out of range", "0.5 to 8"),
      ("depth", "x", "--depth wants a number, not 'x'", "0.5 to 8"),
      ("start", "1", "--start wants two numbers X,Y such as -1.5,2, not '1'", ""),
      ("start", "1,2,3", "--start wants two numbers X,Y such as -1.5,2, not '1,2,3'", ""),
      ("start", "1,inf", "--start inf is out of range", "any finite number"),
      ("widths", "1,,2", "--widths wants a number, not ''", "above 0"),
      ("widths", "1,0", "--widths 0 is out of range", "above 0"),
      ("range", "2:1", "--range wants the smaller number first, not '2:1'", ""),
      ("range", "1", "--range wants two numbers A:B such as -2:2, not '1'", ""),
      ("act", "rellu", "unknown value 'rellu' for --act", "did you mean 'relu'?"),
      ("noisy", "maybe", "--noisy wants true or false, not 'maybe'", ""),
      ("lr", "nan", "--lr nan is out of range", "above 0"), ("lr", "0", "--lr 0 is out of range", "above 0"),
      ("lr", "-1", "--lr -1 is out of range", "above 0"),
      ("seed", "-1", "--seed -1 is out of range", "0 to 4,294,967,295"),
      ("opt", "adma", "unknown optimizer 'adma' for --opt", "did you mean 'adam'?"),
      ("opt", "adam:bta1=1", "unknown setting 'bta1' for the optimizer 'adam'", "'beta1'"),
      ("opt", "adam,adam", "--opt: optimizer 'adam' is listed twice; keep one", "help optimizers"),
    ]) func refuses(_ key: String, _ text: String, _ message: String, _ hint: String)
  {
    let error = #expect(throws: UsageError.self) { try value(key, [(key, text)]) }
    #expect(error?.message == message)
    #expect(hint.isEmpty || error?.hints.joined(separator: "\n").contains(hint) == true)
  }

  @Test("of an option given twice the last value counts, and rules add up") func repeats() throws {
    #expect(try value("steps", [("steps", "5"), ("steps", "6")]) == "6")
    #expect(try value("opt", [("opt", "sgd"), ("opt", "adam")]) == "[\"sgd:lr=0.5\", \"adam:lr=0.02\"]")
  }

  @Test("the common rate goes to the rules that name none") func commonRate() throws {
    #expect(try value("opt", [("opt", "sgd,adam:lr=0.1"), ("lr", "3")]) == "[\"sgd:lr=3\", \"adam:lr=0.1\"]")
    #expect(throws: UsageError.self) { try value("opt", [("opt", "adam:lr=0.1"), ("lr", "3")]) }
  }

  @Test("more rules than colours are an error") func tooManyRules() {
    let rules = (1...7).map { "adam:lr=0.\($0)" }.joined(separator: ",")
    let error = #expect(throws: UsageError.self) { try value("opt", [("opt", rules)]) }
    #expect(error?.message == "--opt takes 6 optimizers at most, not 7")
  }

  @Test("an option that the lesson lacks is an error with the nearest name") func unknown() {
    let error = #expect(throws: UsageError.self) { try value("steps", [("stesp", "5")]) }
    #expect(error?.message == "unknown option '--stesp' for the lesson 'sample'")
    #expect(error?.hints.first == "did you mean '--steps'?")
  }

  @Test("a standard option that the lesson lacks is named as such") func notApplicable() {
    let error = #expect(throws: UsageError.self) { try value("steps", [("schedule", "cosine")]) }
    #expect(error?.message == "option '--schedule' does not apply to the lesson 'sample'")
  }

  @Test("a lesson made without a command line has its defaults") func defaults() {
    let sample = Sample()
    #expect(sample.steps == 100 && sample.depth == 3.5 && sample.widths == [1, 2])
    #expect(sample.rules.map(\.name) == ["adam"] && sample.shape == .relu && !sample.isNoisy)
    #expect(sample.$steps.keys == ["steps"] && sample.$rules.keys == ["opt", "lr"])
  }

  @Test("a lesson made from a command line has what was given, and its defaults elsewhere") func given() throws {
    let options = Options([.init("steps", "7"), .init("act", "tanh"), .init("opt", "sgd")])
    let (made, read) = try OptionReader.make(Sample.self, options)
    let sample = try #require(made as? Sample)
    #expect(sample.steps == 7 && sample.shape == .tanh && sample.depth == 3.5)
    #expect(sample.rules == [.sgd.with(learningRate: 0.5)])
    #expect(
      read.declarations.map(\.key) == [
        "opt", "lr", "steps", "start", "depth", "widths", "range", "act", "noisy", "name",
      ])
    #expect(Sample().steps == 100, "what was given does not stay")
  }

  @Test("of several mistakes the first option's is told") func firstMistake() {
    let error = #expect(throws: UsageError.self) {
      try Recipe(Sample.self, given: [.init("depth", "x"), .init("steps", "0")])
    }
    #expect(error?.message == "--steps 0 is out of range")
  }

  @Test("options that do not go together are refused by the lesson") func together() {
    struct Strict: Lesson {
      static let page = Page("strict", in: .descent, title: "", question: "", examples: [])
      @Option("depth", in: 1...9, help: "how deep") var depth = 2
      var figures: [LessonFigure] { [LessonFigure("own", "Own") { _ in Sample.figure(at: 1) }] }
      func validate() throws {
        if depth.isMultiple(of: 3) { throw UsageError("--depth may not be a multiple of 3", zh: "--depth 不能是 3 的倍数") }
      }
    }
    let error = #expect(throws: UsageError.self) { try Recipe(Strict.self, given: [.init("depth", "6")]) }
    #expect(error?.message == "--depth may not be a multiple of 3")
    #expect(Recipe.declarations(of: Strict.self).map(\.key) == ["depth", "seed"])
  }
}
