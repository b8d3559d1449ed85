import LessonKit
import PNGCodec

/// Writes whole files or none, and never over somebody else's.
///
/// The bytes go to a temporary file in the same folder, which is renamed when it is complete. Nothing is flushed to the
/// device: that would take longer than drawing, and after a power cut the command can be repeated.
enum OutputFile {
  /// What writing changed.
  enum Change: String { case wrote, updated, unchanged }

  /// The most that is read of a file that exists.
  private static let mostBytes = 1 << 28

  /// Throws if the path cannot be written: before anything is computed.
  static func check(_ path: FilePath, force: Bool) throws(CannotCreate) {
    try path.checkFolder()
    switch path.kind {
    case .nothing: return
    case .folder: throw CannotCreate("'\(path.text)' is a folder")
    case .other: throw CannotCreate("'\(path.text)' is not a regular file")
    case .file:
      if force { return }
      if isOurs(try contents(of: path)) { return }
      throw CannotCreate(
        "'\(path.text)' exists and was not made by this program",
        hints: ["to replace it: --force", "to keep it: -o with another name"])
    }
  }

  /// Writes a file, or leaves one that has the same bytes.
  static func write(_ bytes: [UInt8], to path: FilePath, force: Bool) throws(CannotCreate) -> Change {
    try check(path, force: force)
    let isThere = path.kind == .file
    if isThere, try holds(contents(of: path), bytes) { return .unchanged }
    try path.makeFolder()
    try replace(isThere ? path.resolved : path, with: bytes, shownAs: path)
    return isThere ? .updated : .wrote
  }

  /// Whether bytes are the same; the operator of arrays compares them one by one.
  private static func holds(_ a: [UInt8], _ b: [UInt8]) -> Bool { a.count == b.count && memcmp(a, b, a.count) == 0 }

  private static func replace(_ path: FilePath, with bytes: [UInt8], shownAs shown: FilePath) throws(CannotCreate) {
    let file = try Temporaries.create(beside: path)
    var code = FileDescriptor.writeAll(bytes, to: file.descriptor)
    if close(file.descriptor) != 0 && code == 0 { code = errno }
    if code == 0 && rename(file.path, path.text) != 0 { code = errno }
    if code != 0 {
      Temporaries.remove(file.path)
      throw CannotCreate("cannot write '\(shown.text)'", code: code)
    }
    Temporaries.forget(file.path)
  }

  private static func contents(of path: FilePath) throws(CannotCreate) -> [UInt8] {
    let descriptor = open(path.text, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { throw CannotCreate("cannot read '\(path.text)'", code: errno) }
    defer { close(descriptor) }
    guard let bytes = FileDescriptor.readAll(descriptor, upTo: mostBytes) else {
      throw CannotCreate("cannot read '\(path.text)'", code: errno)
    }
    return bytes
  }

  /// Whether the bytes say that this program wrote them.
  private static func isOurs(_ bytes: [UInt8]) -> Bool {
    if marks.contains(where: { bytes.starts(with: $0.utf8) }) { return true }
    let software = try? PNG.metadata(of: bytes).software
    return software?.hasPrefix("Plumbline") ?? false
  }

  /// How every page in Markdown begins.
  static let pageMark = "<!-- drawn by Plumbline"
  private static let marks = [pageMark, "{\"schema\": \"plumbline/", "{\n  \"schema\": \"plumbline/"]
}
