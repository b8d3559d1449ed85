import LessonKit
import Plot

/// `lesson list`: every lesson by chapter.
struct List {
  let catalog: Catalog
  let arguments: Arguments

  static let switches = [Switch.json] + Switch.language + Switch.general

  func run() throws -> ExitCode {
    try arguments.refuseWords(after: "list")
    let language = try arguments.language
    try Stream.output.write(arguments.has("json") ? json(language).pretty : text(language))
    return .done
  }

  private func text(_ language: Language) -> String {
    let width = catalog.names.map(\.count).max() ?? 0
    var lines: [String] = []
    for chapter in Chapter.allCases {
      let pages = catalog.lessons.map { $0.page }.filter { $0.chapter == chapter }
      if pages.isEmpty { continue }
      lines += (lines.isEmpty ? [] : [""]) + [chapter.title[language]]
      for page in pages {
        let name = Columns.padded(page.name, to: width)
        lines.append("  \(name)  \(page.question[language])")
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func json(_ language: Language) -> JSON {
    let lessons = catalog.lessons.map { type -> JSON in
      [
        "name": .string(type.page.name), "chapter": .string(type.page.chapter.rawValue),
        "title": .string(type.page.title[language]),
        "question": .string(type.page.question[language]),
      ]
    }
    return ["schema": .string(Plumbline.schema), "lessons": .array(lessons)]
  }
}
