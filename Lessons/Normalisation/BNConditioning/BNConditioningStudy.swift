import LessonKit

/// The loss of a linear model around its best weights for features of a covariance, and gradient descent on it.
///
/// The loss is ½·wᵀCw, so that its second derivatives are the covariance.
struct FeatureBowl: Sendable {
  /// C.
  let covariance: Hessian

  /// The bowl of two features with these standard deviations and this correlation.
  init(deviations: (Double, Double), correlation: Double) {
    let (a, b) = deviations
    covariance = Hessian(xx: a * a, xy: correlation * a * b, yy: b * b)
  }

  /// The course's own features: variances 16 and 4, and the correlation that its eigenvalues need.
  static let course = FeatureBowl(deviations: (4, 2), correlation: 0.5)

  /// The standard deviations of the features.
  var deviations: Vector2 { Vector2(covariance.xx.squareRoot(), covariance.yy.squareRoot()) }

  /// The bowl of the standardised features.
  var standardised: FeatureBowl {
    FeatureBowl(deviations: (1, 1), correlation: covariance.xy / (deviations.x * deviations.y))
  }

  /// The weights of the standardised features that make the same model.
  func standardised(_ w: Vector2) -> Vector2 { Vector2(w.x * deviations.x, w.y * deviations.y) }

  /// The rate at which the slowest direction shrinks fastest: 2/(λmax + λmin).
  var bestRate: Double {
    let (largest, smallest) = covariance.eigenvalues
    return 2 / (largest + smallest)
  }

  /// How many times as long as wide the bowl is.
  var elongation: Double { covariance.conditionNumber.squareRoot() }

  /// What is left of the distance after a step at the best rate, from any start: (κ − 1)/(κ + 1).
  var shrinking: Double { (covariance.conditionNumber - 1) / (covariance.conditionNumber + 1) }

  /// Steps until the distance has shrunk to a share, by the law; not whole.
  func lawfulSteps(to share: Double) -> Double { log(share) / log(shrinking) }

  /// Gradient descent at the best rate until the distance has shrunk to a share of the start's, and a few steps on.
  func walk(from start: Vector2, to share: Double) -> Walk {
    let steps = shrinking > 0 ? Int(min(lawfulSteps(to: share), 20_000).rounded(.up)) + 5 : 5
    return descend(.bowl(covariance), from: start, by: .sgd.with(learningRate: bestRate), steps: steps)
  }
}

/// How often standardising makes the condition number of a random covariance worse.
enum Standardising {
  /// How features are drawn.
  enum Way: Int, Sendable, CaseIterable {
    /// A covariance with eigenvalues log-uniform over two decades, axes of any direction.
    case spectrum
    /// As many samples as dimensions, of independent standard normals (Wishart).
    case samples
    /// The same, and each feature in a unit of its own, log-normal with σ = 1.
    case units
  }

  /// The dimensions tried.
  static let dimensions = [2, 3, 5, 10]

  /// How often standardising raises the condition number: for each way, in each dimension.
  ///
  /// The numbers hang on the seed, not on how many processors there are.
  static func shares(_ ways: [Way] = Way.allCases, draws: Int, seed: Int) -> [[Proportion]] {
    let cells = ways.flatMap { way in dimensions.indices.map { (way: way, place: $0) } }
    let results = cells.concurrentMap { way, place in
      let stream = UInt64(way.rawValue * dimensions.count + place)
      return share(draws: draws, stream: UInt64(seed) << 8 + stream) { features(way, dimensions[place], using: &$0) }
    }
    return ways.map { way in zip(cells, results).filter { $0.0.way == way }.map(\.1) }
  }

  /// How often it does for samples of independent standard normals, at least as many as features.
  static func share(ofSamples samples: Int, size: Int, draws: Int, seed: Int) -> Proportion {
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
