/// What choosing the simplest degree within one standard error of the best brings, over many sets of points.
public struct SimplestAmongEquals: Sendable {
  /// For each set, the mean square distance from the curve of the degree with the least cross-validation error.
  public let best: [Double]
  /// The same of the simplest degree within one standard error of it.
  public let simplest: [Double]

  /// Draws so many sets of 30 points with a noise and chooses among degrees 1 to 10 by ten shuffled folds.
  public init(sets: Int, noise: Double, from first: Int) throws {
    let places = (0..<400).map { (Double($0) + 0.5) / 400 }
    let curve = places.map(CosineSamples.truth)
    let errors = try (first..<first + sets).map { seed in
      let samples = CosineSamples(seed: seed, noise: noise)
      let held = HeldOutErrors(xs: samples.xs, ys: samples.ys, degrees: Array(1...10))
      let folds = try held.byFold(HeldOutErrors.shuffled(30, folds: 10, seed: seed))
      return try [held.best(folds), held.simplest(folds)].map {
        try samples.fit($0).meanSquareError(xs: places, ys: curve)
      }
    }
    (best, simplest) = (errors.map { $0[0] }, errors.map { $0[1] })
  }
}
