/// A formula and the loops over it, each specialised to it where it was made.
struct Kernel: Sendable {
  typealias Source = UnsafePointer<Double>
  typealias Target = UnsafeMutablePointer<Double>

  let value: @Sendable (Double, Double) -> Double
  let slope: @Sendable (Double, Double) -> Slope
  let hessian: @Sendable (Double, Double) -> Hessian
  /// Whether it is a function of x plus a function of y.
  let isSum: Bool
  /// Values along a row: xs, y, values, count.
  let rowValues: @Sendable (Source, Double, Target, Int) -> Void
  /// Values and gradients along a row: xs, y, values, ∂f/∂x, ∂f/∂y, count.
  let rowSlopes: @Sendable (Source, Double, Target, Target, Target, Int) -> Void
  /// Values and gradients at points: xs, ys, values, ∂f/∂x, ∂f/∂y, count.
  let slopes: @Sendable (Source, Source, Target, Target, Target, Int) -> Void

  init<F: Formula>(_ formula: F) {
    isSum = F.isSum
    value = { formula.value($0, $1) }
    slope = { formula.slope($0, $1) }
    hessian = { formula.hessian($0, $1) }
    rowValues = { xs, y, values, count in for i in 0..<count { values[i] = formula.value(xs[i], y) } }
    rowSlopes = { xs, y, values, dx, dy, count in
      for i in 0..<count {
        let slope = formula.slope(xs[i], y)
        values[i] = slope.value
        dx[i] = slope.dx
        dy[i] = slope.dy
      }
    }
    slopes = { xs, ys, values, dx, dy, count in
      for i in 0..<count {
        let slope = formula.slope(xs[i], ys[i])
        values[i] = slope.value
        dx[i] = slope.dx
        dy[i] = slope.dy
      }
    }
  }
}
