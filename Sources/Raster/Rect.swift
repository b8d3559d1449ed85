/// An axis-parallel rectangle. `Rect.null` is empty and is the neutral element of `union`.
public struct Rect: Sendable, Hashable {
  /// Left edge.
  public var minX: Double
  /// Upper edge.
  public var minY: Double
  /// Right edge.
  public var maxX: Double
  /// Lower edge.
  public var maxY: Double

  /// The rectangle between two corners; the smaller coordinates come first.
  @inlinable public init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
    self.minX = minX
    self.minY = minY
    self.maxX = maxX
    self.maxY = maxY
  }

  /// The rectangle with a corner and a size.
  @inlinable public init(x: Double, y: Double, width: Double, height: Double) {
    self.init(minX: x, minY: y, maxX: x + width, maxY: y + height)
  }

  /// The rectangle that contains nothing.
  public static let null = Rect(minX: .infinity, minY: .infinity, maxX: -.infinity, maxY: -.infinity)

  /// Horizontal extent, 0 when empty.
  @inlinable public var width: Double { max(0, maxX - minX) }
  /// Vertical extent, 0 when empty.
  @inlinable public var height: Double { max(0, maxY - minY) }
  /// Whether it contains no point.
  @inlinable public var isNull: Bool { !(minX <= maxX && minY <= maxY) }
  /// The middle.
  @inlinable public var center: Point { Point((minX + maxX) / 2, (minY + maxY) / 2) }
  /// The four corners, clockwise from the upper left.
  public var corners: [Point] { [Point(minX, minY), Point(maxX, minY), Point(maxX, maxY), Point(minX, maxY)] }

  /// The rectangle with each edge moved inwards (outwards if negative).
  @inlinable public func inset(by d: Double) -> Rect { inset(x: d, y: d) }

  /// The rectangle with its edges moved inwards, per direction.
  @inlinable public func inset(x dx: Double, y dy: Double) -> Rect {
    Rect(minX: minX + dx, minY: minY + dy, maxX: maxX - dx, maxY: maxY - dy)
  }

  /// The rectangle moved.
  @inlinable public func offset(by d: Point) -> Rect {
    Rect(minX: minX + d.x, minY: minY + d.y, maxX: maxX + d.x, maxY: maxY + d.y)
  }

  /// The smallest rectangle around both.
  @inlinable public func union(_ other: Rect) -> Rect {
    Rect(
      minX: min(minX, other.minX), minY: min(minY, other.minY), maxX: max(maxX, other.maxX), maxY: max(maxY, other.maxY)
    )
  }

  /// What both have in common; null when they are apart.
  @inlinable public func intersection(_ other: Rect) -> Rect {
    let common = Rect(
      minX: max(minX, other.minX), minY: max(minY, other.minY), maxX: min(maxX, other.maxX), maxY: min(maxY, other.maxY)
    )
    return common.isNull ? .null : common
  }

  /// Whether the two share more than an edge.
  @inlinable public func overlaps(_ other: Rect) -> Bool {
    minX < other.maxX && other.minX < maxX && minY < other.maxY && other.minY < maxY
  }

  /// Whether a point lies inside or on the edge.
  @inlinable public func contains(_ p: Point) -> Bool { p.x >= minX && p.x <= maxX && p.y >= minY && p.y <= maxY }

  /// Whether the whole of another rectangle lies inside.
  @inlinable public func contains(_ other: Rect) -> Bool {
    other.minX >= minX && other.maxX <= maxX && other.minY >= minY && other.maxY <= maxY
  }

  /// The rectangle grown to hold a point; a point that is not finite leaves it as it is.
  @inlinable public mutating func extend(to p: Point) {
    guard p.isFinite else { return }
    minX = min(minX, p.x)
    minY = min(minY, p.y)
    maxX = max(maxX, p.x)
    maxY = max(maxY, p.y)
  }
}
