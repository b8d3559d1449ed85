import Groundwork

/// Programs that are started and watched.
enum FuzzChild {
  enum End { case exit(Int32, errors: String), signal(Int32), hang }

  /// This program, from any folder.
  static var itself: String {
    guard let path = realpath(CommandLine.arguments[0], nil) else { fail("run it by its path") }
    defer { free(path) }
    return String(cString: path)
  }

  /// A program in the folder of this one.
  static func beside(_ name: String) -> String {
    let own = itself
    return own.prefix(through: own.lastIndex(of: "/") ?? own.startIndex) + name
  }

  /// Starts a program with a pipe from one of its streams; nothing else of what it writes is kept.
  static func start(_ program: String, _ arguments: [String], in folder: String, reading stream: Int32) -> (
    id: pid_t, pipe: Int32
  ) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { fail("no pipe: \(errno)") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 3 - stream, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1], stream)
    // The shell changes the folder, for which the C library has no name that Swift sees.
    let shell = ["/bin/sh", "-c", #"cd "$0" && exec "$@""#]
    let words: [UnsafeMutablePointer<CChar>?] = (shell + [folder, program] + arguments).map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    var id = pid_t()
    let code = posix_spawn(&id, shell[0], &actions, nil, words, environ)
    close(ends[1])
    if code != 0 { fail("cannot start \(program): \(String(cString: strerror(code)))") }
    return (id, ends[0])
  }

  /// Runs a program to its end, or so many seconds.
  static func run(_ program: String, _ arguments: [String], in folder: String, seconds: Int) -> End {
    let (id, pipe) = start(program, arguments, in: folder, reading: 2)
    defer { close(pipe) }
    let deadline = ContinuousClock.now + .seconds(seconds)
    var errors: [UInt8] = []
    while let bytes = next(pipe, before: deadline) {
      if bytes.isEmpty { return end(of: id, String(decoding: errors, as: UTF8.self)) }
      errors += bytes
    }
    kill(id, SIGKILL)
    _ = end(of: id, "")
    return .hang
  }

  /// What a program writes to standard output.
  static func output(of program: String, _ arguments: [String]) -> String {
    let (id, pipe) = start(program, arguments, in: ".", reading: 1)
    defer { close(pipe) }
    var output: [UInt8] = []
    while let bytes = next(pipe, before: .now + .seconds(10)), !bytes.isEmpty { output += bytes }
    _ = end(of: id, "")
    return String(decoding: output, as: UTF8.self)
  }

  /// What comes next from a pipe: empty at its end, nil if nothing comes in time.
  static func next(_ pipe: Int32, before deadline: ContinuousClock.Instant) -> [UInt8]? {
    var watched = pollfd(fd: pipe, events: Int16(POLLIN), revents: 0)
    let left = Int32(max(0, (deadline - .now) / .milliseconds(1)))
    guard poll(&watched, 1, left) > 0 else { return nil }
    var chunk = [UInt8](repeating: 0, count: 1 << 14)
    let count = read(pipe, &chunk, chunk.count)
    return Array(chunk.prefix(max(0, count)))
  }

  /// Waits for a program that has closed its pipe.
  static func end(of id: pid_t, _ errors: String) -> End {
    var state: Int32 = 0
    while waitpid(id, &state, 0) < 0 && errno == EINTR {}
    return state & 0x7F == 0 ? .exit(state >> 8 & 0xFF, errors: errors) : .signal(state & 0x7F)
  }

  static func write(_ text: String, to descriptor: Int32) -> Bool {
    let bytes = Array(text.utf8)
    return Groundwork.write(descriptor, bytes, bytes.count) == bytes.count
  }
}
