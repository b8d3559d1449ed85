import LessonKit
import Plot

/// `lesson all`: every lesson's own figure, or every figure, and a page that shows them.
struct All {
  let catalog: Catalog
  let arguments: Arguments
  let console: Console

  static let switches =
    [Switch.figure(["all"])] + Switch.picture.filter { $0.name != "view" } + [.folder, .jobs, .force, .dryRun]
    + Switch.general

  func run() throws -> ExitCode {
    try arguments.refuseWords(after: "all")
    let picture = try Picture(arguments)
    let isWhole = try self.isWhole
    let album = Album(
      catalog: catalog, arguments: arguments, console: console, looks: [picture], isWhole: isWhole,
      folder: try Album.folder(arguments, for: "all", or: "output"),
      command: ShellWord.line(["lesson", "all"] + (isWhole ? ["--figure", "all"] : []) + picture.words))
    return try album.run()
  }

  /// Whether every figure is to be drawn.
  private var isWhole: Bool {
    get throws(UsageError) {
      guard let name = arguments["figure"]?.value else { return false }
      if name == "all" { return true }
      throw UsageError(
        "'lesson all' draws every lesson's own figure, or --figure all", zh: "“lesson all”只画各课例的主图，或用 --figure all 画全部",
        hints: [Message("for one figure: lesson NAME --figure \(name)", zh: "只画一幅：lesson NAME --figure \(name)")])
    }
  }
}

/// `lesson gallery`: every figure, light and dark, in both languages, and one page that shows them.
struct Gallery {
  let catalog: Catalog
  let arguments: Arguments
  let console: Console

  /// The options of the picture that all looks share.
  private static let shared = Switch.picture.filter { ["preset", "size", "dpi", "scale", "lang"].contains($0.name) }

  static let switches = shared + [.folder, .jobs, .force, .dryRun] + Switch.general

  func run() throws -> ExitCode {
    try arguments.refuseWords(after: "gallery")
    let first = try arguments.language
    let languages = [first] + Language.allCases.filter { $0 != first }
    let looks = try languages.flatMap { language in try Picture.themes.map { try look($0, language) } }
    let album = Album(
      catalog: catalog, arguments: arguments, console: console, looks: looks, isWhole: true,
      folder: try Album.folder(arguments, for: "gallery", or: "output/gallery"),
      command: ShellWord.line(["lesson", "gallery"] + looks[0].words))
    return try album.run()
  }

  private func look(_ theme: Theme, _ language: Language) throws -> Picture {
    let words = ["--theme", theme.name, "--lang", language.rawValue]
    let own = try Arguments(words, switches: Switch.picture) { _, _ in nil }
    return try Picture(arguments.only(Self.shared).overridden(by: own))
  }
}
