import LessonKit
import Plot

/// A document with what stands, or is to stand, in each of its blocks.
struct FilledNotes {
  let path: FilePath
  let notes: Notes
  private let snippet: Snippet
  /// From the document to a picture.
  private let folder: DocumentFolder
  /// Where the pictures go, with a slash at the end.
  private let place: String
  private let force: Bool
  private let isCheck: Bool
  /// By marker.
  private var jobs: [Result<FillJob, Failure>] = []
  /// By marker: the figure's texts, or why its file does not hold it.
  private var contents: [Result<Snippet.Content, FillJob.Stale>?] = []
  /// What is wrong besides, with its line; 0 for the whole document.
  private var faults: [(line: Int, failure: Failure)] = []
  private var isRefused = false

  /// Whether the document comes from standard input, and goes to standard output.
  var isInput: Bool { path.text == "-" }
  /// As messages call it.
  var name: Message { isInput ? Message("standard input", zh: "标准输入") : Message(same: path.text) }

  /// Reads a document and what its markers ask for; draws nothing.
  init(_ path: FilePath, _ catalog: Catalog, _ arguments: Arguments, _ snippet: Snippet?, _ console: Console) throws {
    self.path = path
    force = arguments.has("force")
    isCheck = arguments.has("check")
    notes = try Notes(InputFile.document(path), name: path.text)
    self.snippet = snippet ?? (path.text.lowercased().hasSuffix(".qmd") ? .quarto : .md)
    let own = path.text == "-" ? "" : path.folder
    let given = arguments["figures"]?.value ?? own + "figures/"
    place = given.hasSuffix("/") ? given : given + "/"
    folder = DocumentFolder(of: own)
    faults = notes.faults.map { ($0.line, Self.failure($0.error, path, $0.line)) }
    let defaults = try defaults(arguments, console)
    jobs = notes.markers.map { marker in
      do { return .success(try job(marker, catalog, defaults)) } catch {
        return .failure(Self.failure(error, path, marker.line))
      }
    }
    refuseNamesakes()
    contents = jobs.map { job in (try? job.get())?.there(after: !isCheck) }
  }

  private static func failure(_ error: any Error, _ path: FilePath, _ line: Int) -> Failure {
    Failure(error).of("\(path.text):\(line)")
  }

  private static let otherFolder = Message(
    "choose another folder for the pictures: --figures DIR", zh: "为图片换一个文件夹：--figures DIR")

  /// The options of the command line that every figure gets, and the document's language.
  private func defaults(_ arguments: Arguments, _ console: Console) throws -> Arguments {
    let given = arguments.only(Fill.picture)
    guard !given.has("lang"), let (line, code) = notes.language else { return given }
    do {
      let language = try LanguageCode.language(code)
      let own = try Arguments(["--lang", language.rawValue], switches: Switch.language) { _, _ in nil }
      return own.overridden(by: given)
    } catch {
      console.remark(
        Message(
          "\(path.text):\(line): no figure speaks '\(code)'; English is taken, as --lang en says",
          zh: "\(path.text):\(line): 没有“\(code)”的图；改用英文，如同 --lang en"))
      return given
    }
  }

  private func job(_ marker: Notes.Marker, _ catalog: Catalog, _ defaults: Arguments) throws -> FillJob {
    if isEdited(marker), !isCheck {
      throw UsageError(
        "the text below the marker was edited since 'lesson fill' wrote it, and stays as it is",
        zh: "标记之下的文字在 lesson fill 写入之后被编辑过，保持原样",
        hints: [
          Message(
            "to keep your words: move them below the closing line, or take out both lines of the marker",
            zh: "保留你的文字：把它们移到结束行之后，或删去标记的首尾两行"),
          Message(
            "to have it written anew: delete what stands between the two lines, or --force",
            zh: "重新写入：删去两行之间的内容，或用 --force"),
        ])
    }
    guard isEdited(marker) || notes.isFigure(marker) else {
      throw UsageError(
        "between the marker and '<!-- /lesson -->' stands more than a figure and its caption",
        zh: "标记与“<!-- /lesson -->”之间除了图和图注还有别的内容",
        hints: [
          Message(
            "put your text below the closing line: what stands between is replaced", zh: "请把文字移到结束行之后：两行之间的内容会被替换")
        ])
    }
    let request = try FigureLine(marker.command, in: catalog).defaulting(to: defaults).request()
    return FillJob(request: request, path: FilePath(place + request.selection.jobs[0].fileName + ".png"))
  }

  /// Whether a block is to stay because somebody has changed it.
  private func isEdited(_ marker: Notes.Marker) -> Bool { !force && notes.isEdited(marker) }

  /// How many blocks are to stay because somebody has changed them.
  var editedCount: Int { zip(notes.markers, jobs).count { marker, job in isEdited(marker) && (try? job.get()) != nil } }

  /// Two figures cannot be one file, however rarely their names agree.
  private mutating func refuseNamesakes() {
    var commands: [String: String] = [:]
    for (index, job) in jobs.enumerated() {
      guard let job = try? job.get() else { continue }
      let other = commands.updateValue(job.drawing.command, forKey: job.path.text) ?? job.drawing.command
      guard other != job.drawing.command else { continue }
      let error = UsageError(
        "'\(job.path.text)' is the file of another figure too: \(other)", zh: "“\(job.path.text)”也是另一幅图的文件：\(other)",
        hints: [Message("change one of them", zh: "请改动其中一个")])
      jobs[index] = .failure(Self.failure(error, path, notes.markers[index].line))
    }
  }

