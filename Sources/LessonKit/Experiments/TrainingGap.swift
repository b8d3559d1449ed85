/// How well the fits of a degree do on the points that they are fitted to, and how much worse on points held out.
///
/// What points alone tell of bias and variance, which nothing but the true curve would part: a model that is too simple has a
/// large error on its own points, one that is too flexible a large gap.
public struct TrainingGap: Sendable {
  /// The polynomial's degree.
  public let degree: Int
  /// The mean square error on the points fitted to.
  public let training: Double
  /// The mean square error on the points held out.
  public let heldOut: Double
  /// How much larger the error is on points held out; 0 where it is not.
  public var gap: Double { max(heldOut - training, 0) }

  /// The errors of each degree, means over so many folds under shuffles by the seeds from one on.
  public static func all(_ errors: HeldOutErrors, points: Int, folds: Int, shuffles: Int, from first: Int) throws
    -> [TrainingGap]
  {
    let runs = Array(first..<first + shuffles).concurrentMap { seed in
      Result { try errors.ownAndHeldOut(HeldOutErrors.shuffled(points, folds: folds, seed: seed)) }
    }
    let all = try runs.map { try $0.get() }
    return errors.degrees.indices.map { index in
      TrainingGap(
        degree: errors.degrees[index], training: all.map { $0[index].own }.mean,
        heldOut: all.map { $0[index].heldOut }.mean)
    }
  }
}
