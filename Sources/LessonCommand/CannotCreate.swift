/// An output that cannot be written, and why.
struct CannotCreate: ReportedError {
  let told: Message
  var remedies: [Message] = []

  init(_ told: Message, hints: [Message] = []) { (self.told, remedies) = (told, hints) }

  /// What cannot be written, in both languages.
  init(_ english: Message.Text, zh chinese: Message.Text, hints: [Message] = []) {
    self.init(Message(english, zh: chinese), hints: hints)
  }

  /// The system refused: `errno` says why.
  init(_ what: Message, code: Int32) {
    self.init("\(what): \(.system(code))", zh: "\(what)：\(.system(code))", hints: Self.remedy(code).map { [$0] } ?? [])
  }

  /// The system refused to write a file.
  init(writing path: FilePath, code: Int32) {
    self.init(Message("cannot write '\(path.text)'", zh: "无法写入“\(path.text)”"), code: code)
  }

  /// What helps where the system refuses.
  private static func remedy(_ code: Int32) -> Message? {
    switch code {
    case ENOSPC, EDQUOT: Message("make room, or choose another disk: -o DIR/", zh: "腾出空间，或换一个磁盘：-o DIR/")
    case EFBIG:
      Message(
        "the system limits the size of files (ulimit -f): choose a smaller picture, as with --scale 0.5",
        zh: "系统限制了文件大小 (ulimit -f)：画小一些，例如用 --scale 0.5")
    case EACCES, EPERM, EROFS: Message("choose a folder of your own: -o DIR/", zh: "换一个自己可写的文件夹：-o DIR/")
    case ENAMETOOLONG: Message("choose a shorter name: -o FILE.png", zh: "换一个短一些的名称：-o FILE.png")
    case EMFILE, ENFILE:
      Message(
        "too many files are open (ulimit -n): raise the limit, or end other programs",
        zh: "打开的文件太多 (ulimit -n)：提高上限，或结束其他程序")
    case ENOENT, ENOTDIR: elsewhere
    case ELOOP:
      Message(
        "a link leads back to itself: remove it, or choose another place: -o FILE.png",
        zh: "链接指回自身：删除它，或换一个位置：-o FILE.png")
    case EIO, EPIPE, EBADF: nil
    default: elsewhere
    }
  }

  /// Another place will do.
  static let elsewhere = Message("choose another place: -o FILE.png or -o DIR/", zh: "换一个位置：-o FILE.png 或 -o DIR/")
}

/// The reader of standard output has gone; nobody is left to be told.
struct ClosedPipe: Error {}
