/// A path as the user wrote it, and what stands there.
struct FilePath: Sendable, Equatable {
  /// What is at a path.
  enum Kind { case nothing, file, folder, other }

  /// As the user wrote it.
  let text: String

  init(_ text: String) { self.text = text }

  /// Everything up to and including the last slash; empty for a bare name.
  var folder: String {
    guard let slash = text.lastIndex(of: "/") else { return "" }
    return String(text[...slash])
  }

  /// What follows the last slash.
  var name: String { String(text[(text.lastIndex(of: "/").map(text.index(after:)) ?? text.startIndex)...]) }

  /// The path without the last point of its name and what follows.
  var stem: String {
    guard let point = name.lastIndex(of: "."), point > name.startIndex else { return text }
    return folder + name[..<point]
  }

  /// What is there; a link counts as what it leads to, and one that leads nowhere as `other`.
  var kind: Kind {
    var info = stat()
    if stat(text, &info) != 0 { return lstat(text, &info) == 0 ? .other : .nothing }
    switch info.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }

  /// The path with links followed, if something is there.
  var resolved: FilePath {
    guard let real = realpath(text, nil) else { return self }
    defer { free(real) }
    return FilePath(String(cString: real))
  }

  /// Makes the folder of the path and those above it, as far as they are missing.
  func makeFolder() throws(CannotCreate) {
    var made = ""
    for part in folder.split(separator: "/", omittingEmptySubsequences: false).dropLast() {
      made += part + "/"
      if made == "/" || FilePath(made).kind == .folder { continue }
      if mkdir(made, 0o777) == 0 || errno == EEXIST && FilePath(made).kind == .folder { continue }
      throw Self.noFolder(String(made.dropLast()), code: errno)
    }
  }

  /// Throws if the folder cannot be made, or nothing can be written in it; changes nothing.
  func checkFolder() throws(CannotCreate) {
    // Without the slash: what stands there may be a file.
    func trimmed(_ path: String) -> String {
      path.count > 1 && path.hasSuffix("/") ? trimmed(String(path.dropLast())) : path
    }
    var place = trimmed(folder)
    while !place.isEmpty && FilePath(place).kind == .nothing { place = trimmed(FilePath(place).folder) }
    if place.isEmpty { place = "." }
    guard FilePath(place).kind == .folder else { throw Self.noFolder(place, code: ENOTDIR) }
    if access(place, W_OK | X_OK) != 0 {
      throw CannotCreate(Message("cannot write in the folder '\(place)'", zh: "无法写入文件夹“\(place)”"), code: errno)
    }
  }

  private static func noFolder(_ path: String, code: Int32) -> CannotCreate {
    switch FilePath(path).kind {
    case .file, .other: CannotCreate("'\(path)' is not a folder", zh: "“\(path)”不是文件夹", hints: [CannotCreate.elsewhere])
    default: CannotCreate(Message("cannot make the folder '\(path)'", zh: "无法建立文件夹“\(path)”"), code: code)
    }
  }
}
