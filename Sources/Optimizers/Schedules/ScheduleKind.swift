import Tensors

/// One schedule that can be asked for by name: its names, its settings, and what it makes of them.
public struct ScheduleKind: Sendable {
  /// What a user writes: `cosine`.
  public let name: String
  /// Other names for the same.
  public let aliases: [String]
  /// What a figure shows: "Cosine".
  public let displayName: String
  /// What the rate does, in one line.
  public let summary: Message
  /// Its settings.
  public let keys: [ScheduleKey]
  /// The rates of a run.
  let make: @Sendable (Settings) -> Pace.Course

  init(
    _ name: String, aliases: [String] = [], displayName: String, summary: Message, keys: [ScheduleKey],
    make: @escaping @Sendable (Settings) -> Pace.Course
  ) {
    (self.name, self.aliases, self.displayName) = (name, aliases, displayName)
    (self.summary, self.keys, self.make) = (summary, keys, make)
  }

  /// The setting of a name, or of PyTorch's name for it, if the schedule has it.
  func key(_ name: String) -> ScheduleKey? { keys.first { $0.name == name || $0.peerName == name } }

  /// What a schedule knows of the run that it is for.
  struct Run: Sendable {
    /// The rule's own rate.
    let rate: Double
    /// How many steps there are, at least 1.
    let steps: Int

    /// The step at a share of the run, never the first.
    func step(at share: Double) -> Double { max((Double(steps) * share).rounded(), 1) }
  }

  /// The value of every setting of a schedule, and the run.
  struct Settings: Sendable {
    let run: Run
    let values: [String: [Double]]

    /// The values of a list that the schedule has.
    func list(_ name: String) -> [Double] {
      guard let values = values[name] else { fatalError("no setting named \(name)") }
      return values
    }

    /// The value of a setting that the schedule has.
    subscript(name: String) -> Double { list(name)[0] }

    /// The value of a whole number that the schedule has.
    func count(_ name: String) -> Int { Int(self[name]) }
  }
}
