import LessonKit

/// A command line that a lesson shows as an example, taken apart.
struct ExampleLine {
  /// Options of the command itself, with a value or without.
  static let pictureOptions = ["preset", "theme", "lang", "map", "scale", "view", "size", "dpi", "title", "output"]
  static let pictureFlags = ["transparent", "sidecar", "json"]

  let words: [String]
  let recipe: Recipe
  /// What follows `--figure`.
  let figure: String?
  /// Whether it changes more than the look.
  let changesNumbers: Bool

  /// Reads an example; throws what the command would say.
  init(_ example: Page.Example, of lesson: any Lesson.Type) throws {
    words = ShellWord.split(example.arguments)
    let flags = Recipe.declarations(of: lesson).filter(\.isFlag).map(\.key) + Self.pictureFlags
    var (rest, given, figure) = (words[...], [Options.Given](), String?.none)
    while let word = rest.popFirst() {
      guard word.hasPrefix("--") else { throw UsageError("'\(word)' is no option", zh: "“\(word)”不是选项") }
      let halves = word.dropFirst(2).split(separator: "=", maxSplits: 1).map(String.init)
      let key = halves[0]
      let value = halves.count == 2 ? halves[1] : flags.contains(key) ? "true" : rest.popFirst() ?? ""
      if key == "figure" {
        figure = value
      } else if !(Self.pictureOptions + Self.pictureFlags).contains(key) {
        given.append(Options.Given(key, value))
      }
    }
    self.figure = figure
    changesNumbers = !given.isEmpty
    recipe = try Recipe(lesson, given: given)
  }
}

extension ShellWord {
  /// The words of a line, quotes around some of them taken off.
  fileprivate static func split(_ line: String) -> [String] {
    var (words, word, quote) = ([String](), "", Character?.none)
    for character in line {
      if character == quote {
        quote = nil
      } else if quote == nil, character == "'" || character == "\"" {
        quote = character
      } else if quote == nil, character == " " {
        if !word.isEmpty { words.append(word) }
        word = ""
      } else {
        word.append(character)
      }
    }
    return word.isEmpty ? words : words + [word]
  }
}
