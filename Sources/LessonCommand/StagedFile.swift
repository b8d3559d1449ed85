import CSystem

/// A complete file under a temporary name, and the place that it is to take.
struct StagedFile {
  let temporary: Temporaries.File
  private let bytes: [UInt8]
  private let kind: OutputFile.Kind
  /// As the user wrote it.
  private let shown: FilePath
  /// Where it goes: behind links.
  private let place: FilePath
  /// Whether a file stands there that it replaces.
  private let replaces: Bool
  private let force: Bool
  /// What has to stand there, where it is somebody's document.
  private let replaced: [UInt8]?

  init(_ file: OutputFile, replaces: Bool, force: Bool) throws(CannotCreate) {
    (bytes, kind, shown, self.replaces, self.force) = (file.bytes, file.kind, file.path, replaces, force)
    replaced = file.replaced
    place = replaces ? file.path.resolved : file.path
    temporary = try Temporaries.create(beside: place, shownAs: shown)
  }

  /// Writes the bytes, with the mode of the file that they replace.
  func fill() throws(CannotCreate) {
    var info = stat()
    if replaces && stat(place.text, &info) == 0 {
      // The owner first: a change of owner takes away some bits of the mode. Only root may give files away.
      _ = fchown(temporary.descriptor, info.st_uid, info.st_gid)
      fchmod(temporary.descriptor, info.st_mode & 0o7777)
    }
    var code = FileDescriptor.writeAll(bytes, to: temporary.descriptor)
    // Some file systems tell only on closing that there was no room; the file itself stays open, for its lock.
    let copy = dup(temporary.descriptor)
    if copy < 0 || close(copy) != 0 { code = code == 0 ? errno : code }
    if code != 0 { throw CannotCreate(writing: shown, code: code) }
  }

  /// Puts files into their places; if one cannot be, those before it are taken out again.
  static func place(_ files: [StagedFile]) throws(CannotCreate) {
    for (index, file) in files.enumerated() {
      do { try file.takePlace() } catch {
        for earlier in files[..<index].reversed() { earlier.leavePlace() }
        throw error
      }
    }
  }

  private func takePlace() throws(CannotCreate) {
    if replaces && system_exchange(temporary.path, place.text) == 0 {
      // What stood there now has the temporary name; it may have come since it was looked at.
      if force { return }
      do { try checkReplaced(OutputFile.contents(of: FilePath(temporary.path))) } catch {
        _ = system_exchange(temporary.path, place.text)
        throw error
      }
      return
    }
    if replaces && errno != ENOENT, replaced != nil { try checkReplaced(OutputFile.contents(of: place)) }
    if replaces && errno != ENOENT || force {
      if rename(temporary.path, place.text) != 0 { throw CannotCreate(writing: shown, code: errno) }
    } else if system_rename_if_free(temporary.path, place.text) != 0 {
      if errno != EEXIST { throw CannotCreate(writing: shown, code: errno) }
      throw CannotCreate(
        "'\(shown.text)' was made by somebody else meanwhile", zh: "“\(shown.text)”在此期间由他人建立",
        hints: [Message("look at it, then repeat the command", zh: "查看后再运行一次")])
    }
  }

  /// Throws if what stood there is not what may be replaced.
  private func checkReplaced(_ bytes: [UInt8]) throws(CannotCreate) {
    guard let replaced else { return try OutputFile.refuse(shown, unlessOurs: kind, bytes) }
    if OutputFile.holds(bytes, replaced) { return }
    throw CannotCreate(
      "'\(shown.text)' was changed by somebody else meanwhile, and stays as it is", zh: "“\(shown.text)”在此期间被他人改动，保持原样",
      hints: [Message("repeat the command", zh: "请再运行一次")])
  }

  private func leavePlace() {
    if replaces { _ = system_exchange(temporary.path, place.text) } else { _ = rename(place.text, temporary.path) }
  }
}
