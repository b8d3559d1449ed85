import LessonKit
import Plot

/// A page in Markdown that shows figures by chapter and lesson, each with its caption and command, and the verdicts on record.
struct Gallery {
  private let catalog: Catalog
  private let language: Language
  private var lines: [String]
  private var chapter: Chapter?
  private var lesson: String?

  init(_ catalog: Catalog, _ picture: Picture, isWhole: Bool) {
    (self.catalog, language) = (catalog, picture.format.language)
    let command = ShellWord.line(["lesson", "all"] + (isWhole ? ["--figure", "all"] : []) + picture.words)
    let title = Phrase("The figures", zh: "全部图示")
    lines = ["\(OutputFile.Kind.pageMark): \(command) -->", "# \(title[language])"]
  }

  /// Adds a figure; `path` lies in the folder of the page.
  mutating func add(_ rendering: Rendering, as path: FilePath) {
    begin(rendering.recipe.page)
    let content = Snippet.Content(
      path: path.name, pair: nil, alt: rendering.alt, caption: rendering.caption.text[language], inches: 0)
    lines += ["", Snippet.md.text(content), "`\(rendering.command)`"]
  }

  /// The headings of a lesson, unless they stand already.
  private mutating func begin(_ page: Page) {
    if lesson == page.name { return }
    end()
    if chapter != page.chapter { lines += ["", "## \(page.chapter.title[language])"] }
    (lesson, chapter) = (page.name, page.chapter)
    lines += ["", "### \(page.title[language])", "", page.question[language]]
  }

  /// The verdicts behind the last figure of a lesson.
  private mutating func end() {
    let statements = lesson.map { catalog.statements(of: $0) } ?? []
    if statements.isEmpty { return }
    let heading = Phrase("| | code | claim | source |", zh: "| | 编号 | 论断 | 出处 |")
    lines += ["", heading[language], "|---|---|---|---|"]
    lines += statements.map { statement in
      let cells = [statement.recorded.verdict.symbol, statement.code, statement.text[language], statement.source]
      return "| " + cells.map(Self.cell).joined(separator: " | ") + " |"
    }
  }

  private static func cell(_ text: String) -> String { text.map { $0 == "|" ? "\\|" : String($0) }.joined() }

  /// The page.
  var text: String {
    var page = self
    page.end()
    return page.lines.joined(separator: "\n") + "\n"
  }
}
