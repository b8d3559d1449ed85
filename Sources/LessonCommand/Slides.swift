import LessonKit
import Plot

/// One figure of a deck: its file, its texts, and what a lecturer says with it.
struct Slide: Sendable {
  let lesson: String
  let file: String
  let alt: String
  let ask: String
  let talk: String
  let conditions: String

  init(_ rendering: Rendering, file: String) {
    let (figure, language) = (rendering.figure, rendering.language)
    (lesson, self.file, alt) = (rendering.recipe.page.name, file, rendering.alt)
    (ask, talk) = (figure.ask.plain[language], figure.talk.plain[language])
    conditions = figure.protocol.plain[language]
  }
}

/// A document of slides in pandoc's Markdown: one picture a slide, with alternative text and notes for the speaker.
struct Slides {
  private let catalog: Catalog
  private let language: Language
  private var lines: [String]
  private var lesson: String?

  init(_ title: Phrase, _ picture: Picture, _ catalog: Catalog, command: String) {
    (self.catalog, language) = (catalog, picture.format.language)
    let (width, height) = picture.pixels
    let quoted = MarkdownText.escaped(title[language], only: "\\\"")
    lines = [
      "---", "\(OutputFile.Kind.slidesMark): \(command)", "pagetitle: \"\(quoted)\"", "lang: \(language.rawValue)",
    ]
    if let ratio = Self.ratio(width, height) { lines.append("aspectratio: \(ratio)") }
    lines += ["width: \(width)", "height: \(height)", "margin: 0"] + Self.header + ["---"]
  }

  /// What makes a picture fill the slide in Beamer and in reveal.js; other formats leave it out.
  private static let header = [
    "header-includes:", "- |", "  ```{=latex}", "  \\setbeamertemplate{navigation symbols}{}",
    "  \\setbeamersize{text margin left=0pt, text margin right=0pt}", "  \\vfuzz=2pt", "  ```", "- |", "  ```{=html}",
    "  <style>.reveal .slides section { padding: 0; } .reveal .slides section p { margin: 0; }",
    "  .reveal .slides section img { width: 100%; max-width: 100%; max-height: none; margin: 0; pointer-events: none; }",
    "  </style>", "  ```",
  ]

  /// Beamer's name for the shape of a page; nil for one that it has not.
  private static func ratio(_ width: Int, _ height: Int) -> Int? {
    let shapes = [(169, 16, 9), (1610, 16, 10), (149, 14, 9), (54, 5, 4), (43, 4, 3), (32, 3, 2)]
    return shapes.first { abs(width * $0.2 - height * $0.1) <= $0.1 + $0.2 }?.0
  }

  /// Adds a slide; with the first of a lesson go the claims on record.
  mutating func add(_ slide: Slide) {
    let alt = MarkdownText.escaped(slide.alt, only: "\\\"")
    // PowerPoint gets its alternative text from what stands as the title, browsers from the other.
    lines += ["", "----", "", "![](\(MarkdownText.link(slide.file)) \"\(alt)\"){alt=\"\(alt)\"}", "", "::: notes"]
    var told: [String] = []
    if !slide.ask.isEmpty { told.append(Phrase("Ask first: ", zh: "先问：")[language] + slide.ask) }
    if !slide.talk.isEmpty { told.append(slide.talk) }
    if !slide.conditions.isEmpty { told.append(Phrase("Conditions: ", zh: "条件：")[language] + slide.conditions) }
    if lesson != slide.lesson { told += claims(slide.lesson) }
    lesson = slide.lesson
    lines.append(told.map(MarkdownText.escaped).joined(separator: "\n\n"))
    lines.append(":::")
  }

  private func claims(_ lesson: String) -> [String] {
    let statements = catalog.statements(of: lesson).filter { !catalog.lessons(measuring: $0).isEmpty }
    if statements.isEmpty { return [] }
    let head = Phrase(
      "What measuring found of the course’s claims (again: lesson check \(lesson)):",
      zh: "课程论断的实测结论（重测：lesson check \(lesson)）：")
    return [head[language]]
      + statements.map {
        Sheet.told(of: $0, language).map(\.trimmedOfBlanks).joined(separator: language == .chinese ? "；" : "; ")
      }
  }

  /// The document.
  var text: String { lines.joined(separator: "\n") + "\n" }
}
