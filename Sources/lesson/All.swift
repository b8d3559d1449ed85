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
    for path in paths + [index] { try OutputFile.check(path, force: arguments.has("force")) }

    let results = try render(jobs, picture)
    var (written, isComplete) = ([FilePath](), true)
    var gallery = Gallery(catalog, picture, isWhole: isWhole)
    for (path, result) in zip(paths, results) {
      switch result {
      case .success(let rendering):
        try write(rendering.png, to: path, facts: "  \(rendering.facts)")
        written.append(path)
        gallery.add(rendering, as: path)
      case .failure(let failure):
        console.error(failure.description)
        isComplete = false
      }
    }
    try write(Array(gallery.text.utf8), to: index)
    try Stream.output.write((written + [index]).map { $0.text + "\n" }.joined())
    return isComplete ? .done : .failed
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

  private func render(_ jobs: [DrawingJob], _ picture: Picture) throws -> [Result<Rendering, Failure>] {
    let typesetter = try Typesetter()
    try picture.checkTitle(with: typesetter)
    for note in typesetter.notes { console.note("note: \(note)") }
    let progress = Progress("drawing figures", of: jobs.count, on: console)
    defer { progress.finish() }
    return Workers.map(jobs, jobs: try arguments.jobs) { job in
      defer { progress.advance() }
      return Failure.catching("\(job.recipe.page.name), \(job.figure.name)") { try Rendering(job, with: typesetter) }
    }
  }

  private func write(_ bytes: [UInt8], to path: FilePath, facts: String = "") throws {
    if arguments.has("dry-run") {
      console.note("would write \(path.text)\(facts)")
    } else {
      let change = try OutputFile.write(bytes, to: path, force: arguments.has("force"))
      console.note("\(change.rawValue) \(path.text)\(facts)")
    }
  }
}
