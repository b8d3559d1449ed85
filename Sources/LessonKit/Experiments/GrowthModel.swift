/// What wide layers do to the norm of a gradient: σ_w·√E[f′²] a layer, the weights included.
///
/// The sums that enter a unit are normal, of a variance q that each layer changes to σ_w²·E[f²].
/// Source: S. Schoenholz et al., *Deep Information Propagation*, ICLR 2017, equations 3 and 8.
public struct GrowthModel: Sendable {
  /// The function between the layers.
  public let activation: Activation
  private let mean = GaussianMean()

  /// A model of one activation.
  public init(_ activation: Activation) { self.activation = activation }

  /// The factor of each layer from the first, for inputs of variance 1.
  public func factors(spread: Double, depth: Int) -> [Double] {
    let function = activation.function
    var (variance, factors) = (spread * spread, [Double]())
    for _ in 0..<depth {
      let deviation = min(max(variance, 1e-200), 1e200).squareRoot()
      let slope = mean.of(deviation: deviation) { function.slope($0) * function.slope($0) }
      let square = mean.of(deviation: 1) { point in
        let value = function.value(deviation * point) / deviation
        return value * value
      }
      variance = spread * spread * square * deviation * deviation
      factors.append(spread * slope.squareRoot())
      if let last = factors.dropLast().last, abs(last / factors[factors.count - 1] - 1) < 1e-9 {
        // Settled: every further layer does the same.
        factors += Array(repeating: factors[factors.count - 1], count: depth - factors.count)
        break
      }
    }
    return factors
  }

  /// The factor a layer in a stack, the geometric mean over it.
  public func factor(spread: Double, depth: Int) -> Double {
    exp(factors(spread: spread, depth: depth).map { log($0) }.mean)
  }

  /// The spread at which the factor is 1, between two others; nil where it is not.
  public func balance(depth: Int, in range: ClosedRange<Double>) -> Double? {
    var (low, high) = (range.lowerBound, range.upperBound)
    guard factor(spread: low, depth: depth) < 1, factor(spread: high, depth: depth) > 1 else { return nil }
    for _ in 0..<24 {
      let middle = (low * high).squareRoot()
      if factor(spread: middle, depth: depth) < 1 { low = middle } else { high = middle }
    }
    return (low * high).squareRoot()
  }
}
