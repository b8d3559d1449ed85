import LessonKit

/// The output options: where the results of one figure go.
struct Delivery: Sendable {
  /// Where the pictures go.
  enum Target: Sendable, Equatable { case standardOutput, files([FilePath]) }
  /// What standard output carries.
  enum Printed: Sendable, Equatable { case path, json, csv, snippet(Snippet), picture }

  var target: Target
  let printed: Printed
  /// The file for the JSON of all figures.
  let jsonFile: FilePath?
  /// The file for the table of the figure.
  let csvFile: FilePath?
  /// Files for the JSON of each figure, beside the pictures; empty if not wanted.
  var sidecars: [FilePath]
  let force: Bool
  let isDryRun: Bool
  /// Whether each picture becomes several files, with numbers behind its name.
  private let isSequence: Bool

  /// Reads the options; `names` are the file names without their ending, one a figure.
  ///
  /// - Parameter isWhole: Whether all figures of a lesson are drawn, which takes a folder.
  /// - Parameter places: Where the pictures go unless `-o` names another place; nil for the folder `output`.
  init(_ arguments: Arguments, names: [String], isWhole: Bool, places: [FilePath]? = nil) throws(UsageError) {
    force = arguments.has("force")
    isSequence = try BuildUp(arguments) == .frames
    isDryRun = arguments.has("dry-run")
    let output = arguments["output"]?.value
    if let places, output == nil {
      target = .files(places)
    } else {
      target = try Self.target(output, names: names, isWhole: isWhole)
    }
    printed = try Self.printed(arguments, target)
    var (files, jsonFile, sidecars) = ([FilePath](), FilePath?.none, [FilePath]())
    if case .files(let paths) = target { files = paths }
    jsonFile = try Self.file(arguments["json"])
    csvFile = try Self.file(arguments["csv"])
    if isWhole, arguments.has("csv") {
      throw UsageError(
        "--csv is the table of one figure", zh: "--csv 是一幅图的表格",
        hints: [
          Message("name it: --figure NAME", zh: "指明是哪一幅：--figure NAME"),
          Message("all of them at once: --json", zh: "一次取全部：--json"),
        ])
    }
    if arguments.has("sidecar") {
      if files.isEmpty {
        throw UsageError(
          "--sidecar stands beside a file, and -o - makes none", zh: "--sidecar 写在图片文件旁，而 -o - 不产生文件",
          hints: [.attempt("--json=FILE")])
      }
      sidecars = files.map { FilePath($0.stem + ".json") }
    }
    try Self.refuseTwins(
      files.map { (Message("picture", zh: "图片"), $0) }
        + sidecars.map { (Message("record of --sidecar", zh: " --sidecar 的记录"), $0) }
        + (jsonFile.map { [(Message("JSON", zh: " JSON "), $0)] } ?? [])
        + (csvFile.map { [(Message("table", zh: "表格"), $0)] } ?? []))
    (self.jsonFile, self.sidecars) = (jsonFile, sidecars)
  }

  /// The file that an option names; nil where it stands without one, or with a dash.
  private static func file(_ option: Arguments.Option?) throws(UsageError) -> FilePath? {
    guard let option, let file = option.value, file != "-" else { return nil }
    guard !file.isEmpty, !file.hasSuffix("/") else {
      throw UsageError("\(option.spelled)= wants a file name", zh: "\(option.spelled)= 需要一个文件名")
    }
    return FilePath(file)
  }

  /// The pictures' files; empty if the picture goes to standard output.
  var files: [FilePath] { if case .files(let paths) = target { paths } else { [] } }

