import LessonKit
import Plot
import Typography

/// `lesson deck NAME…`: every figure of some lessons, and a document of slides for pandoc, one picture a slide, with notes.
struct Deck {
  let catalog: Catalog
  let arguments: Arguments
  let console: Console

  static let switches =
    Switch.picture.filter { !["view", "map", "title"].contains($0.name) } + [.folder, .jobs, .force, .dryRun]
    + Switch.general

  func run() throws -> ExitCode {
    let (types, title) = try chosen()
    let picture = try Picture(arguments)
    let folder = try Album.folder(arguments, for: "deck", or: "output/deck")
    let force = arguments.has("force")
    let jobs = types.flatMap { Selection(.standard(of: $0), isWhole: true, picture).jobs }
    let paths = jobs.map { FilePath(folder + $0.fileName + ".png") }
    let (slides, reference) = (FilePath(folder + "slides.md"), FilePath(folder + "reference.pptx"))
    for path in paths { try OutputFile.check(path, as: .picture, force: force) }
    try OutputFile.check(slides, as: .slides, force: force)
    try OutputFile.check(reference, as: .reference, force: force)

    let results = try DrawingJob.render(jobs.map { [$0] }, picture, workers: arguments.jobs, console) {
      place, renderings in
      let rendering = renderings[0]
      let note = try OutputFile.write(rendering.png, to: paths[place], as: .picture, arguments)
      return (note: note + Message(same: "  \(rendering.facts)"), slide: Slide(rendering, file: paths[place].name))
    }
    var (deck, failures, written) = (Slides(title, picture, catalog, command: command), [Failure](), [FilePath]())
    for (path, result) in zip(paths, results) {
      switch result {
      case .success(let drawn):
        console.note(drawn.note)
        written.append(path)
        deck.add(drawn.slide)
      case .failure(let failure):
        console.error(failure)
        failures.append(failure)
      }
    }
    if written.isEmpty { return ExitCode(of: failures) }
    let page = ReferenceDeck(picture)
    console.note(try OutputFile.write(page.bytes, to: reference, as: .reference, arguments))
    console.note(try OutputFile.write(Array(deck.text.utf8), to: slides, as: .slides, arguments))
    console.note(
      Message(
        "for PowerPoint, Beamer and reveal.js: lesson help embedding",
        zh: "转成 PowerPoint、Beamer 和 reveal.js：lesson help embedding"))
    try Stream.output.write((written + [reference, slides]).map { $0.text + "\n" }.joined())
    return ExitCode(of: failures)
  }

  /// What one types to get the same deck.
  private var command: String {
    let picture = (try? Picture(arguments).words) ?? []
    return ShellWord.line(["lesson", "deck"] + arguments.words + picture)
  }

  /// The lessons that are meant, in the order of the words, each once; and what they are about.
  private func chosen() throws(UsageError) -> ([any Lesson.Type], Phrase) {
    let chapters = catalog.taughtChapters.map(\.name)
    guard let first = arguments.words.first else {
      throw UsageError(
        "'lesson deck' wants lessons, a chapter, or all", zh: "“lesson deck”需要课例名、一章或 all",
        hints: [
          .example("lesson deck vanishing exploding"),
          Message("chapters: \(chapters.joined(separator: ", "))", zh: "各章：\(chapters.joined(separator: ", "))"),
        ])
    }
    var types: [any Lesson.Type] = []
    for word in arguments.words {
      let found = catalog.lessons.filter { type in
        word == "all" || type.page.name == word || !catalog.names.contains(word) && type.page.chapter.name == word
      }
      if found.isEmpty {
        throw .unknown(
          Message("lesson or chapter", zh: "课例或章"), word, known: chapters + ["all"], among: catalog.names,
          try: .attempt("lesson list"))
      }
      types += found.filter { type in !types.contains { $0.page.name == type.page.name } }
    }
    let all = Phrase("The figures", zh: "全部图示")
    if types.count == 1 { return (types, types[0].page.title) }
    let chapter = catalog.chapters.first { $0.name == first }
    return (types, arguments.words.count == 1 ? chapter?.title ?? all : all)
  }
}

extension Catalog {
  /// The chapters that have a lesson: a deck of any other would be empty.
  var taughtChapters: [Chapter] { chapters.filter { chapter in lessons.contains { $0.page.chapter == chapter } } }
}
