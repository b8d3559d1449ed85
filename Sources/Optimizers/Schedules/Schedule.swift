import Tensors

/// How the learning rate changes over a run, as a user names it: `step:size=20:gamma=0.5`.
///
/// What is not named follows from the run: its number of steps, and the rule's own rate. The rates are
/// PyTorch's, step by step.
public struct Schedule: Sendable, Hashable {
  /// What the schedule is called, `cosine`; never an alias.
  public let name: String
  /// Settings that were named.
  private var changes: [String: [Double]] = [:]

  /// A schedule at its defaults, by a name or an alias that is in the catalog.
  public init(_ name: String) {
    guard let kind = ScheduleKind.named(name) else { fatalError("no schedule is named \(name)") }
    self.name = kind.name
  }

  /// One rate throughout.
  public static let constant = Schedule("constant")
  /// Down along half a wave.
  public static let cosine = Schedule("cosine")

  /// The catalog's entry for the schedule.
  public var kind: ScheduleKind { ScheduleKind.named(name)! }

  /// What a figure shows: "Cosine".
  public var displayName: String { kind.displayName }

  /// The schedule with one setting changed; several values for a list.
  public func with(_ key: String, _ values: Double...) -> Schedule {
    guard let key = kind.key(key) else { fatalError("\(name) has no setting \(key)") }
    require(key.accepts(values), "\(name): \(key.name) must be \(key.range.english), not \(key.spell(values))")
    var schedule = self
    schedule.set(key, to: values)
    return schedule
  }

  /// Settings that were named, in the catalog's order.
  public var settings: [(key: String, value: String)] {
    kind.keys.compactMap { key in changes[key.name].map { (key.name, key.spell($0)) } }
  }

  /// The shortest text that reads back as this schedule: `step:size=20:gamma=0.5`.
  public var spelling: String { ([name] + settings.map { "\($0.key)=\($0.value)" }).joined(separator: ":") }

  /// The rates of a run that is about to start, given the rule's own rate and the number of steps.
  public func pace(from rate: Double, over steps: Int) -> Pace {
    let run = ScheduleKind.Run(rate: rate, steps: max(steps, 1))
    let values = kind.keys.map { ($0.name, changes[$0.name] ?? $0.standard.values(run)) }
    let settings = ScheduleKind.Settings(run: run, values: Dictionary(uniqueKeysWithValues: values))
    return Pace(kind.make(settings), from: rate)
  }

  /// The rate of every step of a run.
  ///
  /// `loss` is what a step starts from; only a plateau looks at it, at one step before the next.
  public func rates(from rate: Double, over steps: Int, loss: (_ step: Int) -> Double = { _ in 0 }) -> [Double] {
    var pace = pace(from: rate, over: steps)
    return (0..<steps).map { step in
      defer { pace.advance(after: loss(step)) }
      return pace.rate
    }
  }

  /// Changes a setting to values that its domain holds.
  mutating func set(_ key: ScheduleKey, to values: [Double]) { changes[key.name] = values }
}
