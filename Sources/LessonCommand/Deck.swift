import LessonKit
import Plot
import Typography

/// `lesson deck NAME…`: every figure of some lessons, and a document of slides for pandoc, one picture a slide, with notes.
///
/// The options of a lesson belong to a deck of one.
struct Deck {
  let catalog: Catalog
  let arguments: Arguments
  let console: Console

  static let switches =
    Switch.picture.filter { !["view", "map", "title"].contains($0.name) } + [frames, .folder, .jobs, .force, .dryRun]
    + Switch.general

  private static let frames = Switch(
    name: "frames", value: .none,
    help: Message("each figure as it builds up, the question first: a slide a frame", zh: "每幅图逐步展开，先是问题：每帧一页"))

  func run() throws -> ExitCode {
    let (types, title) = try chosen()
    let picture = try Picture(arguments)
    let recipes = try recipes(types)
    let folder = try Album.folder(arguments, for: "deck", or: "output/deck")
    let force = arguments.has("force")
    let jobs = recipes.flatMap { Selection($0, isWhole: true, picture).jobs }
    let paths = jobs.map { FilePath(folder + $0.fileName + ".png") }
    let (slides, reference) = (FilePath(folder + "slides.md"), FilePath(folder + "reference.pptx"))
    for path in paths {
      // How many frames there are, only the figure tells.
      let first = picture.buildUp == .frames ? Rendering.framePath(path, 1) : path
      try OutputFile.check(first, as: .picture, force: force)
    }
    try OutputFile.check(slides, as: .slides, force: force)
    try OutputFile.check(reference, as: .reference, force: force)

    let results = try DrawingJob.render(jobs.map { [$0] }, picture, workers: arguments.jobs, console) {
      place, renderings in
      let pictures = renderings[0].pictures(at: paths[place])
      let notes = try pictures.map {
        try OutputFile.write($0.png, to: $0.file, as: .picture, arguments) + Message(same: "  \($0.facts)")
      }
      return (notes: notes, files: pictures.map(\.file), slides: Slide.all(of: renderings[0], pictures))
    }
    let command = ShellWord.line(
      ["lesson", "deck"] + arguments.words + (recipes.count == 1 ? recipes[0].words : []) + picture.words)
    var (deck, failures, written) = (Slides(title, picture, catalog, command: command), [Failure](), [FilePath]())
    for result in results {
      switch result {
      case .success(let drawn):
        drawn.notes.forEach(console.note)
        written += drawn.files
        drawn.slides.forEach { deck.add($0) }
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

  /// How pandoc makes a file of a deck; nil for a kind of which help says nothing.
  static func pandoc(to path: FilePath, _ ending: String) -> String? {
    let options = ["pptx": "--reference-doc reference.pptx", "pdf": "-t beamer", "html": "-t revealjs -s"][ending]
    return options.map { "pandoc slides.md \($0) -o \(ShellWord.quoted(path.name))" }
  }

  /// The lessons with their options: those that are given belong to the only one.
  private func recipes(_ types: [any Lesson.Type]) throws -> [Recipe] {
    let own = Set(Self.switches.map(\.name))
    let given = arguments.options.filter { !own.contains($0.name) }
    guard let first = given.first else { return types.map { .standard(of: $0) } }
    guard types.count == 1 else {
      throw UsageError(
        "\(first.spelled) is an option of a lesson, and the deck is of \(types.count)",
        zh: "\(first.spelled) 是单个课例的选项，而这里有 \(types.count) 个课例", hints: [.example("lesson deck vanishing --depth 10")])
    }
    let name = types[0].page.name
    let known = Recipe.declarations(of: types[0]).map(\.key) + ["set"]
    if let stray = given.first(where: { !known.contains($0.name) }) {
      throw UsageError.notTaken(
        stray.name, spelled: stray.spelled, by: name, known: known, elsewhere: catalog.owners(of: stray.name))
    }
    let recipe = try Recipe(types[0], given: Request.given(arguments, types[0]))
    try recipe.checkUse(of: recipe.figures)
    return [recipe]
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
