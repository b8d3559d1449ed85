import LessonKit
import Plot

/// A page in Markdown that shows figures by chapter: picture, caption, verdicts.
struct Gallery {
  private let picture: Picture
  private var lines: [String]
  private var chapter: Chapter?

  init(_ picture: Picture) {
    self.picture = picture
    let command = ShellWord.line(["lesson", "all"] + picture.words)
    let title = Phrase("The figures", zh: "全部图示")
    lines = ["\(OutputFile.pageMark): \(command) -->", "# \(title[picture.format.language])"]
  }

  /// Adds a figure; `path` lies in the folder of the page.
  mutating func add(_ rendering: Rendering, as path: FilePath) {
    let (page, language) = (rendering.recipe.page, rendering.language)
    if chapter != page.chapter {
      chapter = page.chapter
      lines += ["", "## \(page.chapter.title[language])"]
    }
    let content = Snippet.Content(
      path: path.name, pair: nil, alt: rendering.alt,
      caption: rendering.outcome.caption[language], inches: 0)
    lines += ["", "### \(page.title[language])", "", page.question[language], ""]
    lines += [Snippet.md.text(content), "`\(rendering.command)`"]
    if !rendering.outcome.claims.isEmpty { lines += table(rendering.outcome.claims, language) }
  }

  private func table(_ claims: [Claim], _ language: Language) -> [String] {
    let heading = Phrase("| | claim | numbers | notes |", zh: "| | 论断 | 数值 | 讲义 |")
    let rows = claims.map { claim in
      let cells = [
        claim.verdict.symbol, claim.statement[language], claim.numbers(language),
        "\(claim.source), \(claim.code)",
      ]
      return "| " + cells.map(Self.cell).joined(separator: " | ") + " |"
    }
    return ["", heading[language], "|---|---|---|---|"] + rows
  }

  private static func cell(_ text: String) -> String {
    text.map { $0 == "|" ? "\\|" : String($0) }.joined()
  }

  /// The page.
  var text: String { lines.joined(separator: "\n") + "\n" }
}
