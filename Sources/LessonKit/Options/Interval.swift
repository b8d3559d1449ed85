/// Which numbers an option takes: finite ones, between bounds.
public struct Interval: Sendable, Hashable {
  /// The least number, or the number above which all are allowed.
  public let lower: Double
  /// The largest number.
  public let upper: Double
  /// Whether `lower` itself is allowed.
  public let includesLower: Bool

  /// Between two numbers, both included.
  public init(_ range: ClosedRange<Double>) {
    (lower, upper, includesLower) = (range.lowerBound, range.upperBound, true)
  }

  private init(above lower: Double) { (self.lower, upper, includesLower) = (lower, .infinity, false) }

  /// Every number that is neither infinite nor NaN.
  public static let finite = Interval(-Double.infinity...Double.infinity)
  /// Above 0.
  public static let positive = Interval(above: 0)

  /// Whether a number is finite and between the bounds.
  public func contains(_ value: Double) -> Bool {
    let isAbove = includesLower ? value >= lower : value > lower
    return value.isFinite && isAbove && value <= upper
  }

  /// The numbers in words; empty for every finite number.
  public var words: Message {
    let (least, most) = (JSON.spelling(of: lower), JSON.spelling(of: upper))
    return switch (lower.isFinite, upper.isFinite) {
    case (false, false): Message(same: "")
    case (true, false):
      includesLower ? Message("from \(least)", zh: "不小于 \(least)") : Message("above \(least)", zh: "大于 \(least)")
    case (false, true): Message("up to \(most)", zh: "不大于 \(most)")
    case (true, true):
      includesLower
        ? Message("\(least) to \(most)", zh: "\(least) 到 \(most)")
        : Message("above \(least), up to \(most)", zh: "大于 \(least)，不大于 \(most)")
    }
  }

  /// What is allowed, for whoever gave another number.
  var hints: [Message] {
    guard !lower.isFinite || !upper.isFinite else { return [.allowed(words)] }
    let gap = words.isEmpty ? "" : " "
    let any = Message("any finite number\(gap)\(words)", zh: "\(words)\(words.isEmpty ? "" : " 的")任意有限数")
    return [.allowed(any)]
  }
}
