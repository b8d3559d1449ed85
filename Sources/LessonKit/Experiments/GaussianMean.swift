/// Means over a normal distribution of mean 0, by the midpoint rule.
///
/// The points lie symmetrically around 0 and none on it, so that steps and bends at 0 cost nothing.
public struct GaussianMean: Sendable {
  private let points: [Double]
  private let weights: [Double]

  /// A rule of so many points from −9 to 9 deviations; an even number.
  public init(points count: Int = 1200) {
    require(count > 0 && count.isMultiple(of: 2), "a midpoint rule of \(count) points")
    let step = 18 / Double(count)
    let places = (0..<count).map { (Double($0) + 0.5) * step - 9 }
    let density = places.map { exp(-0.5 * $0 * $0) }
    let total = density.reduce(0, +)
    (points, weights) = (places, density.map { $0 / total })
  }

  /// The mean of a function where its argument has this standard deviation.
  public func of(deviation: Double, _ function: (Double) -> Double) -> Double {
    var sum = 0.0
    for (point, weight) in zip(points, weights) { sum += weight * function(deviation * point) }
    return sum
  }
}
