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
      Switch(
        name: "figures", placeholder: "DIR",
        help: Message("where the pictures go; 'figures' beside each document", zh: "图片放在哪里；默认是每个文档旁的 figures")),
      Switch(
        name: "check", value: .none,
        help: Message("draw and write nothing; exit 1 where something is stale", zh: "不画也不写；有过时的内容时以 1 退出")),
      Switch(
        name: "suggest", value: .none, help: Message("propose markers by subject; write nothing", zh: "按主题建议标记；不写任何文件")),
      Switch(
        name: "snippet", placeholder: "KIND",
        help: Message(
          "what is written: md, for pandoc and Quarto quarto, or html", zh: "写什么：md；用于 pandoc 和 Quarto 的 quarto；或 html"),
        choices: snippets.map(\.rawValue)),
    ] + picture + [.jobs, .force] + Switch.general

  /// Options of the picture for every figure whose marker says nothing else.
  static let picture = Switch.picture.filter { !["view", "map", "title"].contains($0.name) }

  func run() throws -> ExitCode {
    let snippet = try self.snippet
    _ = try arguments.language
    guard !arguments.words.isEmpty else {
      throw UsageError(
        "'lesson fill' wants documents in Markdown", zh: "“lesson fill”需要 Markdown 文档",
        hints: [
          .example("lesson fill notes.md"),
          Message(
            "a line in it asks for a figure: <!-- lesson vanishing --depth 10 -->",
            zh: "其中用一行请求一幅图：<!-- lesson vanishing --depth 10 -->"),
        ])
    }
    if let folder = arguments["figures"]?.value, [.file, .other].contains(FilePath(folder).kind) {
      throw UsageError(
        "--figures '\(folder)' is no folder", zh: "--figures “\(folder)”不是文件夹", hints: [.example("--figures figures")])
    }
    if arguments.words.contains("-"), arguments.words.count > 1 {
      throw UsageError("standard input stands alone: 'lesson fill -'", zh: "标准输入只能单独使用：“lesson fill -”")
    }
    if arguments.has("suggest") {
      if arguments.has("check") {
        throw UsageError(
          "--check and --suggest are two things: ask for one of them", zh: "--check 与 --suggest 是两件事：只能选一个")
      }
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
      throw .unknown(Snippet.kindName, name, for: Snippet.option, known: Self.snippets.map(\.rawValue))
    }
  }

  /// Tells of a failure, and gives it back.
  private func tell(_ failure: Failure) -> Failure {
    console.error(failure)
    return failure
  }

  // MARK: --check

  private func check(_ documents: [FilledNotes], _ unread: [Failure]) throws -> ExitCode {
    var (failures, lines, drawable) = (unread, [Message](), 0)
    for document in documents {
      failures += document.failures.map(tell)
      let stale = document.stale
      lines += stale
      let (count, edited) = (document.notes.markers.count, document.editedCount)
      let outdated = stale.count - edited
      drawable += outdated
      var told =
        stale.isEmpty && document.failures.isEmpty
        ? Message("nothing is stale", zh: "没有过时的")
        : Message("\(Digits.count(outdated)) stale", zh: "\(Digits.count(outdated)) 幅过时")
      if edited > 0 { told = told + Message(", \(Digits.count(edited)) edited", zh: "，\(Digits.count(edited)) 幅被编辑过") }
      let failed = document.failures.count
      if failed > 0 { told = told + Message(", \(Digits.count(failed)) failed", zh: "，\(Digits.count(failed)) 处未成") }
      console.note(
        Message(
          "\(document.name): \(count, "figure"), \(told)", zh: "\(document.name)：\(Digits.count(count)) 幅图，\(told)"))
    }
    if drawable > 0 {
      console.note(Message("to draw them: lesson fill, without --check", zh: "要画出它们：lesson fill，不带 --check"))
    }
    try Stream.output.write(lines.map { $0[console.language] + "\n" }.joined())
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
        let (figures, failed) = (documents[index].notes.markers.count, documents[index].failures.count)
        let done = Message(
          "\(change): \(figures, "figure"), \(count) drawn", zh: "\(change)：\(Digits.count(figures)) 幅图，画了 \(count) 幅")
        console.note(
          failed == 0 ? done : done + Message(", \(Digits.count(failed)) failed", zh: "，\(Digits.count(failed)) 处未成"))
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
    let progress = Progress(Message("drawing figures", zh: "正在画图"), of: jobs.count, on: console)
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
    for note in typesetters.notes { console.remark(note) }
    return Dictionary(uniqueKeysWithValues: zip(jobs.map(\.path.text), results))
  }
}
