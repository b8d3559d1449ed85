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
      let isFolder = info.st_mode & S_IFMT == S_IFDIR
      throw DataError(
        path,
        isFolder
          ? Message("a folder, not a file with data", zh: "是文件夹，不是数据文件")
          : Message("a pipe or a device, not a file with data", zh: "是管道或设备，不是数据文件"))
    }
    guard let file = gzopen(path, "rb") else {
      let isMissing = errno == ENOENT
      throw DataError(path, isMissing: isMissing, isMissing ? Message("no such file", zh: "没有这个文件") : lastProblem)
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
        throw DataError(
          path,
          Message("holds more than \(mostBytes >> 20) MB, which is no data set", zh: "超过 \(mostBytes >> 20) MB，不是数据集"))
      }
    }
  }

  /// Whether a file is there and may be read.
  static func isReadable(_ path: String) -> Bool { access(path, R_OK) == 0 }

  /// What the system last found wrong.
  private static var lastProblem: Message {
    let reason = Message.system(errno)
    return Message("cannot be read: \(reason)", zh: "无法读取：\(reason)")
  }

  /// What zlib found wrong, without the path that it puts in front.
  private static func reading(_ message: UnsafePointer<CChar>?) -> Message {
    let text = message.map { String(cString: $0) } ?? ""
    let reason = text.split(separator: ": ").last.map(String.init) ?? "unknown error"
    return Message("the packed data cannot be unpacked: \(reason)", zh: "压缩数据无法解压：\(chinese[reason] ?? reason)")
  }

  /// What zlib says.
  private static let chinese = [
    "incorrect header check": "文件头校验不符", "unknown compression method": "未知的压缩方法", "unknown header flags set": "文件头标志未知",
    "header crc mismatch": "文件头校验不符", "invalid window size": "窗口大小无效", "invalid block type": "数据块类型无效",
    "invalid stored block lengths": "数据块长度无效", "too many length or distance symbols": "编码符号太多",
    "invalid code lengths set": "编码长度无效", "invalid bit length repeat": "编码长度重复无效",
    "invalid code -- missing end-of-block": "缺少数据块结束标记", "invalid literal/lengths set": "长度编码无效",
    "invalid distances set": "距离编码无效", "invalid literal/length code": "长度编码无效", "invalid distance code": "距离编码无效",
    "invalid distance too far back": "距离超出范围", "incorrect data check": "数据校验不符", "incorrect length check": "数据长度不符",
    "unexpected end of file": "文件提前结束", "out of memory": "内存不足", "unknown error": "未知错误",
    "internal error: inflate stream corrupt": "数据流损坏",
  ]
}
