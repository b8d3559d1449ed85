import LessonKit
import PNGCodec
import Plot
import Typography

/// One figure, computed and drawn: everything that is delivered, and nothing delivered yet.
struct Rendering: Sendable {
  let recipe: Recipe
  let picture: Picture
  /// The figure's name.
  let name: String
  /// What a file name says about lesson, figure and experiment.
  let nameParts: [String]
  /// What was drawn.
  let figure: Figure
  let record: FigureRecord
  /// Caption and alternative text.
  let caption: Caption
  /// Texts for which the figure had no room.
  let omitted: [String]
  let width: Int
  let height: Int
  /// The shortest command that draws the same figure.
  let command: String
  /// The PNG file.
  let png: [UInt8]
  /// The frames, each a file of its own, where these are wanted in place of one.
  let frames: [Frame]
  /// How long experiment, drawing and encoding took.
  let times: (experiment: Duration, drawing: Duration, encoding: Duration)

  /// Runs the experiment behind a figure and draws it.
  init(_ job: DrawingJob, with typesetter: Typesetter) throws { self = try Self.all([job], with: typesetter)[0] }

  /// Runs the experiment behind a figure once, and draws it with several looks.
  static func all(_ looks: [DrawingJob], with typesetter: Typesetter) throws -> [Rendering] {
    let start = ContinuousClock.now
    let figure = try looks[0].recipe.draw(looks[0].figure)
    let experiment = ContinuousClock.now - start
    return try looks.map { try Rendering($0, of: figure, after: experiment, with: typesetter) }
  }

  private init(_ job: DrawingJob, of figure: Figure, after experiment: Duration, with typesetter: Typesetter) throws {
    let (recipe, chosen, picture) = (job.recipe, job.figure, job.picture)
    var figure = try job.shortened(figure)
    // Without a title the picture has none, and the texts beside it keep the figure's own.
    if let title = picture.format.title, !title.isEmpty {
      (figure.headlines, figure.isAsking) = ([Headline(Phrase(same: title))], false)
    }
    let computed = ContinuousClock.now
    let (drawing, caption, sequence) = try job.drawn(figure, with: typesetter)
    let drawn = ContinuousClock.now
    let hasColors = drawing.record.levels != nil
    self.picture = hasColors ? picture : picture.without(["map"])
    (self.recipe, name, self.figure) = (recipe, chosen.name, figure)
    nameParts = [recipe.page.name] + recipe.fileParts(for: chosen)
    (record, omitted, self.caption) = (drawing.record, drawing.omitted, caption)
    (width, height) = (drawing.bitmap.width, drawing.bitmap.height)
    command = DrawingJob(recipe, chosen, self.picture).command
    let files = PictureFiles(DrawingJob(recipe, chosen, self.picture), figure)
    (png, frames) = try files.files(drawing, caption, sequence)
    times = (experiment, drawn - computed, .now - drawn)
  }

  /// The language of every text.
  var language: Language { picture.format.language }

  /// Whether it has a surface or a heat map, whose colours can be chosen.
  var hasColors: Bool { record.levels != nil }

  /// What a reader who cannot see the picture should know of it.
  var alt: String { caption.alternative[language] }

  /// The figure as one JSON object; `path` is nil where no file is written, `claims` where none were measured.
  func json(path: String?, claims: [Claim]? = nil) -> JSON {
    let head: [JSON.Member] = [
      .init("schema", .string(Plumbline.schema)), .init("lesson", .string(recipe.page.name)),
      .init("command", .string(command)), .init("options", recipe.json), .init("figure", drawn(path: path)),
      .init("series", .array(figure.series.map(\.json))),
    ]
    let measured = claims.map { [JSON.Member("claims", .array($0.map { $0.json(language) }))] }
    return .object(head + (measured ?? []))
  }

  private func drawn(path: String?) -> JSON {
    let head: [JSON.Member] = [
      .init("name", .string(name)), .init("path", (framePaths(path).last?.text ?? path).map { .string($0) } ?? .null),
      .init("width", .integer(width)), .init("height", .integer(height)), .init("dpi", .number(picture.dpi)),
      .init("title", .string(record.title)), .init("caption", .string(caption.text[language])),
      .init("alt", .string(alt)), .init("talk", .string(figure.talk.plain[language])),
      .init("ask", .string(figure.ask.plain[language])), .init("protocol", .string(figure.protocol.plain[language])),
    ]
    let taken = head.map(\.name)
    let files = zip(frames, framePaths(path)).map { frame, path -> JSON in
      ["path": .string(path.text), "title": .string(frame.title), "alt": .string(frame.caption.alternative[language])]
    }
    return .object(
      head + (frames.isEmpty ? [] : [.init("frames", .array(files))])
        + record.json.members.filter { !taken.contains($0.name) })
  }
}
