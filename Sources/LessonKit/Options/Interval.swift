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
  public var words: String {
    let (least, most) = (JSON.spelling(of: lower), JSON.spelling(of: upper))
    return switch (lower.isFinite, upper.isFinite) {
    case (false, false): ""
    case (true, false): includesLower ? "from \(least)" : "above \(least)"
    case (false, true): "up to \(most)"
    case (true, true): includesLower ? "\(least) to \(most)" : "above \(least), up to \(most)"
    }
  }

  /// What is allowed, for whoever gave another number.
  var hints: [String] {
    let isOpen = !lower.isFinite || !upper.isFinite
    return ["allowed: " + (isOpen ? "any finite number" + (words.isEmpty ? "" : " ") : "") + words]
  }
}
