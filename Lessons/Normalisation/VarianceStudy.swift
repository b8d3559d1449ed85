import LessonKit

/// How far the variance that a normalisation estimates lies from the true one: by Monte Carlo, over maps of 16 × 16 values.
///
/// The error is the standard deviation of the unbiased estimates over their mean. Batch norm takes one channel of all
/// samples, group norm eight channels of one sample, layer norm all sixteen.
struct VarianceStudy: Sendable {
  /// What the values of a map are like.
  enum Values: Int, Sendable, CaseIterable {
    /// Independent normal numbers: what the law asks for.
    case independent
    /// The same, smeared over about a pixel, as neighbours of an image are.
    case correlated
    /// Independent normal numbers after ReLU.
    case rectified
  }

  /// An error as measured on several seeds.
  struct Spread: Sendable {
    let median: Double
    let range: ClosedRange<Double>

    init(_ errors: [Double]) {
      median = errors.median()
      range = (errors.min() ?? .nan)...(errors.max() ?? .nan)
    }
  }

  /// What was measured for one kind of values.
  struct Errors: Sendable {
    /// Batch norm's, a batch size each.
    let batch: [Spread]
    let group: Spread
    let layer: Spread
  }

  static let side = 16
  static let mapCount = side * side
  static let groupChannels = 8
  static let channels = 16
  static let batchSizes = [1, 2, 4, 8, 16]

  /// By kind of values.
  let errors: [Errors]
  let seeds: Int
  /// How many maps each seed draws for batch norm, and again for group and layer norm.
  let maps: Int

  init(seed: Int, seeds: Int, maps: Int) {
    (self.seeds, self.maps) = (seeds, maps)
    let measured = (0..<seeds).concurrentMap { index in
      Self.measure(seed: UInt64(seed) &* 1_000_003 &+ UInt64(index), maps: maps)
    }
    errors = Values.allCases.map { kind in
      func spread(_ index: Int) -> Spread { Spread(measured.map { $0[kind.rawValue][index] }) }
      let last = Self.batchSizes.count
      return Errors(
        batch: (0..<last).map(spread), group: spread(last), layer: spread(last + 1))
    }
  }

  /// The law for independent normal values: √(2/(n − 1)).
  static func law(_ count: Int) -> Double { (2 / Double(count - 1)).squareRoot() }

  /// Batch norm's error at a batch size that was measured.
  func batch(_ kind: Values, _ size: Int) -> Spread {
    guard let index = Self.batchSizes.firstIndex(of: size) else {
      preconditionFailure("no batch of \(size) was measured")
    }
    return errors[kind.rawValue].batch[index]
  }
  func group(_ kind: Values) -> Spread { errors[kind.rawValue].group }
  func layer(_ kind: Values) -> Spread { errors[kind.rawValue].layer }

  /// The errors of one seed by kind of values, all from the same noise: batch norm's by size, then group norm's and layer
  /// norm's, on maps of their own.
  private static func measure(seed: UInt64, maps: Int) -> [[Double]] {
    var stream = SeededGenerator(seed: seed)
    var pools = [[[SIMD2<Double>]]](repeating: [[], []], count: Values.allCases.count)
    for part in 0..<2 {
      for _ in 0..<maps {
        let noise = noise(using: &stream)
        for kind in Values.allCases { pools[kind.rawValue][part].append(sums(kind, of: noise)) }
      }
    }
    return pools.map { pool in
      batchSizes.map { error(pool[0], group: $0) }
        + [groupChannels, channels].map { error(pool[1], group: $0) }
    }
  }

  /// A map of independent normal numbers, two from each radius and angle (G. Box and M. Muller, 1958).
  private static func noise(using stream: inout SeededGenerator) -> [Double] {
    var map: [Double] = []
    map.reserveCapacity(mapCount)
    while map.count < mapCount {
      let radius = (-2 * log1p(-stream.uniform())).squareRoot()
      let angle = 2 * .pi * stream.uniform()
      map.append(radius * cos(angle))
      map.append(radius * sin(angle))
    }
    return map
  }

  /// Sum and sum of squares of a map of one kind made from noise.
  private static func sums(_ kind: Values, of noise: [Double]) -> SIMD2<Double> {
    let values = kind == .correlated ? smeared(noise) : noise
    var (sum, squares) = (0.0, 0.0)
    for value in values {
      let value = kind == .rectified ? max(0, value) : value
      sum += value
      squares += value * value
    }
    return SIMD2(sum, squares)
  }

  /// The spread of the variances of so many maps together, over their mean.
  private static func error(_ pool: [SIMD2<Double>], group: Int) -> Double {
    let count = Double(group * mapCount)
    let variances = stride(from: 0, through: pool.count - group, by: group).map { start in
      let total = pool[start..<(start + group)].reduce(SIMD2(0, 0), +)
      return (total.y - total.x * total.x / count) / (count - 1)
    }
    let mean = variances.reduce(0, +) / Double(variances.count)
    let squares = variances.map { ($0 - mean) * ($0 - mean) }.reduce(0, +)
    return (squares / Double(variances.count - 1)).squareRoot() / mean
  }

  /// Weights of a normal curve of deviation 1 pixel, out to four.
  private static let kernel: [Double] = {
    let weights = (-4...4).map { exp(-0.5 * Double($0 * $0)) }
    let sum = weights.reduce(0, +)
    return weights.map { $0 / sum }
  }()

  /// A map smeared by the normal curve along rows, then along columns, its edges joined, so that no pixel is special.
  private static func smeared(_ map: [Double]) -> [Double] {
    smearedRows(smearedRows(map))
  }

  /// Every row smeared, and the map turned.
  private static func smearedRows(_ map: [Double]) -> [Double] {
    var result = [Double](repeating: 0, count: map.count)
    for row in 0..<side {
      for column in 0..<side {
        var sum = 0.0
        for (k, weight) in kernel.enumerated() {
          sum += weight * map[row * side + (column + k - 4) & (side - 1)]
        }
        result[column * side + row] = sum
      }
    }
    return result
  }
}
