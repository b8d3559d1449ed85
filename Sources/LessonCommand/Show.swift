import LessonKit
import Plot

/// `lesson show NAME`: what there is to say about one lesson, without running it; of a picture, how it was made.
struct Show {
  let catalog: Catalog
  let arguments: Arguments

  func run() throws -> ExitCode {
    guard let word = arguments.words.first, arguments.words.count == 1 else {
      throw UsageError(
        "'lesson show' wants the name of one lesson, or one picture",
        hints: ["try: lesson list", "for a picture: lesson show FILE.png"])
    }
    if !catalog.names.contains(word), word.lowercased().hasSuffix(".png") || word.contains("/") {
      let origin = Origin(try PictureFile(FilePath(word)), in: catalog, try arguments.language)
      try Stream.output.write(arguments.has("json") ? origin.json.pretty : origin.text)
      return .done
    }
    let type = try catalog.lesson(named: word)
    let sheet = Sheet(type, in: catalog, try arguments.language)
    try Stream.output.write(arguments.has("json") ? sheet.json.pretty : sheet.text)
    return .done
  }
}
