import Raster

/// A part of the plane that grows by the values put in; values that are not finite do not count.
public struct Extent: Sendable, Hashable {
  /// Values along one axis.
  public struct Span: Sendable, Hashable {
    /// From the smallest to the largest value, nil when there is none.
    public private(set) var range: ClosedRange<Double>?
    /// The smallest value above zero: where a log axis may begin.
    public private(set) var smallestPositive: Double?
    /// Whether things stand on zero, so that an axis that ends there leaves no gap below them.
    public var standsOnZero = false

    /// Grows to a value.
    mutating func include(_ value: Double) {
      guard value.isFinite else { return }
      range = min(range?.lowerBound ?? value, value)...max(range?.upperBound ?? value, value)
      if value > 0 { smallestPositive = min(smallestPositive ?? value, value) }
    }

    /// Cuts off what lies outside a range.
    mutating func clamp(to limits: ClosedRange<Double>) {
      guard let own = range else { return }
      let (low, high) = (limits.lowerBound, limits.upperBound)
      range = min(max(own.lowerBound, low), high)...max(min(own.upperBound, high), low)
      smallestPositive = smallestPositive.map { min(max($0, low), high) }
    }

    /// Grows to another span.
    mutating func include(_ other: Span) {
      if let low = other.range?.lowerBound { include(low) }
      if let high = other.range?.upperBound { include(high) }
      if let low = other.smallestPositive { include(low) }
      standsOnZero = standsOnZero || other.standsOnZero
    }
  }

  /// Values of x.
  public internal(set) var x = Span()
  /// Values of y.
  public internal(set) var y = Span()

  /// Nothing.
  public static let none = Extent()

  /// Nothing yet.
  public init() {}

  /// All of some points.
  public init(_ points: some Sequence<Point>) { for p in points { include(p) } }

  /// Grows to a point.
  public mutating func include(_ p: Point) {
    x.include(p.x)
    y.include(p.y)
  }

  /// Grows to a value of y alone.
  public mutating func include(y value: Double) { y.include(value) }

  /// Grows to another extent.
  public mutating func include(_ other: Extent) {
    x.include(other.x)
    y.include(other.y)
  }
}
