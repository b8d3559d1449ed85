/// An output that cannot be written, and why.
struct CannotCreate: Error, CustomStringConvertible {
  let description: String
  var hints: [String] = []

  init(_ description: String, hints: [String] = []) { (self.description, self.hints) = (description, hints) }

  /// The system refused: `errno` says why.
  init(_ what: String, code: Int32) {
    self.init("\(what): \(String(cString: strerror(code)))", hints: Self.remedy(code).map { [$0] } ?? [])
  }

  /// The system refused to write a file.
  init(writing path: FilePath, code: Int32) { self.init("cannot write '\(path.text)'", code: code) }

  /// What helps where the system refuses.
  private static func remedy(_ code: Int32) -> String? {
    switch code {
    case ENOSPC, EDQUOT: "make room, or choose another disk: -o DIR/"
    case EFBIG: "the system limits the size of files (ulimit -f): choose a smaller picture, as with --scale 0.5"
    case EACCES, EPERM, EROFS: "choose a folder of your own: -o DIR/"
    case ENAMETOOLONG: "choose a shorter name: -o FILE.png"
    case EMFILE, ENFILE: "too many files are open (ulimit -n): raise the limit, or end other programs"
    case ENOENT, ENOTDIR: "choose another place: -o FILE.png or -o DIR/"
    case ELOOP: "a link leads back to itself: remove it, or choose another place: -o FILE.png"
    case EIO, EPIPE, EBADF: nil
    default: "choose another place: -o FILE.png or -o DIR/"
    }
  }
}

/// The reader of standard output has gone; nobody is left to be told.
struct ClosedPipe: Error {}
