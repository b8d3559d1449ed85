import LessonKit
import Plot
import Typography

/// `lesson all`: every lesson's own figure, or every figure, and a page that shows them.
struct All {
  let catalog: Catalog
  let arguments: Arguments
  let console: Console

  static let switches =
    [Switch.figure(["all"])] + Switch.picture.filter { $0.name != "view" } + [.folder, .jobs, .force, .dryRun]
    + Switch.general

  func run() throws -> ExitCode {
    try arguments.refuseWords(after: "all")
    let picture = try Picture(arguments)
    let isWhole = try self.isWhole
    let folder = try self.folder
    let jobs = catalog.lessons.flatMap { Selection(.standard(of: $0), isWhole: isWhole, picture).jobs }
    let paths = jobs.map { FilePath(folder + $0.fileName + ".png") }
    let index = FilePath(folder + "index.md")
    for path in paths { try OutputFile.check(path, as: .picture, force: arguments.has("force")) }
    try OutputFile.check(index, as: .page, force: arguments.has("force"))

    // A picture and its place on the page belong together: an interruption falls before or after both.
    let done = Guarded(Done())
    let page = { @Sendable (drawn: [Int: Rendering]) throws -> String in
      var gallery = Gallery(catalog, picture, isWhole: isWhole)
      for (place, rendering) in drawn.sorted(by: { $0.key < $1.key }) { gallery.add(rendering, as: paths[place]) }
      return try OutputFile.write(Array(gallery.text.utf8), to: index, as: .page, arguments)
    }
    Interrupts.beforeEnding {
      done.withLock {
        $0.isOver = true
        if !$0.drawn.isEmpty { _ = try? page($0.drawn) }
      }
    }
    let results = try DrawingJob.render(jobs, picture, workers: arguments.jobs, console) { place, rendering in
      try done.withLock {
        if $0.isOver { return "" }
        let note = try OutputFile.write(rendering.png, to: paths[place], as: .picture, arguments)
        $0.drawn[place] = rendering
        return "\(note)  \(rendering.facts)"
      }
    }
    var (written, failures) = ([FilePath](), [Failure]())
    for (path, result) in zip(paths, results) {
      switch result {
      case .success(let note):
        console.note(note)
        written.append(path)
      case .failure(let failure):
        console.error(failure.description, hints: failure.hints)
        failures.append(failure)
      }
    }
    console.note(try page(done.withLock { $0.drawn }))
    try Stream.output.write((written + [index]).map { $0.text + "\n" }.joined())
    return ExitCode(of: failures)
  }

  /// What is drawn so far, by its place among all, and whether the program is about to end.
  private struct Done {
    var drawn: [Int: Rendering] = [:]
    var isOver = false
  }

  /// Whether every figure is to be drawn.
  private var isWhole: Bool {
    get throws(UsageError) {
      guard let name = arguments["figure"]?.value else { return false }
      if name == "all" { return true }
      throw UsageError(
        "'lesson all' draws every lesson's own figure, or --figure all",
        hints: ["for one figure: lesson NAME --figure \(name)"])
    }
  }

  private var folder: String {
    get throws(UsageError) {
      let text = arguments["output"]?.value ?? "output"
      if text == "-" { throw UsageError("'lesson all' wants a folder, not standard output") }
      return text.hasSuffix("/") ? text : text + "/"
    }
  }
}
