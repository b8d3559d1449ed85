import LessonKit
import Plot
import Typography

/// Figures drawn into one folder, each with one look or several, and the page that shows them there.
struct Album {
  let catalog: Catalog
  let arguments: Arguments
  let console: Console
  /// The looks of every figure, the plain one first.
  let looks: [Picture]
  /// Whether every figure of a lesson is drawn, or its own alone.
  let isWhole: Bool
  /// Where the pictures go, with a slash at the end.
  let folder: String
  /// What one types to get the same.
  let command: String

  func run() throws -> ExitCode {
    let figures = catalog.lessons.flatMap { type -> [[DrawingJob]] in
      let sets = looks.map { Selection(.standard(of: type), isWhole: isWhole, $0).jobs }
      return sets[0].indices.map { place in sets.map { $0[place] } }
    }
    let paths = figures.map { $0.map { FilePath(folder + $0.fileName + ".png") } }
    let index = FilePath(folder + "index.html")
    for path in paths.joined() { try OutputFile.check(path, as: .picture, force: arguments.has("force")) }
    try OutputFile.check(index, as: .page, force: arguments.has("force"))

    // A picture and its place on the page belong together: an interruption falls before or after both.
    let done = Guarded(Done())
    let page = { @Sendable (drawn: [Int: GalleryFigure]) throws -> Message in
      let shown = drawn.sorted { $0.key < $1.key }.map(\.value)
      let text = GalleryPage(catalog, looks, shown, command: command).text
      return try OutputFile.write(Array(text.utf8), to: index, as: .page, arguments)
    }
    Interrupts.beforeEnding {
      done.withLock {
        $0.isOver = true
        if !$0.drawn.isEmpty { _ = try? page($0.drawn) }
      }
    }
    let results = try DrawingJob.render(figures, looks[0], workers: arguments.jobs, console) {
      place, renderings -> [Message] in
      try done.withLock { done in
        if done.isOver { return [] }
        let notes = try zip(renderings, paths[place]).map { rendering, path in
          try OutputFile.write(rendering.png, to: path, as: .picture, arguments) + Message(same: "  \(rendering.facts)")
        }
        done.drawn[place] = GalleryFigure(renderings, files: paths[place].map(\.name))
        return notes
      }
    }
    var (written, failures) = ([FilePath](), [Failure]())
    for (files, result) in zip(paths, results) {
      switch result {
      case .success(let notes):
        notes.forEach(console.note)
        written += files
      case .failure(let failure):
        console.error(failure)
        failures.append(failure)
      }
    }
    console.note(try page(done.withLock { $0.drawn }))
    try Stream.output.write((written + [index]).map { $0.text + "\n" }.joined())
    return ExitCode(of: failures)
  }

  /// What is drawn so far, by its place among all, and whether the program is about to end.
  private struct Done {
    var drawn: [Int: GalleryFigure] = [:]
    var isOver = false
  }

  /// The folder that `-o` names.
  static func folder(_ arguments: Arguments, for verb: String, or standard: String) throws(UsageError) -> String {
    let text = arguments["output"]?.value ?? standard
    if text == "-" {
      throw UsageError("'lesson \(verb)' wants a folder, not standard output", zh: "“lesson \(verb)”需要一个文件夹，不能写到标准输出")
    }
    if text.hasSuffix("/") || FilePath(text).kind == .folder { return text.hasSuffix("/") ? text : text + "/" }
    try refuseFile(FilePath(text), for: verb)
    return text + "/"
  }

  /// How the names of files end for which a folder would be mistaken.
  private static let endings = [
    "csv", "docx", "gif", "htm", "html", "jpeg", "jpg", "json", "key", "md", "odp", "pdf", "png", "ppt", "pptx", "svg",
    "tex",
  ]

  /// Throws where a new folder would have the name of a file.
  private static func refuseFile(_ path: FilePath, for verb: String) throws(UsageError) {
    guard let ending = path.name.split(separator: ".").dropFirst().last?.lowercased(), endings.contains(ending) else {
      return
    }
    var hints = [
      Message(
        "for a folder: -o \(ShellWord.quoted(path.stem + "/"))", zh: "写进文件夹：-o \(ShellWord.quoted(path.stem + "/"))")
    ]
    if verb == "deck", let line = Deck.pandoc(to: path, ending) {
      hints.append(Message("in it pandoc makes the file: \(line)", zh: "在该文件夹中用 pandoc 生成文件：\(line)"))
    }
    throw UsageError(
      "'lesson \(verb)' writes several files into a folder, and '\(path.text)' is the name of one",
      zh: "“lesson \(verb)”把多个文件写进一个文件夹，而“\(path.text)”是单个文件的名称", hints: hints)
  }
}
