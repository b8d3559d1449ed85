/// How often standardising makes the condition number of a random covariance worse.
public enum Standardising {
  /// How features are drawn.
  public enum Way: Int, Sendable, CaseIterable {
    /// A covariance with eigenvalues log-uniform over two decades, axes of any direction.
    case spectrum
    /// As many samples as dimensions, of independent standard normals (Wishart).
    case samples
    /// The same, and each feature in a unit of its own, log-normal with σ = 1.
    case units

    /// What is random, in a few words.
    public var name: Phrase {
      switch self {
      case .spectrum: Phrase("random eigenvalues", zh: "特征值随机")
      case .samples: Phrase("few samples", zh: "样本少")
      case .units: Phrase("random units", zh: "单位随机")
      }
    }
  }

  /// The dimensions tried.
  public static let dimensions = [2, 3, 5, 10]

  /// How often standardising raises the condition number: for each way, in each dimension.
  ///
  /// The numbers hang on the seed, not on how many processors there are.
  public static func shares(_ ways: [Way] = Way.allCases, draws: Int, seed: Int) -> [[Proportion]] {
    let cells = ways.flatMap { way in dimensions.indices.map { (way: way, place: $0) } }
    let results = cells.concurrentMap { way, place in
      let stream = UInt64(way.rawValue * dimensions.count + place)
      return share(draws: draws, stream: UInt64(seed) << 8 + stream) { features(way, dimensions[place], using: &$0) }
    }
    return ways.map { way in zip(cells, results).filter { $0.0.way == way }.map(\.1) }
  }

  /// How often it does for samples of independent standard normals, at least as many as features.
  public static func share(ofSamples samples: Int, size: Int, draws: Int, seed: Int) -> Proportion {
    share(draws: draws, stream: UInt64(seed) << 8 + UInt64(128 + samples)) { $0.normal(shape: [samples, size]) }
  }

  private static func share(draws: Int, stream: UInt64, _ features: (inout SeededGenerator) -> Tensor) -> Proportion {
    var generator = SeededGenerator(seed: stream)
    let worse = (0..<draws).count { _ in
      let features = features(&generator)
      let lengths = (features * features).sum(along: [0], keepingRank: true).squareRoot()
      // The covariance's condition number is the square of its features'.
      let (raw, even) = (condition(features), condition(features / lengths))
      return even * even > raw * raw * (1 + 1e-9)
    }
    return Proportion(worse, of: draws)
  }

  private static func condition(_ features: Tensor) -> Double { (try? features.conditionNumber()) ?? .nan }

  /// Features, a column each: XᵀX is the covariance.
  private static func features(_ way: Way, _ size: Int, using generator: inout SeededGenerator) -> Tensor {
    let normals = generator.normal(shape: [size, size])
    switch way {
    case .samples: return normals
    case .units: return normals / generator.normal(shape: [1, size]).map { exp($0) }
    case .spectrum:
      let axes = normals.transposed().qrFactors().q.transposed()
      let sizes = (0..<size).map { _ in exp(0.5 * log(100) * generator.uniform()) }
      return axes * Tensor(sizes, shape: [size, 1])
    }
  }
}
