/// The loss of a linear model around its best weights for features of a covariance, and gradient descent on it.
///
/// The loss is ½·wᵀCw, so that its second derivatives are the covariance.
public struct FeatureBowl: Sendable {
  /// C.
  public let covariance: Hessian

  /// The bowl of two features with these standard deviations and this correlation.
  public init(deviations: (Double, Double), correlation: Double) {
    let (a, b) = deviations
    covariance = Hessian(xx: a * a, xy: correlation * a * b, yy: b * b)
  }

  /// The course's own features: variances 16 and 4, and the correlation that its eigenvalues need.
  public static let course = FeatureBowl(deviations: (4, 2), correlation: 0.5)

  /// The standard deviations of the features.
  public var deviations: Vector2 { Vector2(covariance.xx.squareRoot(), covariance.yy.squareRoot()) }

  /// The bowl of the standardised features.
  public var standardised: FeatureBowl {
    FeatureBowl(deviations: (1, 1), correlation: covariance.xy / (deviations.x * deviations.y))
  }

  /// The weights of the standardised features that make the same model.
  public func standardised(_ w: Vector2) -> Vector2 { Vector2(w.x * deviations.x, w.y * deviations.y) }

  /// The rate at which the slowest direction shrinks fastest: 2/(λmax + λmin).
  public var bestRate: Double {
    let (largest, smallest) = covariance.eigenvalues
    return 2 / (largest + smallest)
  }

  /// How many times as long as wide the bowl is.
  public var elongation: Double { covariance.conditionNumber.squareRoot() }

  /// What is left of the distance after a step at the best rate, from any start: (κ − 1)/(κ + 1).
  public var shrinking: Double { (covariance.conditionNumber - 1) / (covariance.conditionNumber + 1) }

  /// Steps until the distance has shrunk to a share, by the law; not whole.
  public func lawfulSteps(to share: Double) -> Double { log(share) / log(shrinking) }

  /// Gradient descent at the best rate until the distance has shrunk to a share of the start's, and a few steps on.
  public func walk(from start: Vector2, to share: Double) -> Walk {
    let steps = shrinking > 0 ? Int(min(lawfulSteps(to: share), 20_000).rounded(.up)) + 5 : 5
    return descend(.bowl(covariance), from: start, by: .sgd.with(learningRate: bestRate), steps: steps)
  }
}
