import LessonKit

/// The output options: where the results of one figure go.
struct Delivery: Sendable {
  /// Where the picture goes.
  enum Target: Sendable, Equatable { case standardOutput, file(FilePath) }
  /// What standard output carries.
  enum Printed: Sendable, Equatable { case path, json, snippet(Snippet), picture }

  let target: Target
  let printed: Printed
  /// Files for the JSON.
  let jsonFiles: [FilePath]
  let force: Bool
  let isDryRun: Bool

  /// Reads the options; `name` is the file name without its ending.
  init(_ arguments: Arguments, name: String) throws(UsageError) {
    force = arguments.has("force")
    isDryRun = arguments.has("dry-run")
    target = try Self.target(arguments["output"]?.value, name: name)
    printed = try Self.printed(arguments, target)
    var files: [FilePath] = []
    if let option = arguments["json"], let file = option.value {
      guard !file.isEmpty, !file.hasSuffix("/") else {
        throw UsageError("--json= wants a file name")
      }
      if file != "-" { files.append(FilePath(file)) }
    }
    if arguments.has("sidecar") {
      guard case .file(let path) = target else {
        throw UsageError(
          "--sidecar stands beside a file, and -o - makes none", hints: ["try: --json=FILE"])
      }
      files.append(FilePath(path.stem + ".json"))
    }
    if case .file(let path) = target, files.contains(path) {
      throw UsageError("the picture and the JSON cannot be the same file '\(path.text)'")
    }
    jsonFiles = files
  }

  /// Throws if something cannot be written: before anything is computed.
  func check() throws {
    if case .file(let path) = target { try OutputFile.check(path, force: force) }
    for path in jsonFiles { try OutputFile.check(path, force: force) }
    if printed == .picture && Stream.output.isTerminal {
      throw UsageError(
        "a PNG is not for a terminal", hints: ["try: -o FILE.png, or lesson … -o - | less"])
    }
  }

  private static func target(_ output: String?, name: String) throws(UsageError) -> Target {
    guard let output else { return .file(FilePath("output/\(name).png")) }
    if output == "-" { return .standardOutput }
    let path = FilePath(output)
    if output.hasSuffix("/") { return .file(FilePath("\(output)\(name).png")) }
    switch path.kind {
    case .folder: return .file(FilePath("\(output)/\(name).png"))
    case .other: return .file(path)
    case .file, .nothing:
      guard output.lowercased().hasSuffix(".png"), path.name.count > 4 else {
        throw UsageError(
          "-o '\(output)': a figure is a PNG",
          hints: ["for a file: -o \(path.stem).png", "for a folder: -o \(output)/"])
      }
      return .file(path)
    }
  }

  private static func printed(_ arguments: Arguments, _ target: Target) throws(UsageError)
    -> Printed
  {
    var all: [(option: String, Printed)] = []
    if target == .standardOutput { all.append(("-o -", .picture)) }
    if let option = arguments["json"], option.value == nil || option.value == "-" {
      all.append(("--json", .json))
    }
    if let name = arguments["snippet"]?.value {
      guard let snippet = Snippet(rawValue: name) else {
        throw .unknown(
          "kind of snippet", name, for: "--snippet", known: Snippet.allCases.map(\.rawValue),
          try: "try: lesson help embedding")
      }
      all.append(("--snippet", .snippet(snippet)))
      if target == .standardOutput {
        throw UsageError("--snippet names a file, and -o - makes none")
      }
    }
    if all.count > 1 {
      throw UsageError(
        "\(all[0].option) and \(all[1].option) both want standard output",
        hints: ["try: --json=FILE or --sidecar"])
    }
    return all.first?.1 ?? .path
  }
}
