import LessonKit

extension Overfitting {
  /// Polynomials of every degree fitted to the same points, and how well they do there and on new ones.
  struct Study {
    let samples: CosineSamples
    /// The reader's points, of which samples are two thirds, if there are any.
    let own: OwnPoints
    /// New points, just as noisy; of the reader's those held out.
    let new: CosineSamples
    /// The fits of degree 1, 2, …
    let fits: [PolynomialFit]
    /// Mean squared errors of the fits at the points that they were fitted to.
    let training: [Double]
    /// Mean squared errors of the fits at new points.
    let test: [Double]

    /// How many new points the fits are tested on.
    static let testCount = 1000

    init(_ lesson: Overfitting, _ run: Run) throws {
      let own = lesson.own
      let (samples, new) = own.learnedAndNew(
        seed: run.seed, points: lesson.points, noise: lesson.noise, new: Self.testCount)
      (self.samples, self.new, self.own) = (samples, new, own)
      fits = try (1...lesson.degree).map { try samples.fit($0) }
      (training, test) = (
        fits.map { max(samples.trainingError($0), own.rounding) }, fits.map { max(new.trainingError($0), own.rounding) }
      )
    }

    /// The highest degree.
    var last: Int { fits.count }
    /// The degree with the least test error.
    var best: Int { (test.indices.min { test[$0] < test[$1] } ?? 0) + 1 }

    /// Whether the points are too many to be drawn one by one.
    var areMany: Bool { samples.xs.count > 100 }

    /// How far the points' heights are from their mean: the root of the mean square.
    var deviation: Double { samples.ys.map { ($0 - samples.ys.mean) * ($0 - samples.ys.mean) }.mean.squareRoot() }

    /// Whether a constant does better on new points than every degree: there is nothing but noise to fit.
    var isHopeless: Bool {
      let level = samples.ys.mean
      return test[best - 1] >= new.ys.map { ($0 - level) * ($0 - level) }.mean
    }

    /// What a degree is by its test error: right, to within a half of the least, or beside it.
    func judgement(_ degree: Int) -> Identity {
      if isHopeless { return .tooFlexible }
      if test[degree - 1] <= 1.5 * test[best - 1] { return .aboutRight }
      return degree < best ? .tooSimple : .tooFlexible
    }

    /// The degrees about the best one that are right without a gap.
    var right: ClosedRange<Int> {
      let isRight = (1...last).map { judgement($0) == .aboutRight }
      let low = (1...best).last { !isRight[$0 - 1] } ?? 0
      let high = (best...last).first { !isRight[$0 - 1] } ?? last + 1
      return min(low + 1, best)...max(high - 1, best)
    }

    /// The heights that fits are drawn in: as many as hold all points.
    var view: ClosedRange<Double> {
      if own.isGiven { return own.heights }
      let reach = max(2, 1.08 * (samples.ys.map(abs).max() ?? 0))
      return -reach...reach
    }
  }
}
