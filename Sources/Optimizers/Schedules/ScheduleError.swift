/// Why a text names no schedule.
public enum ScheduleError: Error, Sendable, Hashable {
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
  case outOfRange(String, key: String, schedule: String, range: String)
}

extension ScheduleError: CustomStringConvertible {
  /// What is wrong, where, and what would be right.
  public var description: String {
    switch self {
    case .empty: "no schedule is named; write one, as in cosine"
    case .unknownSchedule(let name, let known): "unknown schedule '\(name)'; known: \(known.joined(separator: ", "))"
    case .unknownKey(let key, let schedule, let known):
      known.isEmpty
        ? "schedule '\(schedule)' has no settings, so not '\(key)' either"
        : "schedule '\(schedule)' has no setting '\(key)'; it has: \(known.joined(separator: ", "))"
    case .malformedPair(let pair, let schedule):
      pair.isEmpty
        ? "schedule '\(schedule)' has an empty setting; take out the extra colon"
        : "'\(pair)' is no setting of schedule '\(schedule)'; write KEY=VALUE, as in gamma=0.5"
    case .repeatedKey(let key, let schedule): "schedule '\(schedule)' has '\(key)' twice; keep one"
    case .notANumber(let text, let key, let schedule):
      "'\(text)' is not a number, for '\(key)' of schedule '\(schedule)'"
    case .outOfRange(let text, let key, let schedule, let range):
      "'\(key)' of schedule '\(schedule)' must be \(range), not \(text)"
    }
  }
}
