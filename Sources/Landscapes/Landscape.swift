/// A function of two parameters to walk on: heights, gradients, curvature, and where its floor is.
public struct Landscape: Sendable {
  /// What a user calls it: `rosenbrock`, `three-hump-camel`.
  public let name: String
  /// What a figure calls it: "Rosenbrock".
  public let displayName: String
  /// The definition, as inline math: `$f(x,y)=x^2+y^2$`.
  public let formula: String
  /// Every point where it is lowest, and how low; empty where nobody knows.
  public let minima: [Minimum]
  /// The part that shows what matters.
  public let view: Window
  /// A point from which a walk is worth watching.
  public let start: Vector2

  /// A point where a landscape is lowest.
  public struct Minimum: Sendable, Hashable {
    /// Where.
    public let point: Vector2
    /// How low.
    public let value: Double

    /// A minimum at (x, y).
    public init(at x: Double, _ y: Double, value: Double) { (point, self.value) = (Vector2(x, y), value) }
  }

  let kernel: Kernel

  /// A landscape of one's own, from its height with gradient, and its second derivatives.
  public init(
    name: String, displayName: String, formula: String, minima: [Minimum] = [], view: Window, start: Vector2,
    slope: @escaping @Sendable (Double, Double) -> Slope, hessian: @escaping @Sendable (Double, Double) -> Hessian
  ) {
    self.init(
      name, displayName, formula, minima, view: view, start: start, ClosureFormula(slope: slope, hessian: hessian))
  }

  init(
    _ name: String, _ displayName: String, _ formula: String, _ minima: [Minimum], view: Window, start: Vector2,
    _ function: some Formula
  ) {
    (self.name, self.displayName, self.formula) = (name, displayName, formula)
    (self.minima, self.view, self.start) = (minima, view, start)
    kernel = Kernel(function)
  }

  /// The first of the known minima; asking a landscape without one is a mistake.
  public var minimum: Minimum {
    guard let first = minima.first else { fatalError("\(name) has no known minimum") }
    return first
  }

  /// The height at a point.
  public func value(at point: Vector2) -> Double { kernel.value(point.x, point.y) }

  /// The height and the gradient at a point.
  public func slope(at point: Vector2) -> Slope { kernel.slope(point.x, point.y) }

  /// The direction of steepest ascent at a point, as long as it is steep.
  public func gradient(at point: Vector2) -> Vector2 { slope(at: point).gradient }

  /// The second derivatives at a point.
  public func hessian(at point: Vector2) -> Hessian { kernel.hessian(point.x, point.y) }

  /// How far from the nearest known minimum a point is; NaN where none is known.
  public func distanceToMinimum(from point: Vector2) -> Double {
    var least = Double.nan
    for minimum in minima {
      let distance = point.distance(to: minimum.point)
      least = distance < least || least.isNaN ? distance : least
    }
    return least
  }

  /// Beyond this many units along either axis a walk from a start counts as lost.
  ///
  /// A million, and a million times as far out as the view's edge or the start itself: leaving a small view is not being lost.
  public func horizon(from start: Vector2) -> Double {
    let bounds = [view.x.lowerBound, view.x.upperBound, view.y.lowerBound, view.y.upperBound]
    let farthest = (bounds + [start.x, start.y]).map(abs).max() ?? 1
    return 1e6 * max(1, farthest)
  }
}
