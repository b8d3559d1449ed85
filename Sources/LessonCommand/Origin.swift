import LessonKit
import PNGCodec
import Plot

/// How a picture was made: its lesson and figure, the options that differ from their defaults, size, texts.
struct Origin {
  private let file: PictureFile
  private let language: Language
  /// What its command means now; or why it means nothing any more.
  private let job: Result<DrawingJob, Failure>

  init(_ file: PictureFile, in catalog: Catalog, _ language: Language) {
    (self.file, self.language) = (file, language)
    job = Failure.catching(nil) { try FigureLine(file.command, in: catalog).request().selection.jobs[0] }
  }

  /// The sheet for a terminal.
  var text: String {
    let metadata = file.metadata
    var rows = [[Phrase("title", zh: "标题")[language], metadata.title ?? ""]]
    switch job {
    case .success(let job):
      let page = job.recipe.page
      let figure = "\(page.name), \(job.figure.name): \(job.figure.shows.plain[language])"
      rows.append([Phrase("figure", zh: "图")[language], figure])
      let chosen = job.recipe.declarations.filter { job.recipe.options(of: job.figure).contains($0.key) }
      for option in chosen where option.differs {
        let name = rows.contains { $0[0] == Self.options[language] } ? "" : Self.options[language]
        rows.append([name, "\(ShellWord.line(option.words))  \(option.help[language])"])
      }
    case .failure(let failure): rows.append([Phrase("now", zh: "现在")[language], failure.told[language]])
    }
    rows.append([Phrase("size", zh: "尺寸")[language], size])
    rows.append([Phrase("alternative", zh: "替代文字")[language], metadata.description ?? ""])
    rows.append([Phrase("caption", zh: "说明文字")[language], metadata.caption ?? ""])
    rows.append([Phrase("drawn by", zh: "绘制程序")[language], metadata.software ?? ""])
    rows.append([Phrase("command", zh: "命令")[language], file.command])
    rows.append([
      Phrase("changed", zh: "改动后重画")[language],
      ShellWord.line(["lesson", "redraw", file.path.text, "--theme", "dark"]),
    ])
    let shown = rows.filter { $0[1] != "" }.map { ["  " + $0[0], $0[1]] }
    return ([file.path.text] + Columns.table(shown)).joined(separator: "\n") + "\n"
  }

  private static let options = Phrase("options", zh: "选项")

  private var size: String {
    let pixels = "\(file.width)×\(file.height) px"
    guard let dpi = file.metadata.pixelsPerInch else { return pixels }
    let inches = [file.width, file.height].map { Numeral.short(Double($0) / dpi, digits: 3) }
    return "\(pixels), \(Numeral.short(dpi)) dpi: \(inches.joined(separator: "×")) in"
  }

  /// The sheet for tools.
  var json: JSON {
    let metadata = file.metadata
    let text = { (text: String?) -> JSON in text.map { .string($0) } ?? .null }
    let read = try? job.get()
    return [
      "schema": .string(Plumbline.schema), "path": .string(file.path.text), "lesson": text(read?.recipe.page.name),
      "figure": text(read?.figure.name), "command": .string(file.command), "options": read?.recipe.json ?? .null,
      "width": .integer(file.width), "height": .integer(file.height),
      "dpi": metadata.pixelsPerInch.map { .number($0) } ?? .null, "title": text(metadata.title),
      "alt": text(metadata.description), "caption": text(metadata.caption), "software": text(metadata.software),
    ]
  }
}
