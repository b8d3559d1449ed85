/// Cross-validation under many shuffles of the same points.
public struct ShuffledFolds: Sendable {
  /// The degrees.
  public let degrees: [Int]
  /// By shuffle: the mean error of each degree.
  public let means: [[Double]]
  /// By shuffle: the degree of the least error.
  public let best: [Int]
  /// By shuffle: the lowest degree within one standard error of the least.
  public let simplest: [Int]

  /// Errors under so many shuffles, drawn by the seeds from one on.
  public init(_ errors: HeldOutErrors, points: Int, folds: Int, shuffles: Int, from first: Int) throws {
    let runs = Array(first..<first + shuffles).concurrentMap { seed in
      Result { try errors.byFold(HeldOutErrors.shuffled(points, folds: folds, seed: seed)) }
    }
    let all = try runs.map { try $0.get() }
    degrees = errors.degrees
    means = all.map { $0.map(\.mean) }
    (best, simplest) = (all.map(errors.best), all.map(errors.simplest))
  }

  /// A degree's errors under all shuffles.
  public func errors(_ degree: Int) -> [Double] {
    guard let index = degrees.firstIndex(of: degree) else { fatalError("degree \(degree) was not tried") }
    return means.map { $0[index] }
  }

  /// Under how many shuffles a degree has the least error.
  public func wins(_ degree: Int) -> Int { best.count { $0 == degree } }

  /// The share of shuffles under which a degree has the least error.
  public func share(_ degree: Int) -> Double { Double(wins(degree)) / Double(best.count) }
}
