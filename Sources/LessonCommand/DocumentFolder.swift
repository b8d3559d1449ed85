import LessonKit

/// The folder of the document that a snippet is pasted into: from there its paths lead to the figures.
struct DocumentFolder: Sendable {
  /// Nil where the document lies where one stands.
  private let parts: [String]?

  /// Reads `--from`, which means something to a snippet alone, and refuses files that the document could not name.
  ///
  /// - Throws: `UsageError` where there is no such folder, or TeX cannot read a file of that name.
  init(_ arguments: Arguments, for delivery: Delivery) throws(UsageError) {
    guard case .snippet(let snippet) = delivery.printed else {
      if let option = arguments["from"] {
        throw UsageError(
          "\(option.spelled) says from where a snippet names the figure, and no snippet is asked for",
          zh: "\(option.spelled) 说明片段从哪里引用图，而这里没有要求片段",
          hints: [.example("--snippet md \(option.spelled) \(option.value ?? "notes")")])
      }
      parts = nil
      return
    }
    parts = try arguments["from"].map { option throws(UsageError) in try Self.parts(of: option) }
    let refused = [Snippet.tex: ("TeX", "\""), .typst: ("Typst", "\\")]
    if let (program, sign) = refused[snippet], let file = delivery.files.first(where: { $0.text.contains(sign) }) {
      throw UsageError(
        "\(program) reads no file with \(sign) in its name: '\(file.text)'",
        zh: "\(program) 读不了名称中含 \(sign) 的文件：“\(file.text)”",
        hints: [Message("give it another name: -o FILE.png", zh: "换一个名称：-o FILE.png")])
    }
  }

  /// The folder of a document; empty where one stands.
  init(of folder: String) { parts = Self.absolute(folder.isEmpty ? "." : folder) }

  private static func parts(of option: Arguments.Option) throws(UsageError) -> [String] {
    let text = option.value ?? ""
    let path = FilePath(text)
    // A document in place of its folder will do.
    let folder = path.kind == .file ? (path.folder.isEmpty ? "." : path.folder) : text
    guard FilePath(folder).kind == .folder else {
      throw UsageError(
        "\(option.spelled): there is no folder '\(text)'", zh: "\(option.spelled)：没有文件夹“\(text)”",
        hints: [Message("name the folder of the document, as in: --from notes", zh: "写明文档所在的文件夹，例如：--from notes")])
    }
    return absolute(folder)
  }

  /// The way from the document's folder to a file.
  func way(to path: String) -> String {
    guard let parts else { return path }
    let file = Self.absolute(path)
    let shared = zip(parts, file).prefix { $0 == $1 }.count
    return (parts.dropFirst(shared).map { _ in ".." } + file.dropFirst(shared)).joined(separator: "/")
  }

  /// The folders that lead to a path from the root, and its name; links followed as far as there is something.
  private static func absolute(_ path: String) -> [String] {
    if let real = real(path) { return real }
    let text = path.hasPrefix("/") ? path : (real(".").map { "/" + $0.joined(separator: "/") } ?? "") + "/" + path
    var (there, missing) = (text.split(separator: "/").map(String.init), [String]())
    while !there.isEmpty {
      missing.insert(there.removeLast(), at: 0)
      if let real = real("/" + there.joined(separator: "/")) { return Self.plain(real + missing) }
    }
    return Self.plain(missing)
  }

  private static func real(_ path: String) -> [String]? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real).split(separator: "/").map(String.init)
  }

  private static func plain(_ parts: [String]) -> [String] {
    parts.reduce(into: []) { result, part in
      if part == ".." { _ = result.popLast() } else if part != "." { result.append(part) }
    }
  }
}
