/// a·x + b with fixed numbers.
struct Line: Elementwise {
  let factor: Double
  let offset: Double

  func value(_ x: Double) -> Double { factor * x + offset }
  func slope(_ x: Double, value y: Double) -> Double { factor }
  func curvature(_ x: Double, value y: Double) -> Double { 0 }
}

extension Variable {
  /// Every element times a number.
  public static func * (a: Variable, b: Double) -> Variable { a.mapped(by: Line(factor: b, offset: 0)) }

  /// A number times every element.
  public static func * (a: Double, b: Variable) -> Variable { b * a }

  /// Every element divided by a number.
  public static func / (a: Variable, b: Double) -> Variable { a * (1 / b) }

  /// Every element plus a number.
  public static func + (a: Variable, b: Double) -> Variable { a.mapped(by: Line(factor: 1, offset: b)) }

  /// Every element less a number.
  public static func - (a: Variable, b: Double) -> Variable { a + -b }

  /// A number less every element.
  public static func - (a: Double, b: Variable) -> Variable { b.mapped(by: Line(factor: -1, offset: a)) }

  /// Every element with its sign changed.
  public static prefix func - (a: Variable) -> Variable { a * -1 }
}
