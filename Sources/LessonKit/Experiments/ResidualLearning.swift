/// What stacks of several depths have learned after some steps, without skips and with them.
public struct ResidualLearning: Sendable {
  /// How many blocks the stacks have.
  public let depths: [Int]
  /// By seed: the losses without skips, then with them, at each depth; NaN for a run that diverged.
  public let runs: Repeated<[[Double]]>

  /// Trains stacks of every depth under so many seeds.
  public init(depths: [Int], steps: Int, seeds: Int, from first: Int) {
    self.depths = depths
    let training = ResidualTraining(steps: steps)
    runs = Repeated(seeds, from: first) { seed in
      [false, true].map { hasSkip in
        depths.map { training.lossAfter(blocks: $0, hasSkip: hasSkip, hasNorm: false, seed: seed) }
      }
    }
  }

  /// The losses by depth, without skips or with them.
  public func losses(hasSkip: Bool) -> [Spread] { runs.spreads { $0[hasSkip ? 1 : 0] } }

  /// What share of the target is learned, by depth: 1 less the loss, since the mean alone brings a loss of 1.
  public func learned(hasSkip: Bool) -> [Spread] { runs.spreads { $0[hasSkip ? 1 : 0].map { 1 - $0 } } }

  /// The median at a depth; NaN where it was not measured.
  public func loss(blocks: Int, hasSkip: Bool) -> Double {
    depths.firstIndex(of: blocks).map { losses(hasSkip: hasSkip)[$0].median } ?? .nan
  }
}
