import LessonKit

/// `lesson fill --suggest`: which lessons speak of what a document speaks of, and where a marker could stand.
struct Suggestions {
  private let catalog: Catalog
  /// Subjects that a lesson speaks of, each with the lesson that does most.
  private let subjects: [(subject: Subject, page: Page)]

  init(_ catalog: Catalog) {
    self.catalog = catalog
    let texts = catalog.lessons.map { (page: $0.page, texts: Self.texts(of: $0, catalog)) }
    subjects = Subject.all.compactMap { subject in
      let ranked = texts.map { lesson in
        (page: lesson.page, weight: lesson.texts.reduce(0) { $0 + $1.weight * subject.count(in: $1.text) })
      }
      // Of equals the first in the course.
      let best = ranked.enumerated().max { ($0.element.weight, $1.offset) < ($1.element.weight, $0.offset) }?.element
      return best.flatMap { $0.weight > 0 ? (subject, $0.page) : nil }
    }
  }

  /// What a lesson says of itself, and how much each of it tells of its subject.
  private static func texts(of type: any Lesson.Type, _ catalog: Catalog) -> [(weight: Int, text: String)] {
    let page = type.page
    func both(_ weight: Int, _ phrase: Phrase) -> [(weight: Int, text: String)] {
      [(weight, phrase.english), (weight, phrase.chinese)]
    }
    return [(12, page.name)] + both(12, page.title) + both(4, page.question)
      + Recipe.standard(of: type).figures.flatMap { both(2, $0.shows.plain) }
      + catalog.statements(of: page.name).flatMap { both(1, $0.text) }
  }

  /// Prints a line for every lesson that is proposed.
  func run(_ paths: [FilePath], _ console: Console) throws -> ExitCode {
    var lines: [String] = []
    for path in paths {
      let notes = try Notes(InputFile.document(path), name: path.text)
      let found = self.lines(for: notes, name: path.text, console.language)
      if found.isEmpty {
        console.note(Message("\(path.text): no lesson speaks of anything else in it", zh: "\(path.text)：没有课例涉及其中的其他内容"))
      }
      lines += found
    }
    return try Stream.output.write(lines.map { $0 + "\n" }.joined(), then: .done)
  }

  /// A line for every lesson of which a document speaks and for which it has no marker, where it first does.
  ///
  /// Questions are in the document's language, or in the spoken one where it names none.
  func lines(for notes: Notes, name: String, _ spoken: Language) -> [String] {
    let language = notes.language.flatMap { try? LanguageCode.language($0.code) } ?? spoken
    var taken = Set(notes.markers.compactMap { try? FigureLine($0.command, in: catalog).type.page.name })
    var lines: [String] = []
    for (line, text) in notes.prose {
      for (subject, page) in subjects {
        guard !taken.contains(page.name), let word = subject.name(in: text) else { continue }
        taken.insert(page.name)
        lines.append("\(name):\(line): <!-- lesson \(page.name) -->  \(word): \(page.question[language])")
      }
    }
    return lines
  }
}
