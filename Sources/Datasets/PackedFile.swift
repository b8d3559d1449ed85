import CZlib

/// A file's contents, unpacked where gzip packed them.
enum PackedFile {
  /// The most that a file may hold, unpacked: a few bytes can be packed zeros without end.
  static let mostBytes = 1 << 30

  /// Every byte of a file; whether it is packed is seen from its first bytes, not from its name.
  ///
  /// Only regular files are read: a pipe or a device may never end.
  static func bytes(at path: String) throws(DataError) -> [UInt8] {
    var info = stat()
    if stat(path, &info) == 0 && info.st_mode & S_IFMT != S_IFREG {
      let kind = info.st_mode & S_IFMT == S_IFDIR ? "a folder" : "a pipe or a device"
      throw DataError(path, "\(kind), not a file with data")
    }
    guard let file = gzopen(path, "rb") else {
      let isMissing = errno == ENOENT
      throw DataError(path, isMissing: isMissing, isMissing ? "no such file" : lastProblem)
    }
    defer { gzclose(file) }
    gzbuffer(file, 1 << 17)

    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Int(gzread(file, &chunk, UInt32(chunk.count)))
      if count > 0 { bytes += chunk[..<count] }
      // A packed file that ends early gives what it has, and tells only through its state.
      var state: Int32 = Z_OK
      let message = gzerror(file, &state)
      if state != Z_OK {
        let problem = state == Z_ERRNO ? lastProblem : reading(message)
        // How far the reading has come is not where the damage is.
        throw DataError(path, problem)
      }
      if count < chunk.count { return bytes }
      if bytes.count > mostBytes {
        throw DataError(path, "holds more than \(mostBytes >> 20) MB, which is no data set")
      }
    }
  }

  /// Whether a file is there and may be read.
  static func isReadable(_ path: String) -> Bool { access(path, R_OK) == 0 }

  /// What the system last found wrong.
  private static var lastProblem: String { "cannot be read: \(String(cString: strerror(errno)))" }

  /// What zlib found wrong, without the path that it puts in front.
  private static func reading(_ message: UnsafePointer<CChar>?) -> String {
    let text = message.map { String(cString: $0) } ?? ""
    let reason = text.split(separator: ": ").last.map(String.init) ?? "unknown error"
    return "the packed data cannot be unpacked: \(reason)"
  }
}
