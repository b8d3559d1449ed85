/// What a landscape computes at a point; loops over many points are made from it, specialised.
protocol Formula: Sendable {
  /// The height.
  func value(_ x: Double, _ y: Double) -> Double
  /// The height and the gradient.
  func slope(_ x: Double, _ y: Double) -> Slope
  /// The second derivatives.
  func hessian(_ x: Double, _ y: Double) -> Hessian
  /// Whether it is a function of x plus a function of y, to the last bit of its gradient.
  static var isSum: Bool { get }
}

extension Formula {
  /// Not known to be.
  static var isSum: Bool { false }

  /// The height, as the slope has it: what is not asked for drops out when it is inlined.
  @inline(__always) func value(_ x: Double, _ y: Double) -> Double { slope(x, y).value }
}

/// A formula that is given as closures.
struct ClosureFormula: Formula {
  let slope: @Sendable (Double, Double) -> Slope
  let hessian: @Sendable (Double, Double) -> Hessian

  func slope(_ x: Double, _ y: Double) -> Slope { slope(x, y) }
  func hessian(_ x: Double, _ y: Double) -> Hessian { hessian(x, y) }
}
