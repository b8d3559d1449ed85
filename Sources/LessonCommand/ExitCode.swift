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
  var meaning: String {
    switch self {
    case .done: "done; a run that diverges is still a figure"
    case .failed: "failed, or 'check' found a verdict that differs from the recorded one"
    case .usage: "the command line is wrong"
    case .missingInput: "something that is read is missing: a data file, a font"
    case .internalError: "an error inside the program"
    case .cannotCreate: "the output cannot be created"
    case .noResources: "the system has no memory left, or no more open files"
    case .hungUp: "the terminal was closed (SIGHUP); as when interrupted"
    case .interrupted: "interrupted (Ctrl-C, SIGINT): what is complete stays, temporary files are removed"
    case .terminated: "ended from outside (SIGTERM); as when interrupted"
    }
  }
}
