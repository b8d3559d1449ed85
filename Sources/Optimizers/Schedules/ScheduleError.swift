/// Why a text names no schedule.
public enum ScheduleError: ReportedError, Sendable, Hashable {
  /// No text.
  case empty
  /// No schedule has this name; `known` are all that there are.
  case unknownSchedule(String, known: [String])
  /// The schedule has no such setting; `known` are all that it has.
  case unknownKey(String, schedule: String, known: [String])
  /// A setting that is not KEY=VALUE.
  case malformedPair(String, schedule: String)
  /// A setting that is given twice.
  case repeatedKey(String, schedule: String)
  /// A value that is not a number, nor a list where one is due.
  case notANumber(String, key: String, schedule: String)
  /// A number that the setting does not take; `range` says which it takes.
  case outOfRange(String, key: String, schedule: String, range: Message)
}

extension ScheduleError {
  /// What is wrong, where, and what would be right.
  public var told: Message {
    switch self {
    case .empty: Message("no schedule is named; write one, as in cosine", zh: "没有写学习率调度；写一个，例如 cosine")
    case .unknownSchedule(let name, let known):
      Message(
        "unknown schedule '\(name)'; known: \(known.joined(separator: ", "))",
        zh: "未知的学习率调度“\(name)”；可用：\(known.joined(separator: ", "))")
    case .unknownKey(let key, let schedule, let known):
      known.isEmpty
        ? Message(
          "schedule '\(schedule)' has no settings, so not '\(key)' either", zh: "学习率调度“\(schedule)”没有设置项，因此也没有“\(key)”")
        : Message(
          "schedule '\(schedule)' has no setting '\(key)'; it has: \(known.joined(separator: ", "))",
          zh: "学习率调度“\(schedule)”没有设置项“\(key)”；它有：\(known.joined(separator: ", "))")
    case .malformedPair(let pair, let schedule):
      pair.isEmpty
        ? Message(
          "schedule '\(schedule)' has an empty setting; take out the extra colon",
          zh: "学习率调度“\(schedule)”有一个空的设置项；去掉多余的冒号")
        : Message(
          "'\(pair)' is no setting of schedule '\(schedule)'; write KEY=VALUE, as in gamma=0.5",
          zh: "“\(pair)”不是学习率调度“\(schedule)”的设置项；写成 KEY=VALUE，例如 gamma=0.5")
    case .repeatedKey(let key, let schedule):
      Message("schedule '\(schedule)' has '\(key)' twice; keep one", zh: "学习率调度“\(schedule)”的“\(key)”出现两次；只留一个")
    case .notANumber(let text, let key, let schedule):
      Message(
        "'\(text)' is not a number, for '\(key)' of schedule '\(schedule)'",
        zh: "学习率调度“\(schedule)”的“\(key)”：“\(text)”不是数")
    case .outOfRange(let text, let key, let schedule, let range):
      Message(
        "'\(key)' of schedule '\(schedule)' must be \(range), not \(text)",
        zh: "学习率调度“\(schedule)”的“\(key)”应为\(range)，不能是 \(text)")
    }
  }

  /// The same in English.
  public var description: String { told.english }
}
