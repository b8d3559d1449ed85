import LessonKit
import Testing

@Suite("Catalog")
struct CatalogTests {
  private let catalog = Catalog([Sample.self])

  @Test("a lesson is found by its name")
  func found() throws { #expect(try catalog.lesson(named: "sample").page.name == "sample") }

  @Test(
    "an unknown name is an error with the nearest one",
    arguments: [("sampel", "sample"), ("lsit", "list"), ("show2", "show"), ("zzzzz", nil)])
  func unknown(_ name: String, _ nearest: String?) {
    let error = #expect(throws: UsageError.self) { try catalog.lesson(named: name) }
    #expect(error?.message == "unknown lesson '\(name)'")
    let hints = (nearest.map { ["did you mean '\($0)'?"] } ?? []) + ["try: lesson list"]
    #expect(error?.hints == hints)
  }

  @Test("the owners of an option are known")
  func owners() {
    #expect(catalog.owners(of: "act") == ["sample"])
    #expect(catalog.owners(of: "fn").isEmpty)
  }

  @Test("a lesson may not have a verb's name")
  func reserved() async {
    await #expect(processExitsWith: .failure) {
      struct Verb: Lesson {
        static let page = Page("check", in: .descent, title: "", question: "", examples: [])
        mutating func configure(_ options: inout Options) throws {}
        func run(_ context: Context) throws -> Outcome { fatalError("not run") }
      }
      _ = Catalog([Verb.self])
    }
  }
}
