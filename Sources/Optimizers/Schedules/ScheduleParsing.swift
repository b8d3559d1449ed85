extension Schedule {
  /// The schedule that a text names: `NAME[:KEY=VALUE…]`, where a list has slashes between its numbers.
  public init(parsing text: String) throws(ScheduleError) {
    let text = NamedSettings(text)
    if text.name.isEmpty { throw .empty }
    guard let kind = ScheduleKind.named(text.name) else {
      throw .unknownSchedule(text.name, known: ScheduleKind.all.map(\.name))
    }
    self.init(kind.name)

    var seen: Set<String> = []
    for pair in text.pairs {
      let (key, values) = try kind.setting(pair)
      guard seen.insert(key.name).inserted else { throw .repeatedKey(key.name, schedule: kind.name) }
      set(key, to: values)
    }
  }
}

extension ScheduleKind {
  /// The setting that a pair speaks of, and its values.
  fileprivate func setting(_ pair: NamedSettings.Pair) throws(ScheduleError) -> (ScheduleKey, [Double]) {
    if pair.key.isEmpty { throw .malformedPair(pair.text, schedule: name) }
    guard let key = key(pair.key) else { throw .unknownKey(pair.key, schedule: name, known: keys.map(\.name)) }
    guard let text = pair.value, !text.isEmpty else { throw .malformedPair(pair.text, schedule: name) }
    var values: [Double] = []
    for part in text.split(separator: "/", omittingEmptySubsequences: false) {
      guard let value = Typed.number(String(part)) else { throw .notANumber(text, key: key.name, schedule: name) }
      values.append(value)
    }
    guard key.accepts(values) else { throw .outOfRange(text, key: key.name, schedule: name, range: key.range) }
    return (key, values)
  }
}
