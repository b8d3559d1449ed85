import LessonKit
import Plot

/// An option that the command itself understands, in every lesson or for a verb.
struct Switch: Sendable {
  /// Whether a value follows.
  enum Value: Sendable { case none, required, optional }

  let name: String
  var letter: Character?
  var value = Value.required
  /// What stands for the value in help.
  var placeholder = ""
  let help: String
  var choices: [String] = []
  /// Whether an empty value means something.
  var canBeEmpty = false

  /// Whether the value is the path of a folder rather than a file; nil for no path.
  var path: Bool? {
    let kinds = placeholder.split(separator: "|")
    return kinds.contains { $0 == "FILE" || $0.hasPrefix("FILE.") }
      ? false : kinds.contains { $0 == "DIR" || $0 == "DIR/" } ? true : nil
  }

  /// How help shows the option.
  var usage: String {
    let short = letter.map { "-\($0), " } ?? ""
    switch value {
    case .none: return short + "--\(name)"
    case .required: return short + "--\(name) \(placeholder)"
    case .optional: return short + "--\(name)[=\(placeholder)]"
    }
  }
}

extension Switch {
  static let picture: [Switch] = [
    Switch(name: "preset", placeholder: "NAME", help: "pixels and type for a purpose", choices: Preset.all.map(\.name)),
    Switch(name: "size", placeholder: "WxH", help: "pixels, each side 64 to 16384"),
    Switch(name: "dpi", placeholder: "N", help: "pixels per inch, 30 to 2400; the placed size stays"),
    Switch(name: "scale", placeholder: "K", help: "K times the pixels in the same placed size, 0.25 to 8"),
    Switch(
      name: "theme", placeholder: "NAME", help: "colours for a light or a dark page",
      choices: Picture.themes.map(\.name)),
    Switch(
      name: "lang", placeholder: "CODE", help: "language of every text", choices: Language.allCases.map(\.rawValue)),
    Switch(
      name: "view", placeholder: "X0:X1,Y0:Y1", help: "the part of the plane that a map shows, in figures with one"),
    Switch(
      name: "map", placeholder: "NAME", help: "colours of a surface or heat map, low to high", choices: ColorMap.names),
    Switch(
      name: "look", placeholder: "FILE.json", help: "font, page, ink, series and map of one's own: lesson help look"),
    Switch(name: "title", placeholder: "TEXT", help: "another title; '' for none", canBeEmpty: true),
    Switch(name: "transparent", value: .none, help: "no page colour; wants --theme"),
  ]

  /// The picture options that mean something to a lesson with these figures.
  static func picture(for figures: [LessonFigure]) -> [Switch] {
    picture.filter { $0.name != "view" || figures.contains { $0.hasView } }
  }

  /// The lessons to which a picture option means something.
  static func owners(of name: String, in catalog: Catalog) -> [String] {
    guard (picture + buildUp).contains(where: { $0.name == name }) else { return [] }
    return catalog.lessons.filter { type in Draw.switches(for: type).contains { $0.name == name } }.map { $0.page.name }
  }

  /// Which of a lesson's figures to draw.
  static func figure(_ choices: [String]) -> Switch {
    Switch(
      name: "figure", placeholder: "NAME|all", help: "another figure of the lesson, or all of them", choices: choices)
  }

  static let output: [Switch] = [
    Switch(name: "output", letter: "o", placeholder: "FILE|DIR/|-", help: "where to write; - is standard output"),
    Switch(name: "json", value: .optional, placeholder: "FILE", help: "numbers, texts and layout as JSON"),
    Switch(name: "sidecar", value: .none, help: "the same JSON beside the picture"),
    Switch(name: "csv", value: .optional, placeholder: "FILE", help: "the numbers of the series as a table"),
    Switch(
      name: "snippet", placeholder: "KIND", help: "text to paste, on standard output",
      choices: Snippet.allCases.map(\.rawValue)),
    Switch(name: "from", placeholder: "DIR", help: "the folder of the document that --snippet goes into"),
    Switch(name: "claims", value: .none, help: "measure what the course says of it, at full length"), force, dryRun,
  ]

  static let force = Switch(
    name: "force", letter: "f", value: .none, help: "replace a file that this program did not make")
  static let dryRun = Switch(name: "dry-run", letter: "n", value: .none, help: "everything but writing files")

  static let general: [Switch] = [
    Switch(name: "quiet", letter: "q", value: .none, help: "no notes, only errors"),
    Switch(name: "verbose", letter: "v", value: .none, help: "what is done, and how long it takes"),
    Switch(name: "no-color", value: .none, help: "no colours; NO_COLOR does the same"),
    Switch(name: "help", letter: "h", value: .none, help: "help"),
    Switch(name: "version", value: .none, help: "the version"),
  ]

  static let json = Switch(name: "json", value: .none, help: "as JSON")
  static let language = picture.filter { $0.name == "lang" }
  static let jobs = Switch(name: "jobs", letter: "j", placeholder: "N", help: "lessons at a time, 1 to 64")
  static let folder = Switch(name: "output", letter: "o", placeholder: "DIR", help: "where to write")

  /// Hands a lesson a parameter by name.
  static let set = Switch(name: "set", placeholder: "key=value", help: "an option by its key")

  /// What a lesson declares, as the command's own options are.
  init(_ declaration: Declaration) {
    self.init(
      name: declaration.key, value: declaration.isFlag ? .none : .required, placeholder: declaration.placeholder,
      help: declaration.help.english, choices: declaration.choices)
  }
}
