/// How walks leave a saddle at the origin along y.
public enum SaddleEscape {
  /// A walk that begins beside a saddle at the origin, up to the first step that lies more than 1 from it along y.
  public static func walk(_ rule: Rule, on landscape: Landscape = .saddle, from start: Point, steps: Int) -> Walk {
    descend(landscape, from: Vector2(start), by: rule, steps: steps) { abs($0.y) > 1 }
  }

  /// Steps that gradient descent needs on x² − y²: y grows by the same factor each time.
  public static func closedForm(from y: Double, rate: Double) -> Double { -log(abs(y)) / log1p(2 * rate) }
}

extension Walk {
  /// The step at which it has left the saddle: |y| is above 1. Nil if it never was.
  public var stepOut: Int? { (points + [lost].compactMap { $0 }).firstIndex { abs($0.y) > 1 } }
}
