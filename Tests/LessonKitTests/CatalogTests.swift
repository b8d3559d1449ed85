import LessonKit
import Testing

@Suite("Catalog") struct CatalogTests {
  private let catalog = Catalog([Sample.self], statements: Sample.statements)

  @Test("a lesson is found by its name") func found() throws {
    #expect(try catalog.lesson(named: "sample").page.name == "sample")
  }

  @Test(
    "an unknown name is an error with the nearest one",
    arguments: [("sampel", "sample"), ("lsit", "list"), ("show2", "show"), ("zzzzz", nil)]) func unknown(
      _ name: String, _ nearest: String?
    )
  {
    let error = #expect(throws: UsageError.self) { try catalog.lesson(named: name) }
    #expect(error?.message == "unknown lesson '\(name)'")
    let hints = (nearest.map { ["did you mean '\($0)'?"] } ?? []) + ["try: lesson list"]
    #expect(error?.hints == hints)
  }

  @Test("the owners of an option are known") func owners() {
    #expect(catalog.owners(of: "act") == ["sample"])
    #expect(catalog.owners(of: "fn").isEmpty)
  }

  @Test("a lesson may not have a verb's name") func reserved() async {
    await #expect(processExitsWith: .failure) {
      struct Verb: Lesson {
        static let page = Page("check", in: .descent, title: "", question: "", examples: [])
        var figures: [LessonFigure] { [] }
      }
      _ = Catalog([Verb.self], statements: [])
    }
  }

  @Test("lessons stand by chapter, and in the order given within one") func order() {
    let names = Catalog([Late.self, Sample.self, Early.self], statements: []).names
    #expect(names == ["early", "sample", "late"])
  }

  @Test("lessons of one's own go behind the course in a chapter of their own, and within it in one of its chapters")
  func own() {
    let whole = Catalog([Late.self, Early.self], statements: []).adding([Own.self, Sample.self])
    #expect(whole.names == ["early", "sample", "late", "own"])
    #expect(whole.chapters.map(\.name) == Chapter.course.map(\.name) + ["seminar"])
    #expect(Catalog([Early.self], statements: []).chapters == Chapter.course)
  }

  @Test("two chapters of one name are refused, as is a name with a blank") func namesakes() async {
    await #expect(processExitsWith: .failure) {
      struct Other: Lesson {
        static let page = Page("other", in: Chapter("descent", title: "Down"), title: "", question: "", examples: [])
        var figures: [LessonFigure] { [] }
      }
      _ = Catalog([Other.self], statements: [])
    }
    await #expect(processExitsWith: .failure) { _ = Chapter("my seminar", title: "") }
  }

  private struct Own: Lesson {
    static let page = Page(
      "own", in: Chapter("seminar", title: Phrase("Seminar", zh: "讨论班")), title: "", question: "", examples: [])
    var figures: [LessonFigure] { [] }
  }

  private struct Early: Lesson {
    static let page = Page("early", in: .descent, title: "", question: "", examples: [])
    var figures: [LessonFigure] { [] }
  }

  private struct Late: Lesson {
    static let page = Page("late", in: .fitting, title: "", question: "", examples: [], alsoMeasures: ["sample.depth"])
    var figures: [LessonFigure] { [] }
  }

  @Test(
    "statements are found by lesson, by code in either case, and by their own name",
    arguments: [
      (["sample"], ["sample.seed", "sample.depth"]), (["Z2"], ["sample.depth"]), (["z1"], ["sample.seed"]),
      (["sample.depth"], ["sample.depth"]), (["Z2", "sample"], ["sample.seed", "sample.depth"]), ([], []),
    ]) func statements(_ words: [String], _ expected: [String]) throws
  { #expect(try catalog.statements(named: words).map(\.id) == expected) }

  @Test("a word that names no claim is an error with the nearest") func unknownClaim() {
    let error = #expect(throws: UsageError.self) { try catalog.statements(named: ["sampel"]) }
    #expect(error?.message == "unknown lesson or claim 'sampel'")
    #expect(error?.hints.first?.contains("did you mean 'sample'?") == true)
  }

  @Test("a statement is measured by its own lesson and by those whose page says so") func measuring() {
    let catalog = Catalog([Sample.self, Late.self], statements: Sample.statements)
    let measuring = Sample.statements.map { statement in catalog.lessons(measuring: statement).map { $0.page.name } }
    #expect(measuring == [["sample"], ["sample", "late"]])
  }

  @Test("what several lessons find of one statement is one claim, in the order of the course") func merging() {
    let agreeing = Finding("sample.depth", states: 1, measured: 1, within: .absolute(0), how: "one way")
    let other = Finding("sample.depth", states: 1, measured: 2, within: .absolute(0), how: "another way")
    let seed = Finding("sample.seed", states: 0, measured: 0, within: .absolute(0), how: "read")
    let claims = catalog.claims([agreeing, seed, other])
    #expect(claims.map(\.statement.id) == ["sample.seed", "sample.depth"])
    #expect(claims[1].cases.map(\.value) == [1, 2])
    #expect(claims[1].how.english == "one way; another way")
    #expect(claims[1].verdict == .depends && claims[1].isAsRecorded)
    #expect(catalog.claims([agreeing, agreeing])[0].how.english == "one way")
  }

  @Test("a finding of no statement stops the program") func stray() async {
    await #expect(processExitsWith: .failure) {
      let finding = Finding("sample.x", states: 0, measured: 0, within: .absolute(0), how: "")
      _ = Catalog([Sample.self], statements: Sample.statements).claims([finding])
    }
  }
}
