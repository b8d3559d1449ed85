import LessonKit
import PNGCodec
import Plot
import Typography

/// One lesson, run and drawn: everything that is delivered, and nothing delivered yet.
struct Rendering: Sendable {
  let recipe: Recipe
  let picture: Picture
  let outcome: Outcome
  let record: FigureRecord
  /// Texts for which the figure had no room.
  let omitted: [String]
  let width: Int
  let height: Int
  /// The PNG file.
  let png: [UInt8]
  /// Seconds that experiment, drawing and encoding took.
  let seconds: (experiment: Double, drawing: Double, encoding: Double)

  init(_ recipe: Recipe, _ picture: Picture, with typesetter: Typesetter) throws {
    (self.recipe, self.picture) = (recipe, picture)
    let start = Clock.now
    outcome = try recipe.run(.figure)
    let computed = Clock.now
    let drawing = try outcome.figure.draw(picture.format, with: typesetter)
    let drawn = Clock.now
    let language = picture.format.language
    (record, omitted) = (drawing.record, drawing.omitted)
    (width, height) = (drawing.bitmap.width, drawing.bitmap.height)
    png = try PNG.encode(
      drawing.bitmap,
      metadata: PNGMetadata(
        pixelsPerInch: picture.dpi, title: drawing.record.title,
        description: outcome.alt(of: drawing.record)[language], software: Plumbline.software,
        comment: Self.command(recipe, picture)), limit: Self.largestFile(width * height))
    seconds = (computed - start, drawn - computed, Clock.now - drawn)
  }

  /// Bytes up to which a file keeps all its colours: 400 KiB, in proportion more where it has more pixels than a slide.
  private static func largestFile(_ pixels: Int) -> Int {
    let slide = Preset.slide.width * Preset.slide.height
    return 400 * 1024 * max(pixels, slide) / slide
  }

  /// The language of every text.
  var language: Language { picture.format.language }

  /// What a reader who cannot see the picture should know of it.
  var alt: String { outcome.alt(of: record)[language] }

  /// The shortest command that draws the same figure.
  var command: String { Self.command(recipe, picture) }

  private static func command(_ recipe: Recipe, _ picture: Picture) -> String {
    ShellWord.line(["lesson", recipe.page.name] + recipe.words + picture.words)
  }

  /// The file name without its ending: the lesson, then what differs from the defaults.
  static func fileName(_ recipe: Recipe, _ picture: Picture) -> String {
    FileName.joined([recipe.page.name] + recipe.fileParts + picture.fileParts)
  }

  /// Everything as one JSON object; `path` is nil where no file is written.
  func json(path: String?) -> JSON {
    [
      "schema": .string(Plumbline.schema), "lesson": .string(recipe.page.name),
      "command": .string(command), "options": recipe.json, "figure": figure(path: path),
      "series": .array(outcome.series.map(\.json)),
      "claims": .array(outcome.claims.map { $0.json(language) }),
    ]
  }

  private func figure(path: String?) -> JSON {
    let head: [JSON.Member] = [
      .init("path", path.map { .string($0) } ?? .null), .init("width", .integer(width)),
      .init("height", .integer(height)), .init("dpi", .number(picture.dpi)),
      .init("title", .string(record.title)), .init("caption", .string(outcome.caption[language])),
      .init("alt", .string(alt)),
    ]
    let taken = head.map(\.name)
    return .object(head + record.json.members.filter { !taken.contains($0.name) })
  }
}
