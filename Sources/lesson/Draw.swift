import LessonKit
import Plot
import Typography

/// The verb without a name: draws one lesson.
struct Draw {
  let type: any Lesson.Type
  let arguments: Arguments
  let console: Console

  /// What a lesson's command line may hold.
  static func switches(for type: any Lesson.Type) -> [Switch] {
    let declared = Recipe.declarations(of: type).map { Switch($0) }
    return declared + [.set] + Switch.picture(for: type.page) + Switch.output + Switch.general
  }

  func run() throws -> ExitCode {
    let given = try given()
    let picture = try Picture(arguments)
    let recipe = try Recipe(type, given: given, view: picture.format.view)
    let delivery = try Delivery(arguments, name: Rendering.fileName(recipe, picture))
    try delivery.check()

    let progress = Progress("drawing \(recipe.page.name)", on: console)
    defer { progress.finish() }
    let typesetter = try Typesetter()
    try picture.checkTitle(with: typesetter)
    let rendering = try Rendering(recipe, picture, with: typesetter)
    progress.finish()
    for note in typesetter.notes { console.note("note: \(note)") }
    try deliver(rendering, delivery)
    return .done
  }

  /// The experiment options, with `--set key=value` taken apart.
  private func given() throws(UsageError) -> [Options.Given] {
    let declared = Set(Recipe.declarations(of: type).map(\.key))
    var given: [Options.Given] = []
    for option in arguments.options {
      if option.name == "set" {
        let halves = (option.value ?? "").split(
          separator: "=", maxSplits: 1, omittingEmptySubsequences: false
        ).map(String.init)
        guard halves.count == 2, !halves[0].isEmpty, !halves[1].isEmpty else {
          throw UsageError("--set wants key=value, not '\(option.value ?? "")'")
        }
        given.append(Options.Given(halves[0], halves[1], spelled: "--set \(halves[0])"))
      } else if declared.contains(option.name) {
        given.append(Options.Given(option.name, option.value ?? "true", spelled: option.spelled))
      }
    }
    return given
  }

  private func deliver(_ rendering: Rendering, _ delivery: Delivery) throws {
    var path: String?
    var written: [FilePath] = []
    if case .file(let file) = delivery.target {
      path = file.text
      try write(rendering.png, to: file, delivery, facts: facts(of: rendering))
      written.append(file)
    }
    let json = { rendering.json(path: path).pretty }
    for file in delivery.jsonFiles {
      try write(Array(json().utf8), to: file, delivery, facts: "")
      written.append(file)
    }
    tell(rendering)
    switch delivery.printed {
    case .path: try Stream.output.write(written.map { $0.text + "\n" }.joined())
    case .json: try Stream.output.write(json())
    case .picture: try Stream.output.write(rendering.png)
    case .snippet(let snippet):
      try Stream.output.write(snippet.text(content(rendering, written[0])))
    }
  }

  private func write(_ bytes: [UInt8], to file: FilePath, _ delivery: Delivery, facts: String)
    throws
  {
    if delivery.isDryRun {
      console.note("would write \(file.text)\(facts)")
    } else {
      let change = try OutputFile.write(bytes, to: file, force: delivery.force)
      console.note("\(change.rawValue) \(file.text)\(facts)")
    }
  }

  private func facts(of rendering: Rendering) -> String {
    let dpi = Numeral.short(rendering.picture.dpi)
    let kibibytes = Numeral.short(Double(rendering.png.count) / 1024, digits: 3)
    return "  \(rendering.width)×\(rendering.height) px, \(dpi) dpi, \(kibibytes) KiB"
  }

  /// What became of the notes' sentences, and with `-v` the details.
  private func tell(_ rendering: Rendering) {
    for text in rendering.omitted { console.note("note: no room for '\(text)'") }
    for claim in rendering.outcome.claims { console.claim(claim, rendering.language) }
    console.detail("command: \(rendering.command)")
    for declaration in rendering.recipe.declarations {
      console.detail("\(declaration.key): \(declaration.json.compact)")
    }
    let seconds = rendering.seconds
    let times = [
      ("experiment", seconds.experiment), ("drawing", seconds.drawing),
      ("encoding", seconds.encoding),
    ].map { "\($0) \(Numeral.short(1000 * $1, digits: 3)) ms" }
    console.detail(times.joined(separator: ", "))
  }

  private func content(_ rendering: Rendering, _ file: FilePath) -> Snippet.Content {
    let language = rendering.language
    return Snippet.Content(
      path: file.text, pair: pair(of: file, rendering), alt: rendering.alt,
      caption: rendering.outcome.caption[language],
      inches: Double(rendering.width) / rendering.picture.dpi)
  }

  /// The light and the dark file of the same figure, if the other one is there.
  private func pair(of file: FilePath, _ rendering: Rendering) -> (light: String, dark: String)? {
    let isDark = rendering.picture.format.theme.name == Theme.dark.name
    var parts = rendering.picture.fileParts
    let position = parts.firstIndex(of: "dark")
    if let position { parts.remove(at: position) }
    if !isDark { parts.insert("dark", at: Self.place(ofThemeIn: rendering.picture)) }
    let recipe = rendering.recipe
    let other = FileName.joined([recipe.page.name] + recipe.fileParts + parts) + ".png"
    let path = FilePath(file.folder + other)
    guard file.name != other, path.kind == .file else { return nil }
    return isDark ? (path.text, file.text) : (file.text, path.text)
  }

  /// Where the theme stands among the parts of a file name: after preset, resolution, size and scale.
  private static func place(ofThemeIn picture: Picture) -> Int {
    let before = ["--preset", "--dpi", "--size", "--scale"]
    return picture.words.count { before.contains($0) }
  }
}
