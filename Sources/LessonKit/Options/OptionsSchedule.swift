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
        key: "schedule", placeholder: "NAME[:k=v…]", range: Message("a schedule with its settings", zh: "学习率调度及其设置"),
        unit: "", help: Self.help("schedule", help), choices: ScheduleKind.all.map(\.name), initial: initial.spelling,
        value: schedule.spelling, json: .string(schedule.spelling), differs: schedule != initial,
        filePart: FileName.part(of: schedule.spelling)))
  }
}

extension UsageError {
  /// A schedule that could not be read, for the option that named it.
  init(_ error: ScheduleError, for option: String) {
    let command = Message.attempt("lesson help schedules")
    switch error {
    case .unknownSchedule(let name, let known):
      let aliases = ScheduleKind.all.flatMap(\.aliases)
      self = .unknown(
        Message("schedule", zh: "学习率调度"), name, for: Message(same: option), known: known, among: aliases, try: command)
    case .unknownKey(let key, let schedule, let known):
      let place = Message("the schedule '\(schedule)'", zh: "学习率调度“\(schedule)”")
      self = .unknown(Message("setting", zh: "设置项"), key, for: place, known: known, try: command)
    default: self.init("\(option): \(error.told)", zh: "\(option)：\(error.told)", hints: [command])
    }
  }
}