  /// Throws if two results would go to one file, however it is spelled.
  private static func refuseTwins(_ all: [(what: Message, path: FilePath)]) throws(UsageError) {
    var taken: [FileIdentity: (what: Message, path: FilePath)] = [:]
    for (what, path) in all {
      guard let other = taken.updateValue((what, path), forKey: FileIdentity(path)) else { continue }
      let both =
        other.what == what
        ? Message("two of the kind '\(what)'", zh: "两个\(what)")
        : Message("the \(other.what) and the \(what)", zh: "\(other.what)和\(what)")
      let spelled =
        other.path == path ? Message(same: "") : Message(", which is '\(path.text)' too", zh: "（也就是“\(path.text)”）")
      throw UsageError(
        "\(both) cannot be the same file '\(other.path.text)'\(spelled)",
        zh: "\(both)不能是同一个文件“\(other.path.text)”\(spelled)",
        hints: [
          Message(
            "give one of them another name, as in: --json=\(other.path.stem)-numbers.json",
            zh: "给其中一个换个名称，例如：--json=\(other.path.stem)-numbers.json")
        ])
    }
  }

  /// Throws if something cannot be written: before anything is computed.
  func check() throws {
    for path in files {
      // How many frames there are, only the figure tells; each file is looked at again before it is written.
      let first = isSequence ? Rendering.framePath(path, 1) : path
      try OutputFile.check(first, as: .picture, force: force)
    }
    for path in sidecars + (jsonFile.map { [$0] } ?? []) { try OutputFile.check(path, as: .json, force: force) }
    if let csvFile { try OutputFile.check(csvFile, as: .csv, force: force) }
    if printed == .picture && Stream.output.isTerminal {
      throw UsageError(
        "a PNG is not for a terminal", zh: "PNG 不能写到终端",
        hints: [Message("try: -o FILE.png, or lesson … -o - | less", zh: "可试：-o FILE.png，或 lesson … -o - | less")])
    }
  }

  private static func target(_ output: String?, names: [String], isWhole: Bool) throws(UsageError) -> Target {
    let output = output ?? "output/"
    func files(in folder: String) -> Target { .files(names.map { FilePath(folder + $0 + ".png") }) }
    if output.hasSuffix("/") { return files(in: output) }
    let path = FilePath(output)
    if output != "-" && path.kind == .folder { return files(in: output + "/") }
    if isWhole {
      throw UsageError(
        "-o '\(output)': several figures go into a folder, as all of a lesson do",
        zh: "-o “\(output)”：多幅图要写进文件夹，课例的全部图也是如此", hints: [.example("-o \(output == "-" ? "output" : path.stem)/")])
    }
    if output == "-" { return .standardOutput }
    if path.kind == .other { return .files([path]) }
    guard output.lowercased().hasSuffix(".png"), path.name.count > 4 else {
      throw UsageError(
        "-o '\(output)': a figure is a PNG", zh: "-o “\(output)”：图只能存为 PNG",
        hints: [
          Message("for a file: -o \(path.stem).png", zh: "写成文件：-o \(path.stem).png"),
          Message("for a folder: -o \(output)/", zh: "写进文件夹：-o \(output)/"),
        ])
    }
    return .files([path])
  }

  private static func printed(_ arguments: Arguments, _ target: Target) throws(UsageError) -> Printed {
    var all: [(option: String, Printed)] = []
    if target == .standardOutput { all.append(("-o -", .picture)) }
    if let option = arguments["json"], option.value == nil || option.value == "-" { all.append(("--json", .json)) }
    if let option = arguments["csv"], option.value == nil || option.value == "-" { all.append(("--csv", .csv)) }
    if let name = arguments["snippet"]?.value {
      guard let snippet = Snippet(rawValue: name) else {
        throw .unknown(
          Snippet.kindName, name, for: Snippet.option, known: Snippet.allCases.map(\.rawValue),
          try: .attempt("lesson help embedding"))
      }
      all.append(("--snippet", .snippet(snippet)))
      if target == .standardOutput {
        throw UsageError("--snippet names a file, and -o - makes none", zh: "--snippet 要写文件名，而 -o - 不产生文件")
      }
    }
    if all.count > 1 {
      throw UsageError(
        "\(all[0].option) and \(all[1].option) both want standard output",
        zh: "\(all[0].option) 与 \(all[1].option) 都要用标准输出",
        hints: [Message("try: --json=FILE, --csv=FILE or --sidecar", zh: "可试：--json=FILE、--csv=FILE 或 --sidecar")])
    }
    return all.first?.1 ?? .path
  }
}
