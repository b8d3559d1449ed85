/// A straight line fitted where the inputs were, and used where they are now: as it is, and with every point weighted by how
/// much more frequent its place has become.
///
/// The curve behind the points is sin(πx)/(πx). Source: H. Shimodaira, J. Stat. Plan. Inference 90, 2000.
public struct ShiftedInputs: Sendable {
  /// How inputs are spread.
  public struct Normal: Sendable, Hashable {
    /// The mean and the standard deviation.
    public var mean: Double, deviation: Double

    /// A normal distribution.
    public init(mean: Double, deviation: Double) { (self.mean, self.deviation) = (mean, deviation) }

    /// How dense inputs are at a place.
    public func density(_ x: Double) -> Double { exp(logDensity(x)) }

    func logDensity(_ x: Double) -> Double {
      let z = (x - mean) / deviation
      return -0.5 * z * z - log(deviation * (2 * .pi).squareRoot())
    }

    /// The density as a hill that stands at a height: a polygon over four deviations on both sides, `rise` for each unit.
    public func hill(from base: Double, rise: Double) -> [Point] {
      (mean - 4 * deviation...mean + 4 * deviation).evenlySpaced(count: 161).map {
        Point($0, base + rise * density($0))
      }
    }
  }

  /// A straight line.
  public struct Fit: Sendable, Hashable {
    /// The slope, and the height at 0.
    public let slope: Double, height: Double

    /// The line that makes the weighted mean of squared distances least; level where all the weight is at one place.
    public init(_ points: [Point], weights: [Double]) {
      let whole = weights.reduce(0, +)
      func mean(_ value: (Point) -> Double) -> Double {
        zip(points, weights).reduce(0) { $0 + $1.1 * value($1.0) } / whole
      }
      let (x, y) = (mean(\.x), mean(\.y))
      let spread = mean { ($0.x - x) * ($0.x - x) }
      slope = spread > 1e-12 ? mean { ($0.x - x) * ($0.y - y) } / spread : 0
      height = y - slope * x
    }

    /// The line's height at a place.
    public func callAsFunction(_ x: Double) -> Double { slope * x + height }

    /// The mean of squares of its distances from some points.
    public func error(_ points: [Point]) -> Double { points.map { (self($0.x) - $0.y) * (self($0.x) - $0.y) }.mean }
  }

  /// How the inputs were spread.
  public static let old = Normal(mean: 1, deviation: 0.5)
  /// The standard deviation of the noise on every point.
  public static let noise = 0.1

  /// How the inputs are spread now.
  public let new: Normal
  /// Points as they were, which the lines are fitted to.
  public let oldPoints: [Point]
  /// Points as they are now.
  public let newPoints: [Point]
  /// The line that weighs all points alike.
  public let plain: Fit
  /// The line that weighs points by the ratio of both densities.
  public let weighted: Fit
  /// How much each old point counts for that line, the most as 1.
  public let weights: [Double]
  /// How many points of equal weight the weights are worth.
  public let worth: Double

  /// Draws points where inputs were and where they are now; the new ones lie `drop` below the curve that the old ones had, 0 where only the inputs shift.
  public init(new: Normal, old spread: Normal = Self.old, count: Int, drop: Double = 0, seed: Int) {
    require(count >= 2, "a line through \(count) points")
    var random = SeededGenerator(seed: UInt64(bitPattern: Int64(seed)))
    func points(_ spread: Normal, drop: Double) -> [Point] {
      let normals = random.normal(shape: [count, 2])
      return (0..<count).map { row in
        let x = spread.mean + spread.deviation * normals[row, 0]
        return Point(x, Self.truth(x) - drop + Self.noise * normals[row, 1])
      }
    }
    self.new = new
    let old = points(spread, drop: 0)
    (oldPoints, newPoints) = (old, points(new, drop: drop))
    let logs = old.map { new.logDensity($0.x) - spread.logDensity($0.x) }
    let most = logs.max() ?? 0
    let weights = logs.map { exp($0 - most) }
    let (sum, squares) = (weights.reduce(0, +), weights.reduce(0) { $0 + $1 * $1 })
    worth = sum * sum / squares
    plain = Fit(old, weights: old.map { _ in 1 })
    weighted = Fit(old, weights: weights)
    self.weights = weights
  }

  /// The curve behind the points.
  public static func truth(_ x: Double) -> Double { abs(x) < 1e-9 ? 1 : sin(.pi * x) / (.pi * x) }
}
