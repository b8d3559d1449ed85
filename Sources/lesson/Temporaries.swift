import Typography

/// The temporary files that exist now, so that an interrupted program leaves none.
enum Temporaries {
  private struct State {
    var paths: Set<String> = []
    var count = 0
  }
  private static let state = Guarded(State())

  /// Creates an empty file beside `path` that nobody else uses, open for writing.
  static func create(beside path: FilePath) throws(CannotCreate) -> (path: String, descriptor: Int32) {
    let result = state.withLock { state in
      state.count += 1
      let name = path.folder + ".plumbline-\(getpid())-\(state.count).tmp"
      state.paths.insert(name)
      let descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      let code = errno
      if descriptor < 0 { state.paths.remove(name) }
      return (name, descriptor, code)
    }
    if result.1 < 0 { throw CannotCreate("cannot write '\(path.text)'", code: result.2) }
    return (result.0, result.1)
  }

  /// Forgets a file that has been renamed.
  static func forget(_ path: String) { state.withLock { _ = $0.paths.remove(path) } }

  /// Removes a file.
  static func remove(_ path: String) { state.withLock { state in if state.paths.remove(path) != nil { unlink(path) } } }

  /// Removes all files and ends the program, with no chance for a new file in between.
  static func removeAllAndExit(_ code: Int32) -> Never {
    state.withLock { state in
      for path in state.paths { unlink(path) }
      _exit(code)
    }
    fatalError("the program has ended")
  }
}
