import LessonKit

/// The loss of a linear model around its best weights, ½·wᵀCw for features of covariance C, and descent on it.
struct Bowl: Sendable {
  /// C.
  let covariance: Covariance
  /// Distance, as a share of the start's, at which descent has arrived.
  static let reach = 1e-6

  /// The second derivatives: those of a landscape are the covariance.
  var hessian: Hessian {
    Hessian(xx: covariance[0, 0], xy: covariance[0, 1], yy: covariance[1, 1])
  }

  /// The rate at which the slowest direction shrinks fastest: 2/(λmax + λmin).
  var bestRate: Double {
    let (largest, smallest) = hessian.eigenvalues
    return 2 / (largest + smallest)
  }

  /// The largest eigenvalue over the smallest.
  var conditionNumber: Double { hessian.conditionNumber }

  /// What is left of the distance after a step at the best rate, from any start: (κ − 1)/(κ + 1).
  var shrinking: Double { (conditionNumber - 1) / (conditionNumber + 1) }

  /// Steps until the distance has shrunk to `reach`, by the law; not whole.
  var lawfulSteps: Double { log(Self.reach) / log(shrinking) }

  /// The landscape, its view a square of some reach.
  func landscape(reach: Double, start: Vector2) -> Landscape {
    let h = hessian
    return Landscape(
      name: "bowl", displayName: "Bowl", formula: "$L = w^TCw/2$",
      minima: [.init(at: 0, 0, value: 0)], view: .init(reach: reach), start: start,
      slope: { x, y in
        let (dx, dy) = (h.xx * x + h.xy * y, h.xy * x + h.yy * y)
        return Slope(value: 0.5 * (x * dx + y * dy), dx: dx, dy: dy)
      }, hessian: { _, _ in h })
  }

  /// Gradient descent at the best rate until it has arrived; at most `most` steps.
  func walk(from start: Vector2, most: Int = 20_000) -> Walk {
    let rule = Rule.sgd.with(learningRate: bestRate)
    let bound = Int(lawfulSteps.rounded(.up)) + 5
    let steps = shrinking > 0 ? min(most, bound) : 5
    let walk = descend(landscape(reach: 1, start: start), from: start, by: rule, steps: steps)
    return walk
  }

  /// The first whole step at which a walk has arrived; nil if it has not.
  static func arrival(_ walk: Walk) -> Int? {
    walk.firstStep(within: reach * walk.points[0].length, of: Vector2(0, 0))
  }
}
