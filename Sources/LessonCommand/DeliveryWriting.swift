import LessonKit
import Plot

extension Delivery {
  /// Writes and prints what was drawn, with the claims that were measured.
  func hand(
    over renderings: [Rendering], _ claims: [Claim]?, _ folder: DocumentFolder, isWhole: Bool, _ console: Console
  ) throws {
    let paths = files.isEmpty ? renderings.map { _ in nil } : files.map(\.text)
    let json = { isWhole ? Self.json(renderings, paths, claims) : renderings[0].json(path: paths[0], claims: claims) }
    let pictures = zip(renderings, files).flatMap { $0.pictures(at: $1) }
    var outputs = pictures.map { OutputFile(path: $0.file, kind: .picture, bytes: $0.png) }
    if csvFile != nil || printed == .csv { try renderings[0].checkNumbers() }
    let table = { SeriesTable(renderings[0].figure.series).text }
    if let file = csvFile { outputs.append(OutputFile(path: file, kind: .csv, bytes: Array(table().utf8))) }
    if let file = jsonFile { outputs.append(OutputFile(path: file, kind: .json, json())) }
    for ((rendering, file), path) in zip(zip(renderings, sidecars), paths) {
      outputs.append(OutputFile(path: file, kind: .json, rendering.json(path: path, claims: claims)))
    }
    let changes = isDryRun ? nil : try OutputFile.write(outputs, force: force)
    for (index, output) in outputs.enumerated() {
      let path = output.path
      let change = changes?[index].told(of: path) ?? Message("would write \(path.text)", zh: "将写入 \(path.text)")
      console.note(change + Message(same: output.kind == .picture ? "  \(pictures[index].facts)" : ""))
    }
    for (rendering, path) in zip(renderings, paths) { Self.tell(rendering, at: path, console) }
    if let claims { for line in ClaimTable(claims, console.language).lines { console.note(Message(same: line)) } }
    switch printed {
    case .path: try Stream.output.write(outputs.map { $0.path.text + "\n" }.joined())
    case .json: try Stream.output.write(json().pretty)
    case .csv: try Stream.output.write(table())
    case .picture: try Stream.output.write(renderings[0].png)
    case .snippet(let snippet):
      let texts = pictures.map { snippet.text($0.content.moved(folder.way)) }
      // A blank line before each: it keeps apart from what the document ends with. An alternative text stands alone.
      try Stream.output.write(texts.map { (snippet == .alt ? "" : "\n") + $0 }.joined())
    }
  }

  /// All figures of a lesson: an object with an object for each, which is the same as for one figure alone.
  private static func json(_ renderings: [Rendering], _ paths: [String?], _ claims: [Claim]?) -> JSON {
    let figures = zip(renderings, paths).map { $0.json(path: $1) }
    let language = renderings[0].language
    let measured = claims.map { [JSON.Member("claims", .array($0.map { $0.json(language) }))] }
    let head: [JSON.Member] = [
      .init("schema", .string(Plumbline.schema)), .init("lesson", .string(renderings[0].recipe.page.name)),
      .init("figures", .array(figures)),
    ]
    return .object(head + (measured ?? []))
  }

  /// The details, which `-v` brings.
  private static func tell(_ rendering: Rendering, at path: String?, _ console: Console) {
    for note in rendering.frameNotes(path) { console.remark(note) }
    for text in rendering.omitted { console.detail(Message("note: no room for '\(text)'", zh: "注意：放不下“\(text)”")) }
    console.detail(Message("command: \(rendering.command)", zh: "命令：\(rendering.command)"))
    for declaration in rendering.recipe.declarations {
      console.detail(Message(same: "\(declaration.key): \(declaration.json.compact)"))
    }
    let times = [
      (Message("experiment", zh: "实验"), rendering.times.experiment),
      (Message("drawing", zh: "绘图"), rendering.times.drawing),
      (Message("encoding", zh: "编码"), rendering.times.encoding),
    ].map { $0 + Message(same: " \(Numeral.short($1 / .milliseconds(1), digits: 3)) ms") }
    console.detail(Message.joined(times, by: Message(", ", zh: "，")))
  }
}

extension Rendering {
  /// Pixels, resolution and size of the file, in a few words.
  var facts: String { facts(of: png) }

  func facts(of png: [UInt8]) -> String {
    let dpi = Numeral.short(picture.dpi)
    let kibibytes = Numeral.short(Double(png.count) / 1024, digits: 3)
    return "\(width)×\(height) px, \(dpi) dpi, \(kibibytes) KiB"
  }

  /// Throws where a table of the series is wanted and there is none.
  func checkNumbers() throws(UsageError) {
    guard figure.series.isEmpty else { return }
    throw UsageError(
      "the figure '\(name)' has no series to make a table of", zh: "图“\(name)”没有可做成表格的数列",
      hints: [Message("what it shows, as JSON: --json", zh: "以 JSON 输出图的内容：--json")])
  }

  /// What a snippet says of the figure in a file.
  func content(at file: FilePath) -> Snippet.Content {
    Snippet.Content(
      path: file.text, pair: pair(of: file), alt: alt, caption: caption.text[language],
      inches: Double(width) / picture.dpi, pixels: width, talk: figure.talk.plain[language])
  }

  /// The light and the dark file of the same figure, if the other one is there.
  private func pair(of file: FilePath) -> (light: String, dark: String)? {
    let other = FileName.joined(nameParts + picture.filePartsOfTwin) + ".png"
    let path = FilePath(file.folder + other)
    guard file.name != other, path.kind == .file, picture.look == nil else { return nil }
    let isDark = picture.format.theme.name == Theme.dark.name
    return isDark ? (path.text, file.text) : (file.text, path.text)
  }
}
