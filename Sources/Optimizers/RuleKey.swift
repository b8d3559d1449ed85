/// One setting of a rule, as a user writes it: `beta1` in `adam:beta1=0.8`.
public struct RuleKey: Sendable, Hashable {
  /// PyTorch's name of the setting.
  public let name: String
  /// What it does, in a few words.
  public let meaning: Message
  /// What holds where the user says nothing; PyTorch's, and 0 or 1 for a flag.
  public let standard: Double
  /// What values it takes.
  public let domain: Domain

  /// The values that a setting takes.
  public enum Domain: Sendable, Hashable {
    /// True or false.
    case flag
    /// Any finite number above 0.
    case positive
    /// Any finite number from 0.
    case nonNegative
    /// From 0 to 1.
    case share
    /// From 0 up to, but not including, 1.
    case decay
    /// Any finite number above 1.
    case growth
  }

  /// The domain in words: "a number above 0".
  public var range: Message {
    switch domain {
    case .flag: Message("true or false", zh: "true 或 false")
    case .positive: Message("a finite number above 0", zh: "大于 0 的有限数")
    case .nonNegative: Message("a finite number, at least 0", zh: "不小于 0 的有限数")
    case .share: Message("a number from 0 to 1", zh: "0 到 1 的数")
    case .decay: Message("a number from 0 up to, but not including, 1", zh: "不小于 0 且小于 1 的数")
    case .growth: Message("a finite number above 1", zh: "大于 1 的有限数")
    }
  }

  /// The default as a user would write it: `0.001`, `false`.
  public var standardSpelling: String { spell(standard) }

  /// A value of this setting as a user would write it.
  func spell(_ value: Double) -> String { domain == .flag ? (value == 0 ? "false" : "true") : value.shortestSpelling }

  /// Whether a value lies in the domain; NaN and infinities never do.
  func accepts(_ value: Double) -> Bool {
    switch domain {
    case .flag: value == 0 || value == 1
    case .positive: value > 0 && value.isFinite
    case .nonNegative: value >= 0 && value.isFinite
    case .share: value >= 0 && value <= 1
    case .decay: value >= 0 && value < 1
    case .growth: value > 1 && value.isFinite
    }
  }
}
