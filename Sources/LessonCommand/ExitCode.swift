/// What the command tells the shell when it ends.
enum ExitCode: Int32, CaseIterable {
  case done = 0
  case failed = 1
  case usage = 64
  case missingInput = 66
  case internalError = 70
  case noResources = 71
  case cannotCreate = 73
  case hungUp = 129
  case interrupted = 130
  case terminated = 143

  /// What the code means.
  var meaning: Message {
    switch self {
    case .done: Message("done; a run that diverges is still a figure", zh: "完成；发散的运行也是一幅图")
    case .failed:
      Message("failed, or 'check' found a verdict that differs from the recorded one", zh: "失败，或“check”发现结论与记录不符")
    case .usage: Message("the command line is wrong", zh: "命令行有误")
    case .missingInput: Message("something that is read is missing: a data file, a font", zh: "缺少要读取的内容：数据文件、字体")
    case .internalError: Message("an error inside the program", zh: "程序内部错误")
    case .cannotCreate: Message("the output cannot be created", zh: "无法建立输出")
    case .noResources: Message("the system has no memory left, or no more open files", zh: "系统内存不足，或打开的文件太多")
    case .hungUp: Message("the terminal was closed (SIGHUP); as when interrupted", zh: "终端已关闭 (SIGHUP)；与中断时相同")
    case .interrupted:
      Message(
        "interrupted (Ctrl-C, SIGINT): what is complete stays, temporary files are removed",
        zh: "被中断 (Ctrl-C, SIGINT)：已完成的保留，临时文件删除")
    case .terminated: Message("ended from outside (SIGTERM); as when interrupted", zh: "被外部终止 (SIGTERM)；与中断时相同")
    }
  }
}
