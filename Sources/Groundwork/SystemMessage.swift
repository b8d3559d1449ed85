extension Message {
  /// Why the system refused a call: what `errno` says, in both languages.
  public static func system(_ code: Int32) -> Message {
    let english = String(cString: strerror(code))
    return Message("\(english)", zh: "\(chinese[code] ?? "系统错误 \(code) (\(english))")")
  }

  private static let chinese: [Int32: String] = [
    ENOENT: "没有这个文件或文件夹", EACCES: "没有权限", EPERM: "不允许此操作", ENOSPC: "磁盘已满", EDQUOT: "超出磁盘配额", EROFS: "文件系统只读",
    EFBIG: "文件太大", ENOTDIR: "不是文件夹", EISDIR: "是文件夹", ENAMETOOLONG: "名称太长", EMFILE: "打开的文件太多", ENFILE: "系统打开的文件太多",
    ELOOP: "符号链接层数太多", EIO: "输入输出错误", EPIPE: "管道已断开", EBADF: "文件描述符无效", ENOMEM: "内存不足", EINVAL: "参数无效",
    EBUSY: "设备或文件正忙", EEXIST: "文件已存在", EXDEV: "不在同一个文件系统", ENXIO: "没有这个设备", ENODEV: "没有这个设备", ETXTBSY: "文件正在运行",
  ]
}
