extension Option where Value == Schedule {
  /// How the rate changes with the step: `--schedule`.
  public init(wrappedValue: Schedule, help: Phrase? = nil) {
    self.init(wrappedValue, keys: ["schedule"]) { options, schedule in
      try options.takeSchedule(into: &schedule, help: help)
    }
  }
}

extension Options {
  /// Takes `--schedule`, how the rate changes with the step.
  mutating func takeSchedule(into schedule: inout Schedule, help: Phrase?) throws(UsageError) {
    let initial = schedule
    if let given = values(for: "schedule").last {
      do { schedule = try Schedule(parsing: given.value) } catch { throw UsageError(error, for: given.spelled) }
    }
    record(
      Declaration(
        key: "schedule", placeholder: "NAME[:k=v…]", range: "a schedule with its settings", unit: "",
        help: Self.help("schedule", help), choices: ScheduleKind.all.map(\.name), initial: initial.spelling,
        value: schedule.spelling, json: .string(schedule.spelling), differs: schedule != initial,
        filePart: FileName.part(of: schedule.spelling)))
  }
}

extension UsageError {
  /// A schedule that could not be read, for the option that named it.
  init(_ error: ScheduleError, for option: String) {
    let command = "try: lesson help schedules"
    switch error {
    case .unknownSchedule(let name, let known):
      let aliases = ScheduleKind.all.flatMap(\.aliases)
      self = .unknown("schedule", name, for: option, known: known, among: aliases, try: command)
    case .unknownKey(let key, let schedule, let known):
      self = .unknown("setting", key, for: "the schedule '\(schedule)'", known: known, try: command)
    default: self.init("\(option): \(error)", hints: [command])
    }
  }
}
