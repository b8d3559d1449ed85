/// One setting of a schedule, as a user writes it: `gamma` in `step:gamma=0.5`.
public struct ScheduleKey: Sendable {
  /// Its name.
  public let name: String
  /// PyTorch's name of the same, which is understood too.
  public let peerName: String
  /// What it does, in a few words.
  public let meaning: Message
  /// What values it takes.
  public let domain: Domain
  /// What holds where the user says nothing.
  let standard: Standard

  init(_ name: String, peer: String? = nil, _ domain: Domain, default standard: Standard, _ meaning: Message) {
    (self.name, peerName, self.meaning) = (name, peer ?? name, meaning)
    (self.domain, self.standard) = (domain, standard)
  }

  /// The values that a setting takes.
  public enum Domain: Sendable, Hashable {
    /// A whole number from 1.
    case length
    /// A whole number from 0.
    case count
    /// Whole numbers from 1, each greater than the one before.
    case steps
    /// Any finite number above 0.
    case positive
    /// Any finite number from 0.
    case nonNegative
    /// From 0 to 1.
    case share
  }

  /// A default: a number, what follows from the run, or no value where other settings decide.
  struct Standard: Sendable {
    let spelling: Message
    let values: @Sendable (ScheduleKind.Run) -> [Double]

    static func number(_ value: Double) -> Standard {
      Standard(spelling: Message(same: value.shortestSpelling)) { _ in [value] }
    }

    static let rate = Standard(spelling: Message("the optimizer's rate", zh: "优化器的学习率")) { [$0.rate] }

    static let run = Standard(spelling: Message("the run's steps", zh: "总步数")) { [Double($0.steps)] }

    /// A share of the run, a step at least.
    static func share(_ share: Double, _ spelling: Message) -> Standard {
      Standard(spelling: spelling) { [$0.step(at: share)] }
    }
  }

  /// The domain in words: "a number above 0".
  public var range: Message {
    switch domain {
    case .length: Message("a whole number above 0", zh: "大于 0 的整数")
    case .count: Message("a whole number, at least 0", zh: "不小于 0 的整数")
    case .steps: Message("whole numbers above 0, rising, with slashes between them", zh: "大于 0 的递增整数，用斜杠隔开")
    case .positive: Message("a finite number above 0", zh: "大于 0 的有限数")
    case .nonNegative: Message("a finite number, at least 0", zh: "不小于 0 的有限数")
    case .share: Message("a number from 0 to 1", zh: "0 到 1 的数")
    }
  }

  /// The default as a user would write it, or in words: `0.1`, "the run's steps".
  public var standardSpelling: Message { standard.spelling }

  /// Values of this setting as a user would write them.
  func spell(_ values: [Double]) -> String { values.map(\.shortestSpelling).joined(separator: "/") }

  /// Whether values lie in the domain; NaN and infinities never do.
  func accepts(_ values: [Double]) -> Bool {
    guard domain != .steps else {
      let rises = zip(values, values.dropFirst()).allSatisfy { $0 < $1 }
      return !values.isEmpty && rises && values.allSatisfy { isWhole($0) && $0 >= 1 }
    }
    guard values.count == 1, let value = values.first else { return false }
    switch domain {
    case .length, .steps: return isWhole(value) && value >= 1
    case .count: return isWhole(value) && value >= 0
    case .positive: return value > 0 && value.isFinite
    case .nonNegative: return value >= 0 && value.isFinite
    case .share: return value >= 0 && value <= 1
    }
  }

  private func isWhole(_ value: Double) -> Bool { Int(exactly: value) != nil }
}
