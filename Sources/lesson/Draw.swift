import LessonKit
import Plot
import Typography

/// The verb without a name: draws a figure of one lesson, or all of them.
struct Draw {
  let type: any Lesson.Type
  let catalog: Catalog
  let arguments: Arguments
  let console: Console

  /// What a lesson's command line may hold.
  static func switches(for type: any Lesson.Type) -> [Switch] {
    let recipe = Recipe.standard(of: type)
    return recipe.declarations.map { Switch($0) } + [.set] + [.figure(recipe.figures.map(\.name) + ["all"])]
      + Switch.picture(for: recipe.figures) + Switch.output + Switch.general
  }

  func run() throws -> ExitCode {
    let picture = try Picture(arguments)
    let recipe = try Recipe(type, given: given(), view: picture.format.view)
    let selection = try Selection(arguments["figure"]?.value, of: recipe, type, picture)
    let names = selection.jobs.map(\.fileName)
    let delivery = try Delivery(arguments, names: names, isWhole: selection.isWhole)
    try delivery.check()
    let folder = try DocumentFolder(arguments, for: delivery)

    let progress = Progress("drawing \(recipe.page.name)", of: names.count, on: console)
    defer { progress.finish() }
    let typesetter = try Typesetter()
    try picture.checkTitle(with: typesetter)
    let results = Workers.map(selection.jobs, jobs: Workers.available) { job in
      defer { progress.advance() }
      return Result { try Rendering(job, with: typesetter) }
    }
    let renderings = try results.map { try $0.get() }
    try checkColors(renderings, picture)
    let claims = arguments.has("claims") ? catalog.claims(try recipe.findings()) : nil
    progress.finish()
    for note in typesetter.notes { console.note("note: \(note)") }
    try deliver(renderings, claims, delivery, folder, isWhole: selection.isWhole)
    return .done
  }

  /// The experiment options, with `--set key=value` taken apart.
  private func given() throws(UsageError) -> [Options.Given] {
    let declared = Set(Recipe.declarations(of: type).map(\.key))
    var given: [Options.Given] = []
    for option in arguments.options {
      if option.name == "set" {
        let halves = (option.value ?? "").split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(
          String.init)
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

  /// Throws if colours were asked for and nothing that was drawn has any to choose.
  private func checkColors(_ renderings: [Rendering], _ picture: Picture) throws(UsageError) {
    guard picture.format.map != nil, !renderings.contains(where: { $0.hasColors }) else { return }
    let name = type.page.name
    throw UsageError(
      renderings.count == 1
        ? "--map changes nothing in the figure '\(renderings[0].name)': it has no surface or heat map"
        : "--map changes nothing in the lesson '\(name)': no figure has a surface or heat map",
      hints: ["leave out --map", "try: lesson show \(name)"])
  }

  private func deliver(
    _ renderings: [Rendering], _ claims: [Claim]?, _ delivery: Delivery, _ folder: DocumentFolder, isWhole: Bool
  ) throws {
    let paths = delivery.files.isEmpty ? renderings.map { _ in nil } : delivery.files.map(\.text)
    let json = { isWhole ? Self.json(renderings, paths, claims) : renderings[0].json(path: paths[0], claims: claims) }
    var outputs = zip(renderings, delivery.files).map { OutputFile(path: $1, kind: .picture, bytes: $0.png) }
    let facts = renderings.map { "  \($0.facts)" }
    if let file = delivery.jsonFile { outputs.append(OutputFile(path: file, kind: .json, json())) }
    for ((rendering, file), path) in zip(zip(renderings, delivery.sidecars), paths) {
      outputs.append(OutputFile(path: file, kind: .json, rendering.json(path: path, claims: claims)))
    }
    let changes = delivery.isDryRun ? nil : try OutputFile.write(outputs, force: delivery.force)
    for (index, output) in outputs.enumerated() {
      let change = changes?[index].rawValue ?? "would write"
      console.note("\(change) \(output.path.text)\(output.kind == .picture ? facts[index] : "")")
    }
    for rendering in renderings { tell(rendering) }
    if let claims { for line in ClaimTable(claims, renderings[0].language).lines { console.note(line) } }
    switch delivery.printed {
    case .path: try Stream.output.write(outputs.map { $0.path.text + "\n" }.joined())
    case .json: try Stream.output.write(json().pretty)
    case .picture: try Stream.output.write(renderings[0].png)
    case .snippet(let snippet):
      let texts = zip(renderings, delivery.files).map { snippet.text($0.content(at: $1).moved(folder.way)) }
      // A blank line before each: it keeps apart from what the document ends with.
      try Stream.output.write(texts.map { "\n" + $0 }.joined())
    }
  }

  /// All figures of a lesson: an object with an object for each, which is the same as for one figure alone.
  private static func json(_ renderings: [Rendering], _ paths: [String?], _ claims: [Claim]?) -> JSON {
    let figures = zip(renderings, paths).map { $0.json(path: $1) }
    let language = renderings[0].language
    let measured = claims.map { [JSON.Member("claims", .array($0.map { $0.json(language) }))] }
    let head: [JSON.Member] = [
      .init("schema", .string(Plumbline.schema)), .init("lesson", .string(renderings[0].recipe.page.name)),
      .init("figures", .array(figures)),
    ]
    return .object(head + (measured ?? []))
  }

  /// The details, which `-v` brings.
  private func tell(_ rendering: Rendering) {
    for text in rendering.omitted { console.detail("note: no room for '\(text)'") }
    console.detail("command: \(rendering.command)")
    for declaration in rendering.recipe.declarations {
      console.detail("\(declaration.key): \(declaration.json.compact)")
    }
    let times = [
      ("experiment", rendering.times.experiment), ("drawing", rendering.times.drawing),
      ("encoding", rendering.times.encoding),
    ].map { "\($0) \(Numeral.short($1 / .milliseconds(1), digits: 3)) ms" }
    console.detail(times.joined(separator: ", "))
  }
}

extension Rendering {
  /// Pixels, resolution and size of the file, in a few words.
  var facts: String {
    let dpi = Numeral.short(picture.dpi)
    let kibibytes = Numeral.short(Double(png.count) / 1024, digits: 3)
    return "\(width)×\(height) px, \(dpi) dpi, \(kibibytes) KiB"
  }

  /// What a snippet says of the figure in a file.
  func content(at file: FilePath) -> Snippet.Content {
    Snippet.Content(
      path: file.text, pair: pair(of: file), alt: alt, caption: caption.text[language],
      inches: Double(width) / picture.dpi, pixels: width)
  }

  /// The light and the dark file of the same figure, if the other one is there.
  private func pair(of file: FilePath) -> (light: String, dark: String)? {
    let other = FileName.joined(nameParts + picture.filePartsOfTwin) + ".png"
    let path = FilePath(file.folder + other)
    guard file.name != other, path.kind == .file else { return nil }
    let isDark = picture.format.theme.name == Theme.dark.name
    return isDark ? (path.text, file.text) : (file.text, path.text)
  }
}
