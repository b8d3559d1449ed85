/// A program that is run from start to end, as a user runs it.
struct Program: Sendable {
  /// What one run took.
  struct Run: Sendable {
    /// From start to end, in milliseconds.
    var milliseconds: Double
    /// The most memory it held, in MiB.
    var peak: Double
    /// What it wrote to standard output.
    var output: String
  }

  /// Why a program could not be measured.
  struct Failure: Error, CustomStringConvertible { let description: String }

  /// The program and its arguments, as for a shell.
  let command: String

  /// Runs it once; its standard error is thrown away.
  func run() throws(Failure) -> Run {
    var pipe: [Int32] = [0, 0]
    guard openPipe(&pipe) == 0 else { throw Failure(description: "no pipe: \(errno)") }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, pipe[1], 1)
    posix_spawn_file_actions_addclose(&actions, pipe[0])
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    let words: [String] = ["/bin/sh", "-c", "exec \(command)"]
    let arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    var child = pid_t()
    let clock = ContinuousClock()
    let start = clock.now
    let status = posix_spawn(&child, "/bin/sh", &actions, nil, arguments, environ)
    close(pipe[1])
    guard status == 0 else { throw Failure(description: "cannot start \(command): \(status)") }
    let output = Self.read(pipe[0])
    close(pipe[0])
    var (state, usage) = (Int32(0), rusage())
    wait4(child, &state, 0, &usage)
    let time = (clock.now - start) / .milliseconds(1)
    guard state == 0 else { throw Failure(description: "\(command) failed, wait status \(state)") }
    return Run(milliseconds: time, peak: Double(usage.ru_maxrss) / 1024, output: output)
  }

  /// All that comes out of a pipe until it is closed.
  private static func read(_ file: Int32) -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = unistdRead(file, &buffer, buffer.count)
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// `pipe` and `read` of the C library, whose names a method or a variable here would hide.
private func openPipe(_ ends: inout [Int32]) -> Int32 { pipe(&ends) }
private func unistdRead(_ file: Int32, _ buffer: inout [UInt8], _ count: Int) -> Int { read(file, &buffer, count) }
