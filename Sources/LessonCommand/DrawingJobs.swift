import LessonKit
import Typography

extension DrawingJob {
  /// Draws figures, each with all its looks at once, and hands each to `finish` as soon as it is drawn.
  static func render<Value: Sendable>(
    _ figures: [[DrawingJob]], _ picture: Picture, workers: Int, _ console: Console,
    finish: @escaping @Sendable (Int, [Rendering]) throws -> Value
  ) throws -> [Result<Value, Failure>] {
    let typesetter = try picture.typesetter()
    try picture.checkTitle(with: typesetter)
    for note in picture.notes(typesetter) { console.remark(note) }
    let progress = Progress(Message("drawing figures", zh: "正在画图"), of: figures.count, on: console)
    defer { progress.finish() }
    return Workers.map(Array(figures.enumerated()), jobs: workers) { place, looks in
      defer { progress.advance() }
      return Failure.catching("\(looks[0].recipe.page.name), \(looks[0].figure.name)") {
        try finish(place, Rendering.all(looks, with: typesetter))
      }
    }
  }
}

extension OutputFile {
  /// Writes a file of ours, unless `--dry-run` wants none, and says what that changed.
  static func write(_ bytes: [UInt8], to path: FilePath, as kind: Kind, _ arguments: Arguments) throws(CannotCreate)
    -> Message
  {
    if arguments.has("dry-run") { return Message("would write \(path.text)", zh: "将写入 \(path.text)") }
    let file = OutputFile(path: path, kind: kind, bytes: bytes)
    return try write([file], force: arguments.has("force"))[0].told(of: path)
  }
}
