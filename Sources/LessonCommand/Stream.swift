/// Standard output and standard error, unbuffered.
enum Stream: Int32 {
  case output = 1
  case errors = 2

  /// Whether a person is looking.
  var isTerminal: Bool { isatty(rawValue) == 1 }

  /// Writes a text; a reader that has gone is `ClosedPipe`, anything else `CannotCreate`.
  func write(_ text: String) throws { try write(Array(text.utf8)) }

  /// Writes bytes.
  func write(_ bytes: [UInt8]) throws {
    let code = FileDescriptor.writeAll(bytes, to: rawValue)
    if code == EPIPE { throw ClosedPipe() }
    if code == 0 { return }
    throw CannotCreate(
      self == .output
        ? Message("cannot write to standard output", zh: "无法写到标准输出")
        : Message("cannot write to standard error", zh: "无法写到标准错误"), code: code)
  }

  /// Opens what the caller closed, so that no file of ours gets a standard descriptor.
  static func openMissing() {
    for descriptor: Int32 in 0...2 where fcntl(descriptor, F_GETFD) == -1 {
      // The lowest free descriptor is the missing one. Opened the wrong way round, it reports errors as a closed one does.
      _ = open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY)
    }
  }
}

/// The system's calls on descriptors, interrupted calls repeated.
enum FileDescriptor {
  /// Whether no more files can be opened.
  static var areUsedUp: Bool {
    let descriptor = open("/dev/null", O_RDONLY | O_CLOEXEC)
    if descriptor >= 0 { close(descriptor) }
    return descriptor < 0 && (errno == EMFILE || errno == ENFILE)
  }

  /// Writes all bytes; 0, or the error that ended it.
  static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let count = write(descriptor, buffer.baseAddress! + done, buffer.count - done)
        if count >= 0 { done += count } else if errno != EINTR { return errno }
      }
      return 0
    }
  }

  /// Reads to the end; nil with `errno` set if that fails.
  static func readAll(_ descriptor: Int32, upTo limit: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count < limit {
      let count = read(descriptor, &chunk, chunk.count)
      if count == 0 { break }
      if count > 0 { bytes += chunk[..<count] } else if errno != EINTR { return nil }
    }
    return bytes
  }
}
