import LessonKit
import Plot

/// One picture of a deck: its file, its texts, and what a lecturer says with it.
struct Slide: Sendable {
  let lesson: String
  let file: String
  let title: String
  let alt: String
  /// Empty where it has been asked already.
  let ask: String
  /// Whether the answer is there, and may be told.
  let isWhole: Bool
  let talk: String
  let conditions: String

  /// The slides of a figure, or of its frames: on the first one asks, with the last one tells.
  static func all(of rendering: Rendering, _ pictures: [Rendering.PlacedPicture]) -> [Slide] {
    pictures.indices.map { Slide(rendering, pictures[$0], isFirst: $0 == 0, isLast: $0 == pictures.count - 1) }
  }

  private init(_ rendering: Rendering, _ picture: Rendering.PlacedPicture, isFirst: Bool, isLast: Bool) {
    let (figure, language) = (rendering.figure, rendering.language)
    (lesson, file, alt) = (rendering.recipe.page.name, picture.file.name, picture.content.alt)
    (title, isWhole) = (picture.title, isLast)
    ask = isFirst ? figure.ask.plain[language] : ""
    talk = isLast ? figure.talk.plain[language] : ""
    conditions = isLast ? figure.protocol.plain[language] : ""
  }
}

/// A document of slides in pandoc's Markdown: one picture a slide, with title, alternative text and notes for the speaker.
///
/// The picture shows its title itself: the slide's is for screen readers and outlines, and is nowhere seen.
struct Slides {
  private let catalog: Catalog
  private let language: Language
  private var lines: [String]
  private var lesson: String?
  private var count = 0

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

  /// What makes a picture fill the slide in Beamer and in reveal.js, and its title unseen; other formats leave it out.
  private static let header = [
    "header-includes:", "- |", "  ```{=latex}", "  \\setbeamertemplate{navigation symbols}{}",
    "  \\setbeamersize{text margin left=0pt, text margin right=0pt}", "  \\renewcommand{\\frametitle}[1]{}",
    "  \\vfuzz=2pt", "  ```", "- |", "  ```{=html}",
    "  <style>.reveal .slides section h1 { position: absolute; left: -10000px; }",
    "  .reveal .slides section { padding: 0; } .reveal .slides section p { margin: 0; }",
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
    let (alt, title) = (MarkdownText.escaped(slide.alt, only: "\\\""), MarkdownText.escaped(slide.title))
    // PowerPoint gets its alternative text from what stands as the title, browsers from the other.
    count += 1
    // Names of slides in plain letters: LaTeX reads no others.
    lines += [
      "", "# \(title) {#slide-\(count)}", "", "![](\(MarkdownText.link(slide.file)) \"\(alt)\"){alt=\"\(alt)\"}",
    ]
    var told: [String] = []
    if !slide.ask.isEmpty { told.append(Phrase("Ask first: ", zh: "先问：")[language] + slide.ask) }
    if !slide.talk.isEmpty { told.append(slide.talk) }
    if !slide.conditions.isEmpty { told.append(Phrase("Conditions: ", zh: "条件：")[language] + slide.conditions) }
    if slide.isWhole, lesson != slide.lesson {
      told += claims(slide.lesson)
      lesson = slide.lesson
    }
    if told.isEmpty { return }
    lines += ["", "::: notes", told.map(MarkdownText.escaped).joined(separator: "\n\n"), ":::"]
  }

  private func claims(_ lesson: String) -> [String] {
    let statements = catalog.statements(of: lesson).filter { !catalog.lessons(measuring: $0).isEmpty }
    if statements.isEmpty { return [] }
    let head = Phrase(
      "What measuring found of the course’s claims (again: lesson check \(lesson)):",
      zh: "课程论断的实测结论（重测：lesson check \(lesson)）：")
    return [head[language]] + statements.map { Self.told(of: $0)[language] }
  }

  /// A statement in words for a lecturer: what became of it first, and what is right instead.
  private static func told(of statement: Statement) -> Phrase {
    let said = statement.text
    return switch statement.recorded {
    case .holds: Phrase("It holds: \(said)", zh: "成立：\(said)")
    case .fails(let correct, _):
      Phrase("It does not hold: \(said). Right is: \(correct)", zh: "不成立：\(said)。正确的是：\(correct)")
    case .depends(let condition):
      Phrase("It does not always hold: \(said). It depends on \(condition)", zh: "不总成立：\(said)。取决于\(condition)")
    }
  }

  /// The document; its third line holds a check sum of all others.
  var text: String {
    var all = lines
    all.insert(Self.seal(of: (lines.joined(separator: "\n") + "\n").utf8), at: 2)
    return all.joined(separator: "\n") + "\n"
  }

  /// Whether a document is as it was written, and nobody has edited it since.
  static func isAsWritten(_ bytes: [UInt8]) -> Bool {
    let feed = UInt8(ascii: "\n")
    var lines = bytes.split(separator: feed, omittingEmptySubsequences: false)
    guard lines.count > 2 else { return false }
    let seal = lines.remove(at: 2)
    return seal.elementsEqual(Self.seal(of: lines.joined(separator: [feed])).utf8)
  }

  private static func seal(of bytes: some Sequence<UInt8>) -> String {
    "# check sum \(CheckSum.digits(of: bytes)): what was edited is not replaced"
  }
}
