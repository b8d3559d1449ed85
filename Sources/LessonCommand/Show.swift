import LessonKit
import Plot

/// `lesson show NAME`: what there is to say about one lesson, without running it; of a picture, how it was made.
struct Show {
  let catalog: Catalog
  let arguments: Arguments
  let console: Console

  func run() throws -> ExitCode {
    guard let word = arguments.words.first, arguments.words.count == 1 else {
      throw UsageError(
        "'lesson show' wants the name of one lesson, or one picture", zh: "“lesson show”需要一个课例名或一幅图片",
        hints: [
          .attempt("lesson list"), Message("for a picture: lesson show FILE.png", zh: "看一幅图片：lesson show FILE.png"),
        ])
    }
    let isJSON = arguments.has("json")
    let spoken = try arguments.language
    let language = isJSON ? spoken : console.language
    if !catalog.names.contains(word), word.lowercased().hasSuffix(".png") || word.contains("/") {
      let origin = Origin(try PictureFile(FilePath(word)), in: catalog, language)
      try Stream.output.write(isJSON ? origin.json.pretty : origin.text)
      return .done
    }
    let type = try catalog.lesson(named: word)
    let sheet = Sheet(type, in: catalog, language)
    try Stream.output.write(isJSON ? sheet.json.pretty : sheet.text)
    return .done
  }
}
