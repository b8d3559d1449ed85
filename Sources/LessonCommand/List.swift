import LessonKit
import Plot

/// `lesson list`: every lesson by chapter, in the order of the course.
struct List {
  let catalog: Catalog
  let arguments: Arguments
  let console: Console

  func run() throws -> ExitCode {
    try arguments.refuseWords(after: "list")
    let language = try arguments.language
    try Stream.output.write(arguments.has("json") ? json(language).pretty : text(console.language))
    return .done
  }

  private func text(_ language: Language) -> String {
    let width = catalog.names.map(\.count).max() ?? 0
    var (lines, chapter) = ([String](), Chapter?.none)
    for page in catalog.lessons.map({ $0.page }) {
      if page.chapter != chapter {
        lines += (lines.isEmpty ? [] : [""]) + [page.chapter.title[language]]
        chapter = page.chapter
      }
      lines.append("  \(Columns.padded(page.name, to: width))  \(page.question[language])")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func json(_ language: Language) -> JSON {
    let lessons = catalog.lessons.map { type -> JSON in
      [
        "name": .string(type.page.name), "chapter": .string(type.page.chapter.name),
        "title": .string(type.page.title[language]), "question": .string(type.page.question[language]),
      ]
    }
    return ["schema": .string(Plumbline.schema), "lessons": .array(lessons)]
  }
}
