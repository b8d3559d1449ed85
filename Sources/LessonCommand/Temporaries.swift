import Typography

/// The temporary files that exist now, so that an interrupted program leaves none.
///
/// Each is locked as long as its program lives: what a killed one left behind is no longer, and goes with the next file
/// that is written in its folder.
enum Temporaries {
  /// A file that nobody else uses, open for writing.
  struct File {
    let path: String
    let descriptor: Int32
  }

  private struct State {
    var paths: Set<String> = []
    var count = 0
    var tidied: Set<String> = []
  }
  private static let state = Guarded(State())
  private static let (prefix, suffix) = (".plumbline-", ".tmp")

  /// Creates an empty file beside `path`, which errors call `shown`.
  static func create(beside path: FilePath, shownAs shown: FilePath? = nil) throws(CannotCreate) -> File {
    let (file, code) = state.withLock { state in
      if state.tidied.insert(path.folder).inserted { tidy(path.folder) }
      while true {
        state.count += 1
        let name = path.folder + prefix + "\(getpid())-\(state.count)" + suffix
        let descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        if descriptor < 0 && errno == EEXIST { continue }
        if descriptor < 0 { return (File(path: name, descriptor: descriptor), errno) }
        flock(descriptor, LOCK_EX | LOCK_NB)
        // Between making and locking, another program may have taken it for a left-over.
        var info = stat()
        if fstat(descriptor, &info) == 0 && info.st_nlink == 0 {
          close(descriptor)
          continue
        }
        state.paths.insert(name)
        return (File(path: name, descriptor: descriptor), 0)
      }
    }
    if code != 0 { throw CannotCreate(writing: shown ?? path, code: code) }
    return file
  }

  /// Removes files, if they are still there, and closes them.
  static func remove(_ files: [File]) {
    state.withLock { state in
      for file in files {
        unlink(file.path)
        close(file.descriptor)
        state.paths.remove(file.path)
      }
    }
  }

  /// Runs what an interrupt must not cut in two.
  static func undisturbed<Value, Problem: Error>(_ body: () throws(Problem) -> Value) throws(Problem) -> Value {
    let result = state.withLock { _ in Result(catching: body) }
    return try result.get()
  }

  /// Removes all files and ends the program, with no chance for a new file in between.
  static func removeAllAndExit(_ code: Int32) -> Never {
    state.withLock { state in
      for path in state.paths { unlink(path) }
      _exit(code)
    }
    fatalError("the program has ended")
  }

  /// Removes what programs that are no more have left in a folder.
  private static func tidy(_ folder: String) {
    for name in FilePath(folder.isEmpty ? "." : folder).namesInFolder where isOurs(name) {
      let descriptor = open(folder + name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
      if descriptor < 0 { continue }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { unlink(folder + name) }
      close(descriptor)
    }
  }

  /// Whether a name is one that `create` gives.
  private static func isOurs(_ name: String) -> Bool {
    guard name.hasPrefix(prefix), name.hasSuffix(suffix) else { return false }
    let numbers = name.dropFirst(prefix.count).dropLast(suffix.count).split(
      separator: "-", omittingEmptySubsequences: false)
    return numbers.count == 2 && numbers.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }
  }
}

extension FilePath {
  /// The names in a folder; none if it cannot be read.
  fileprivate var namesInFolder: [String] {
    guard let folder = opendir(text) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      names.append(
        withUnsafeBytes(of: entry.pointee.d_name) { bytes in String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self) }
      )
    }
    return names
  }
}
