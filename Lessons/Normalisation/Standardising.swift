import LessonKit

/// How often standardising makes the condition number of a random covariance worse: some ways to draw one, by dimension.
struct Standardising: Sendable {
  /// How a covariance is drawn.
  enum Way: Int, Sendable, CaseIterable {
    /// Eigenvalues log-uniform over two decades, axes of any direction.
    case spectrum
    /// As many samples as dimensions, of independent standard normals (Wishart).
    case samples
    /// The same, and each feature in a unit of its own, log-normal with σ = 1.
    case units
  }

  /// What came of many draws in one dimension.
  struct Share: Sendable {
    /// How many covariances.
    var draws = 0
    /// How many of them got a larger condition number.
    var worse = 0
    /// The largest factor by which it grew; below 1 if it always fell.
    var worst = 0.0

    /// The share that got worse.
    var share: Double { Double(worse) / Double(draws) }

    /// About which the true share lies with a chance of 95 % (E. Wilson, 1927).
    var interval: ClosedRange<Double> {
      let (n, z) = (Double(draws), 1.96)
      let middle = (share + z * z / (2 * n)) / (1 + z * z / n)
      let variance = share * (1 - share) / n + z * z / (4 * n * n)
      let half = z * variance.squareRoot() / (1 + z * z / n)
      return max(0, middle - half)...(middle + half)
    }
  }

  /// The dimensions tried.
  static let dimensions = [2, 3, 5, 10]

  /// Covariances drawn for each way and dimension.
  let draws: Int
  /// Results by way, one a dimension.
  let shares: [[Share]]

  /// Draws; the numbers hang on the seed, not on how many processors there are.
  init(draws: Int, seed: Int) {
    self.draws = draws
    let cells = Way.allCases.flatMap { way in
      Self.dimensions.map { (way: way, size: $0) }
    }
    let results = cells.indices.map { $0 }.concurrentMap { index in
      let stream = UInt64(seed) << 8 + UInt64(index)
      return Self.measure(cells[index].way, cells[index].size, draws: draws, stream: stream)
    }
    shares = Way.allCases.map { way in
      results.indices.filter { cells[$0].way == way }.map { results[$0] }
    }
  }

  /// Whether no covariance got worse.
  var isAlwaysRounder: Bool { shares.joined().allSatisfy { $0.worse == 0 } }

  /// The result of a way in a dimension.
  func share(_ way: Way, _ size: Int) -> Share {
    guard let place = Self.dimensions.firstIndex(of: size) else {
      preconditionFailure("dimension \(size) is none of \(Self.dimensions)")
    }
    return shares[way.rawValue][place]
  }

  private static func measure(_ way: Way, _ size: Int, draws: Int, stream: UInt64) -> Share {
    measure(draws: draws, stream: stream) { draw(way, size, using: &$0) }
  }

  private static func measure(
    draws: Int, stream: UInt64, _ draw: (inout SeededGenerator) -> Covariance
  ) -> Share {
    var generator = SeededGenerator(seed: stream)
    var result = Share()
    for _ in 0..<draws {
      let matrix = draw(&generator)
      let factor = matrix.standardised.conditionNumber / matrix.conditionNumber
      result.draws += 1
      if factor > 1 + 1e-9 { result.worse += 1 }
      result.worst = max(result.worst, factor)
    }
    return result
  }

  /// The result for covariances of a number of samples of independent standard normals, at least as many as features.
  static func share(ofSamples samples: Int, size: Int, draws: Int, seed: Int) -> Share {
    measure(draws: draws, stream: UInt64(seed) << 8 + UInt64(128 + samples)) { generator in
      product(generator.normal(shape: [samples, size]).elements, size)
    }
  }

  /// One covariance.
  static func draw(
    _ way: Way, _ size: Int, using generator: inout SeededGenerator
  ) -> Covariance {
    let normals = generator.normal(shape: [size, size]).elements
    switch way {
    case .samples: return product(normals, size)
    case .units:
      let units = generator.normal(shape: [size]).map { exp($0) }.elements
      return product(normals, size).divided(by: units)
    case .spectrum:
      var axes = orthonormal(normals, size)
      for row in 0..<size {
        let value = exp(0.5 * log(100) * generator.uniform())
        for column in 0..<size { axes[row * size + column] *= value }
      }
      return product(axes, size)
    }
  }

  /// XᵀX for samples X, row by row.
  private static func product(_ x: [Double], _ size: Int) -> Covariance {
    var sums = [Double](repeating: 0, count: size * size)
    for sample in 0..<(x.count / size) {
      for i in 0..<size {
        for j in 0..<size { sums[i * size + j] += x[sample * size + i] * x[sample * size + j] }
      }
    }
    return Covariance(size, sums)
  }

  /// Rows made orthonormal one after the other (Gram and Schmidt, twice): of normal numbers, uniform over all rotations.
  private static func orthonormal(_ rows: [Double], _ size: Int) -> [Double] {
    var rows = rows
    for i in 0..<size {
      for _ in 0..<2 {
        for j in 0..<i {
          let along = (0..<size).reduce(0) { $0 + rows[i * size + $1] * rows[j * size + $1] }
          for k in 0..<size { rows[i * size + k] -= along * rows[j * size + k] }
        }
      }
      let square = (0..<size).reduce(0) { $0 + rows[i * size + $1] * rows[i * size + $1] }
      for k in 0..<size { rows[i * size + k] /= square.squareRoot() }
    }
    return rows
  }
}