  /// What is wrong in the document and what could not be drawn, in the order of the lines.
  var failures: [Failure] {
    let wrong = zip(notes.markers, jobs).compactMap { marker, job in
      if case .failure(let failure) = job { (line: marker.line, failure: failure) } else { nil }
    }
    return (faults + wrong).sorted { $0.line < $1.line }.map(\.failure)
  }

  /// The figures whose files do not hold them.
  var missing: [FillJob] {
    if isRefused { return [] }
    return zip(jobs, contents).compactMap { job, content in
      if case .failure = content { return try? job.get() }
      return nil
    }
  }

  /// Finds out whether the pictures and the document can be written, before anything is drawn.
  mutating func refuseUnwritable() {
    if missing.isEmpty { return }
    do throws(CannotCreate) {
      do throws(CannotCreate) { try FilePath(place).checkFolder() } catch {
        throw CannotCreate(error.told, hints: [Self.otherFolder])
      }
      if isInput { return }
      do throws(CannotCreate) { try path.resolved.checkFolder() } catch {
        throw CannotCreate(
          error.told,
          hints: [
            Message(
              "or fill a copy elsewhere: lesson fill - --figures DIR < \(path.text) > copy.md",
              zh: "或在别处填写一份副本：lesson fill - --figures DIR < \(path.text) > copy.md")
          ])
      }
    } catch {
      faults.append((0, Failure(error).of(path.text)))
      isRefused = true
    }
  }

  /// Takes over what was drawn, and says how many of its markers that serves.
  mutating func take(_ drawn: [String: Result<Snippet.Content, Failure>]) -> Int {
    var count = 0
    for (index, job) in jobs.enumerated() {
      guard let job = try? job.get(), let result = drawn[job.path.text] else { continue }
      switch result {
      case .success(let content):
        contents[index] = .success(content)
        count += 1
      case .failure(let failure):
        var hints = failure.remedies.filter { !$0.english.contains("-o ") }
        if hints.count < failure.remedies.count { hints.append(Self.otherFolder) }
        let told = Failure(failure.told, hints: hints, code: failure.code)
        jobs[index] = .failure(Self.failure(told, path, notes.markers[index].line))
      }
    }
    return count
  }

  /// The files of the figures that are there.
  var pictures: [String] {
    zip(jobs, contents).compactMap { job, content in
      if case .success = content { return (try? job.get())?.path.text }
      return nil
    }
  }

  /// What is to stand in each block; nil where that is not known.
  private var blocks: [[UInt8]?] {
    zip(notes.markers, contents).map { marker, content in
      guard case .success(let content) = content else { return nil }
      var placed = content.moved(folder.way)
      placed.pair = nil
      // Bitmaps of any size are images of Markdown: pandoc leaves out HTML where it makes slides and PDF.
      if snippet == .md { placed.pixels = 0 }
      var lines = snippet.text(placed).split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(
        String.init)
      // Of an image that is alone in its paragraph pandoc would print the alternative text, as a second caption.
      if snippet == .md { lines[0] += "<!-- -->" }
      return notes.block([""] + lines + [""], for: marker)
    }
  }

  /// Writes the document, if anything in it changes, and says so in a word; nil where it cannot be written.
  func write() throws -> Message? {
    if isRefused { return nil }
    let filled = notes.filled(blocks)
    if isInput {
      try Stream.output.write(filled)
      return Message("filled \(name)", zh: "已填写\(name)")
    }
    if OutputFile.holds(filled, notes.bytes) { return OutputFile.Change.unchanged.told(of: name) }
    let file = OutputFile(path: path, kind: .document, bytes: filled, replacing: notes.bytes)
    return try OutputFile.write([file], force: false)[0].told(of: name)
  }

  /// What `--check` tells: a line for each block that somebody has changed, and each figure that is not what its marker asks for.
  var stale: [Message] {
    zip(zip(notes.markers, jobs), zip(contents, blocks)).compactMap { pair, state in
      let (marker, job) = pair
      guard let job = try? job.get() else { return nil }
      if isEdited(marker) {
        return Message(
          "\(path.text):\(marker.line): edited: what stands below the marker is not as 'lesson fill' wrote it",
          zh: "\(path.text):\(marker.line): 已编辑：标记之下的内容不是 lesson fill 写入的那样")
      }
      let head = Message("\(path.text):\(marker.line): stale: ", zh: "\(path.text):\(marker.line): 过时：")
      let file = job.path.text
      switch state.0 {
      case .failure(.missing): return head + Message("there is no '\(file)'", zh: "没有“\(file)”")
      case .failure(.foreign): return head + Message("'\(file)' is no picture of this program", zh: "“\(file)”不是本程序的图片")
      case .failure(.old): return head + Message("'\(file)' was drawn by another version", zh: "“\(file)”由另一版本画出")
      case .failure(.other(let command)):
        return head + Message("'\(file)' shows: \(command)", zh: "“\(file)”画的是：\(command)")
      case .success, nil:
        guard let block = state.1 else { return nil }
        if !marker.isClosed { return head + Message("nothing stands below the marker", zh: "标记之下没有内容") }
        let other = Message("what stands below the marker is another text", zh: "标记之下是另外的文字")
        return Array(notes.bytes[marker.block]) == block ? nil : head + other
      }
    }
  }
}
