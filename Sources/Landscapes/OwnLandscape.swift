import Tensors

extension Landscape {
  /// A landscape of one's own, from its height and, where it is known, its gradient.
  ///
  /// Without a gradient, slopes are central differences of heights, good to about eight digits; curvature is always made of
  /// differences of slopes.
  ///
  /// - Parameters:
  ///   - name: What figures and records call it.
  ///   - formula: The definition, as inline math; empty for none.
  ///   - minima: Every point where it is lowest, and how low; empty where nobody knows.
  ///   - view: The part that shows what matters.
  ///   - start: A point from which a walk is worth watching.
  ///   - gradient: The direction of steepest ascent at (x, y), as long as it is steep; nil where it is to be measured.
  ///   - height: The height at (x, y).
  public init(
    _ name: String, formula: String = "", minima: [Minimum] = [], view: Window, start: Vector2,
    gradient: (@Sendable (Double, Double) -> Vector2)? = nil, height: @escaping @Sendable (Double, Double) -> Double
  ) {
    let measured = MeasuredFormula(height: height, gradient: gradient)
    self.init(name, name, formula, minima, view: view, start: start, measured)
  }
}

/// A height without derivatives, or without second ones: they are measured.
private struct MeasuredFormula: Formula {
  let height: @Sendable (Double, Double) -> Double
  let gradient: (@Sendable (Double, Double) -> Vector2)?

  /// Half a step between two heights: the cube root of the smallest difference of numbers near 1, where rounding and curvature
  /// spoil a central difference equally little.
  private static let step = 6.055454452393343e-6
  private static func step(at place: Double) -> Double { step * Swift.max(1, abs(place)) }

  func slope(_ x: Double, _ y: Double) -> Slope {
    let own = gradient?(x, y) ?? Vector2(change(x, y, along: Vector2(1, 0)), change(x, y, along: Vector2(0, 1)))
    return Slope(value: height(x, y), dx: own.x, dy: own.y)
  }

  private func change(_ x: Double, _ y: Double, along axis: Vector2) -> Double {
    let half = Self.step(at: axis.x * x + axis.y * y)
    let (right, left) = (height(x + half * axis.x, y + half * axis.y), height(x - half * axis.x, y - half * axis.y))
    return (right - left) / (2 * half)
  }

  func hessian(_ x: Double, _ y: Double) -> Hessian {
    // Slopes that are differences themselves are rougher: a wider step.
    let width = gradient == nil ? 30.0 : 1
    let (a, b) = (width * Self.step(at: x), width * Self.step(at: y))
    let (right, left) = (slope(x + a, y), slope(x - a, y))
    let (up, down) = (slope(x, y + b), slope(x, y - b))
    let (xx, yy) = ((right.dx - left.dx) / (2 * a), (up.dy - down.dy) / (2 * b))
    let (xy, yx) = ((right.dy - left.dy) / (2 * a), (up.dx - down.dx) / (2 * b))
    return Hessian(xx: xx, xy: (xy + yx) / 2, yy: yy)
  }
}
