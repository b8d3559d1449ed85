import LessonKit
import Plot
import Typography

/// `lesson fill FILE.md…`: draws what the markers in documents ask for, and writes image, alternative text and caption there.
struct Fill {
  let catalog: Catalog
  let arguments: Arguments
  let console: Console

  /// Kinds of text that can stand in Markdown.
  static let snippets: [Snippet] = [.md, .html, .quarto]

  static let switches: [Switch] =
    [
      Switch(name: "figures", placeholder: "DIR", help: "where the pictures go; 'figures' beside each document"),
      Switch(name: "check", value: .none, help: "draw and write nothing; exit 1 where something is stale"),
      Switch(name: "suggest", value: .none, help: "propose markers by subject; write nothing"),
      Switch(
        name: "snippet", placeholder: "KIND", help: "what is written: md, for pandoc and Quarto quarto, or html",
        choices: snippets.map(\.rawValue)),
    ] + picture + [.jobs, .force] + Switch.general

  /// Options of the picture for every figure whose marker says nothing else.
  static let picture = Switch.picture.filter { !["view", "map", "title"].contains($0.name) }

  func run() throws -> ExitCode {
    let snippet = try self.snippet
    _ = try arguments.language
    guard !arguments.words.isEmpty else {
      throw UsageError(
        "'lesson fill' wants documents in Markdown",
        hints: ["as in: lesson fill notes.md", "a line in it asks for a figure: <!-- lesson vanishing --depth 10 -->"])
    }
    if let folder = arguments["figures"]?.value, [.file, .other].contains(FilePath(folder).kind) {
      throw UsageError("--figures '\(folder)' is no folder", hints: ["as in: --figures figures"])
    }
    if arguments.words.contains("-"), arguments.words.count > 1 {
      throw UsageError("standard input stands alone: 'lesson fill -'")
    }
    if arguments.has("suggest") {
      if arguments.has("check") { throw UsageError("--check and --suggest are two things: ask for one of them") }
      return try Suggestions(catalog).run(arguments.words.map { FilePath($0) }, console)
    }
    var failures: [Failure] = []
    var taken: Set<FileIdentity> = []
    var documents: [FilledNotes] = []
    for word in arguments.words where word == "-" || taken.insert(FileIdentity(FilePath(word))).inserted {
      do { documents.append(try FilledNotes(FilePath(word), catalog, arguments, snippet, console)) } catch {
        failures.append(tell(Failure(error)))
      }
    }
    return try arguments.has("check") ? check(documents, failures) : fill(documents, failures)
  }

  private var snippet: Snippet? {
    get throws(UsageError) {
      guard let name = arguments["snippet"]?.value else { return nil }
      if let snippet = Self.snippets.first(where: { $0.rawValue == name }) { return snippet }
      throw .unknown("kind of snippet", name, for: "--snippet", known: Self.snippets.map(\.rawValue))
    }
  }

  /// Tells of a failure, and gives it back.
  private func tell(_ failure: Failure) -> Failure {
    console.error(failure.description, hints: failure.hints)
    return failure
  }

  // MARK: --check

  private func check(_ documents: [FilledNotes], _ unread: [Failure]) throws -> ExitCode {
    var (failures, lines) = (unread, [String]())
    for document in documents {
      failures += document.failures.map(tell)
      let stale = document.stale
      lines += stale
      let count = document.notes.markers.count
      let told = stale.isEmpty && document.failures.isEmpty ? "nothing is stale" : "\(Digits.count(stale.count)) stale"
      console.note("\(document.name): \(Digits.count(count, of: "figure")), \(told)")
    }
    if !lines.isEmpty { console.note("to draw them: lesson fill, without --check") }
    try Stream.output.write(lines.map { $0 + "\n" }.joined())
    if failures.isEmpty { return lines.isEmpty ? .done : .failed }
    return ending(failures)
  }

  /// What keeps a file from being read or written says so; everything else is a marker that is wrong.
  private func ending(_ failures: [Failure]) -> ExitCode {
    let code = ExitCode(of: failures)
    return code == .usage ? .failed : code
  }

  // MARK: Filling

  private func fill(_ documents: [FilledNotes], _ unread: [Failure]) throws -> ExitCode {
    var (documents, failures) = (documents, unread)
    for index in documents.indices { documents[index].refuseUnwritable() }
    let jobs = FillJob.unique(documents.flatMap(\.missing))
    let drawn = try draw(jobs)
    var paths: [String] = []
    for index in documents.indices {
      let count = documents[index].take(drawn)
      failures += documents[index].failures.map(tell)
      do {
        guard let change = try documents[index].write() else { continue }
        paths += documents[index].pictures + (documents[index].isInput ? [] : [documents[index].path.text])
        let figures = Digits.count(documents[index].notes.markers.count, of: "figure")
        console.note("\(change) \(documents[index].name): \(figures), \(count) drawn")
      } catch { failures.append(tell(Failure(error))) }
    }
    if !documents.contains(where: \.isInput) {
      var taken: Set<String> = []
      try Stream.output.write(paths.filter { taken.insert($0).inserted }.map { $0 + "\n" }.joined())
    }
    return ending(failures)
  }

  /// Draws figures, each to its file as soon as it is done: an interruption loses none of them.
  private func draw(_ jobs: [FillJob]) throws -> [String: Result<Snippet.Content, Failure>] {
    if jobs.isEmpty { return [:] }
    let typesetters = try Typesetters(jobs.map(\.request.picture))
    let progress = Progress("drawing figures", of: jobs.count, on: console)
    let force = arguments.has("force")
    let results = Workers.map(jobs, jobs: try arguments.jobs) { job in
      defer { progress.advance() }
      return Failure.catching(nil) {
        let typesetter = typesetters[job.request.picture]
        try job.request.picture.checkTitle(with: typesetter)
        let rendering = try Rendering(job.drawing, with: typesetter)
        try job.request.checkColors([rendering])
        _ = try OutputFile.write([OutputFile(path: job.path, kind: .picture, bytes: rendering.png)], force: force)
        return rendering.content(at: job.path)
      }
    }
    progress.finish()
    for note in typesetters.notes { console.note("note: \(note)") }
    return Dictionary(uniqueKeysWithValues: zip(jobs.map(\.path.text), results))
  }
}
