/// The mean square error of a straight line over given points: a bowl that five means describe in full.
public struct LineError: Sendable, Hashable {
  private let meanX: Double, meanY: Double
  private let meanXX: Double, meanXY: Double, meanYY: Double

  /// The error over a data set of one input and one number each.
  public init(_ data: Dataset) {
    let (xs, ys) = (data.inputs.elements, data.numbers.elements)
    require(!xs.isEmpty && xs.count == ys.count, "a line through \(xs.count) inputs, \(ys.count) numbers")
    let count = Double(xs.count)
    func mean(_ value: (Double, Double) -> Double) -> Double {
      zip(xs, ys).reduce(0) { $0 + value($1.0, $1.1) } / count
    }
    (meanX, meanY) = (mean { x, _ in x }, mean { _, y in y })
    (meanXX, meanXY) = (mean { x, _ in x * x }, mean { x, y in x * y })
    meanYY = mean { _, y in y * y }
  }

  /// The error of slope·x + intercept.
  public func value(slope: Double, intercept: Double) -> Double {
    let squares = slope * slope * meanXX + intercept * intercept + meanYY
    let products = slope * intercept * meanX - slope * meanXY - intercept * meanY
    return squares + 2 * products
  }

  /// How the error changes with the slope and with the intercept.
  public func gradient(slope: Double, intercept: Double) -> (slope: Double, intercept: Double) {
    let bySlope = slope * meanXX + intercept * meanX - meanXY
    let byIntercept = slope * meanX + intercept - meanY
    return (2 * bySlope, 2 * byIntercept)
  }

  /// The line of the least error; level where all x are equal.
  public var best: (slope: Double, intercept: Double) {
    let spread = meanXX - meanX * meanX
    let slope = spread > 0 ? (meanXY - meanX * meanY) / spread : 0
    return (slope, meanY - slope * meanX)
  }

  /// The least error of any straight line.
  public var least: Double { value(slope: best.slope, intercept: best.intercept) }
}
