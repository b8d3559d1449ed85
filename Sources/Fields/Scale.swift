/// Sends values of a domain to positions in a range, linearly or by their logarithm.
public struct Scale: Sendable, Hashable {
  /// How values are spread.
  public enum Kind: String, Sendable {
    case linear, log
    /// Places for names: the first at 0, the next at 1.
    case category
  }

  /// How values are spread.
  public let kind: Kind
  /// The smallest and the largest value shown.
  public let domain: ClosedRange<Double>
  /// Where the smallest value goes.
  public let start: Double
  /// Where the largest value goes.
  public let end: Double

  /// A scale. An empty domain maps to the middle of the range; a log scale needs a positive one.
  public init(_ kind: Kind, domain: ClosedRange<Double>, start: Double, end: Double) {
    require(kind != .log || domain.lowerBound > 0, "a log scale cannot show \(domain.lowerBound)")
    (self.kind, self.domain, self.start, self.end) = (kind, domain, start, end)
  }

  /// The position of a value; beyond the range for a value outside the domain, NaN for NaN.
  public func callAsFunction(_ value: Double) -> Double {
    let (low, high) = (spread(domain.lowerBound), spread(domain.upperBound))
    guard high > low else { return (start + end) / 2 }
    return start + (spread(value) - low) / (high - low) * (end - start)
  }

  /// The value at a position.
  public func value(at position: Double) -> Double {
    guard end != start else { return domain.lowerBound }
    let (low, high) = (spread(domain.lowerBound), spread(domain.upperBound))
    let share = low + (position - start) / (end - start) * (high - low)
    return kind == .log ? pow(10, share) : share
  }

  /// Values on which the positions are linear.
  private func spread(_ value: Double) -> Double {
    guard kind == .log else { return value }
    return value > 0 ? log10(value) : value.isNaN ? .nan : -.infinity
  }
}
