import LessonKit
import Plot
import Typography

/// `lesson all`: every lesson at its defaults, and a page that shows them.
struct All {
  let catalog: Catalog
  let arguments: Arguments
  let console: Console

  static let switches =
    Switch.picture.filter { $0.name != "view" } + [.folder, .jobs, .force, .dryRun] + Switch.general

  func run() throws -> ExitCode {
    try arguments.refuseWords(after: "all")
    let picture = try Picture(arguments)
    let folder = try self.folder
    let recipes = try catalog.lessons.map { try Recipe($0) }
    let paths = recipes.map {
      FilePath(folder + FileName.joined([$0.page.name] + picture.fileParts) + ".png")
    }
    let index = FilePath(folder + "index.md")
    for path in paths + [index] { try OutputFile.check(path, force: arguments.has("force")) }

    let renderings = try render(recipes, picture)
    var (written, isComplete) = ([FilePath](), true)
    var gallery = Gallery(picture)
    for (path, result) in zip(paths, renderings) {
      switch result {
      case .success(let rendering):
        try write(rendering.png, to: path)
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

  private var folder: String {
    get throws {
      let text = arguments["output"]?.value ?? "output"
      if text == "-" { throw UsageError("'lesson all' wants a folder, not standard output") }
      return text.hasSuffix("/") ? text : text + "/"
    }
  }

  private func render(_ recipes: [Recipe], _ picture: Picture) throws -> [Result<
    Rendering, Failure
  >] {
    let typesetter = try Typesetter()
    try picture.checkTitle(with: typesetter)
    for note in typesetter.notes { console.note("note: \(note)") }
    let progress = Progress("drawing lessons", of: recipes.count, on: console)
    defer { progress.finish() }
    return Workers.map(recipes, jobs: try arguments.jobs) { recipe in
      defer { progress.advance() }
      return Failure.catching(recipe.page.name) {
        try Rendering(recipe, picture, with: typesetter)
      }
    }
  }

  private func write(_ bytes: [UInt8], to path: FilePath) throws {
    if arguments.has("dry-run") {
      console.note("would write \(path.text)")
    } else {
      let change = try OutputFile.write(bytes, to: path, force: arguments.has("force"))
      console.note("\(change.rawValue) \(path.text)")
    }
  }
}

/// A lesson that did not run, while others go on.
struct Failure: Error, CustomStringConvertible {
  let description: String

  static func catching<Value>(_ lesson: String, _ body: () throws -> Value) -> Result<
    Value, Failure
  > {
    do { return .success(try body()) } catch {
      return .failure(Failure(description: "\(lesson): \(error)"))
    }
  }
}
