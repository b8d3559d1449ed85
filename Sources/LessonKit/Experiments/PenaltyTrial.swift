/// A set of the course's points: its fits under penalties of every strength, and what does without a penalty.
public struct PenaltyTrial: Sendable {
  /// The fits under every strength.
  public let sweep: PenaltySweep
  /// The errors at new points of fits without a penalty.
  public let others: BroadRegularisation.Errors

  /// So many sets of points, drawn by the seeds from 0 on.
  public static func trials(_ sets: Int, degree: Int, points: Int, noise: Double, strengths: [Double]) throws
    -> [PenaltyTrial]
  {
    try (0..<sets).map { seed in
      PenaltyTrial(
        sweep: try PenaltySweep(
          degree: degree, to: .absent, orElse: points, noise: noise, seed: seed, strengths: strengths),
        others: try BroadRegularisation.errors(degree: degree, points: points, noise: noise, seed: seed))
    }
  }
}

extension [PenaltyTrial] {
  /// The median of a number over the sets of points, and what it should be.
  public func measured(_ number: (PenaltyTrial) -> Double, _ expectation: Measurement.Expectation, _ when: Phrase)
    -> Measurement
  { Measurement(map(number).median(), expectation, when: when) }
}
