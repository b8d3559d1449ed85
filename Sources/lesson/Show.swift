import LessonKit
import Plot

/// `lesson show NAME`: what there is to say about one lesson, without running it.
struct Show {
  let catalog: Catalog
  let arguments: Arguments

  func run() throws -> ExitCode {
    guard arguments.words.count == 1 else {
      throw UsageError("'lesson show' wants the name of one lesson", hints: ["try: lesson list"])
    }
    let type = try catalog.lesson(named: arguments.words[0])
    let sheet = Sheet(type, in: catalog, try arguments.language)
    try Stream.output.write(arguments.has("json") ? sheet.json.pretty : sheet.text)
    return .done
  }
}
