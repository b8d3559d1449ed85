/// A shape made of lines and Bézier curves, in one or more contours.
public struct Path: Sendable, Hashable {
  /// One piece of a contour.
  public enum Element: Sendable, Hashable {
    /// Begins a contour.
    case move(Point)
    /// A straight line to a point.
    case line(Point)
    /// A quadratic curve to a point, by a control point.
    case quad(Point, control: Point)
    /// A cubic curve to a point, by two control points.
    case cubic(Point, Point, Point)
    /// A straight line back to where the contour began, and the end of it.
    case close
  }

  /// The pieces in order. A cubic holds its two control points, then its end.
  public var elements: [Element] = []

  /// The empty path.
  public init() {}

  /// Whether there is nothing in it.
  public var isEmpty: Bool { elements.isEmpty }

  /// Begins a contour at a point.
  public mutating func move(to p: Point) { elements.append(.move(p)) }
  /// Adds a line.
  public mutating func line(to p: Point) { elements.append(.line(p)) }
  /// Adds a quadratic curve.
  public mutating func quad(to p: Point, control: Point) { elements.append(.quad(p, control: control)) }
  /// Adds a cubic curve.
  public mutating func cubic(to p: Point, control1: Point, control2: Point) {
    elements.append(.cubic(control1, control2, p))
  }
  /// Closes the contour.
  public mutating func close() { elements.append(.close) }
  /// Adds all contours of another path.
  public mutating func append(_ other: Path) { elements.append(contentsOf: other.elements) }

  /// Its contours, each a path of its own.
  public var contours: [Path] {
    var found: [Path] = []
    for element in elements {
      if case .move = element { found.append(Path()) }
      if found.isEmpty { found.append(Path()) }
      found[found.count - 1].elements.append(element)
    }
    return found
  }

  /// The path with every point sent through a map.
  public func transformed(by map: Transform) -> Path {
    var path = Path()
    path.elements = elements.map { element in
      switch element {
      case .move(let p): .move(map(p))
      case .line(let p): .line(map(p))
      case .quad(let p, let c): .quad(map(p), control: map(c))
      case .cubic(let c1, let c2, let p): .cubic(map(c1), map(c2), map(p))
      case .close: .close
      }
    }
    return path
  }

  /// The smallest rectangle around all end and control points; points that are not finite do not count.
  public var bounds: Rect {
    var box = Rect.null
    for element in elements {
      switch element {
      case .move(let p), .line(let p): box.extend(to: p)
      case .quad(let p, let c):
        box.extend(to: c)
        box.extend(to: p)
      case .cubic(let c1, let c2, let p):
        box.extend(to: c1)
        box.extend(to: c2)
        box.extend(to: p)
      case .close: break
      }
    }
    return box
  }
}
